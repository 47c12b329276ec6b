import type { Command } from 'commander';
import { writeHistoryFile } from '../../../shared/adapters/files/history-file.ts';
import { memoryEventHistory } from '../../../shared/adapters/memory/event-history.ts';
import { primingRequests } from '../../../shared/app/prime-history.ts';
import { defaultSettings } from '../../../shared/config/check-settings.ts';
import { emptyState, type HistoryState } from '../../../shared/history/history-state.ts';
import { joinedSpans } from '../../../shared/history/known-since.ts';
import { areJoined, type LogSpans } from '../../../shared/history/log-spans.ts';
import { ruleById, rules } from '../../../shared/rules/catalogue.ts';
import { UsageError } from '../errors.ts';
import { endWith, exitCodes } from '../exit-codes.ts';
import { counted, countsLine } from '../scan/closing-line.ts';
import { partsOf } from '../scan/parts-of.ts';
import type { ScanSettings } from '../scan/scan-batch.ts';
import { gatherDeferred } from '../scan/second-pass.ts';
import { type ScanTotals, tallyScan } from '../scan/tally.ts';
import { writeProblems } from '../scan/write-totals.ts';
import { readSettings } from '../settings/read-settings.ts';
import { readHistoryIfAny } from './history-option.ts';

interface PrimeOptions {
  readonly history?: string;
  readonly table?: string;
  readonly region?: string;
  readonly settings?: string;
}

/** Rules that ask for history with these settings. What they ask must not depend on facts, which are not of the time of the logs. */
const askingRules = ({ settings }: ScanSettings): ReadonlySet<string> =>
  new Set(
    rules
      .filter(({ history, lookups }) => history && !lookups)
      .filter(({ needs = [] }) => needs.every((name) => settings[name] !== undefined))
      .map(({ id }) => id),
  );

/** Rules that ask for history and are not primed: what a look-up answers today need not have been so when the log was written. */
const leftOutLine = (): string => {
  const leftOut = rules.filter(({ history, lookups }) => history && lookups).map(({ id }) => id);
  return `Left out: ${counted(leftOut.length, 'rule')} that ask about the account or an address (${leftOut.join(', ')}), and rules of your own: they learn from the scanned logs, or in the deployed monitor.`;
};

const scanSettings = async ({ settings }: PrimeOptions): Promise<ScanSettings> => ({
  since: undefined,
  minSeverity: 'info',
  receivedAt: new Date().toISOString(),
  settings: (settings === undefined ? defaultSettings : await readSettings(settings)).account,
  later: { account: false, addresses: false },
  custom: [],
  inventory: false,
});

const common = (a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...a].filter((one) => b.has(one)));

const day = (iso: string): string => iso.slice(0, 10);

const whatIsKnown = (where: string, { spans, ruleIds, sightings }: HistoryState): string => {
  const all = [...spans.values()];
  const from = all.map((span) => span.from).sort()[0];
  const to = all
    .map((span) => span.to)
    .sort()
    .at(-1);
  const when = from && to ? ` from ${day(from)} to ${day(to)}` : '';
  const accounts = counted(spans.size, 'account');
  return `${where} knows ${accounts}${when}: ${counted(sightings.length, 'key')} of ${counted(ruleIds.size, 'rule')}.`;
};

const gapsIn = (before: LogSpans, log: LogSpans): readonly string[] =>
  [...log].flatMap(([accountId, span]) => {
    const known = before.get(accountId);
    return known && !areJoined(known, span) ? [accountId] : [];
  });

const gapLines = (before: LogSpans, log: LogSpans): readonly string[] => {
  const accounts = gapsIn(before, log);
  if (accounts.length === 0) return [];
  const named = accounts.slice(0, 3).join(', ');
  const more = accounts.length > 3 ? ` and ${accounts.length - 3} more` : '';
  return [
    `Days are missing between what was known and these logs in ${named}${more}: there, history begins with the later of the two.`,
  ];
};

const newRuleLines = (before: HistoryState | undefined, asked: ReadonlySet<string>): readonly string[] => {
  const added = before ? [...asked].filter((id) => !before.ruleIds.has(id)) : [];
  if (added.length === 0) return [];
  return [
    `${counted(added.length, 'rule')} that the file was not made for will learn in each scan: prime all logs into a new file to change that.`,
  ];
};

const tellTotals = (totals: ScanTotals, lines: readonly string[]): void => {
  writeProblems(totals);
  process.stdout.write(`${[...lines, countsLine(totals)].join('\n')}\n`);
  if (totals.problemCount > 0) endWith(exitCodes.unchecked);
};

/** Goes through the logs, oldest event first, and takes everything for usual. */
const learn = async (paths: readonly string[], settings: ScanSettings, before: HistoryState) => {
  const tally = tallyScan(false);
  const deferred = gatherDeferred();
  const history = memoryEventHistory({ lateDays: 0, before });
  try {
    for await (const part of partsOf(paths, settings)) {
      tally.take(part);
      await deferred.take(part.result);
    }
    for await (const event of deferred.inOrder())
      for (const request of primingRequests(event, { ...settings, ruleOf: ruleById }))
        history.remember(request);
  } finally {
    await deferred.close();
  }
  return { learnt: history.state(), log: deferred.spans(), totals: tally.totals() };
};

const primeTable = async (state: HistoryState, table: string, region: string | undefined) => {
  // The AWS SDK takes a while to load, and no other command of this group needs it.
  const { primeDeployed } = await import('./prime-deployed.ts');
  return primeDeployed(state, table, region);
};

const prime = async (paths: readonly string[], options: PrimeOptions): Promise<void> => {
  const { history: file, table, region } = options;
  if (file === undefined && table === undefined)
    throw new UsageError('There is nothing to write to.', 'Give --history FILE, --table NAME, or both.');
  const settings = await scanSettings(options);
  const known = file === undefined ? undefined : await readHistoryIfAny(file);
  const before = known ?? emptyState;
  const asked = askingRules(settings);
  const { learnt, log, totals } = await learn(paths, settings, before);
  const state: HistoryState = {
    ...learnt,
    spans: joinedSpans(before.spans, log),
    ruleIds: known ? common(known.ruleIds, asked) : asked,
  };
  if (file !== undefined) await writeHistoryFile(file, state);
  const deployed = table === undefined ? [] : await primeTable(state, table, region);
  tellTotals(totals, [
    whatIsKnown(file ?? 'The log', state),
    ...gapLines(before.spans, log),
    ...newRuleLines(known, asked),
    leftOutLine(),
    ...deployed,
  ]);
};

/** Adds `tw history prime`. */
export const addPrime = (history: Command): void => {
  history
    .command('prime')
    .description('learn from old logs what is usual, so that a scan can tell what is new')
    .argument('<path...>', 'files, folders or globs of CloudTrail logs, or "-"')
    .option('--history <file>', 'the file to write; one that is there is gone on with')
    .option('--table <name>', 'the history table of a deployed monitor to write to (docs/scanning.md)')
    .option('--region <region>', 'Region of the table; else that of the environment')
    .option('--settings <file>', 'the settings that the scans will have (docs/configuration.md)')
    .action(prime);
};
