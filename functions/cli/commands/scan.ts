import { type Command, Option } from 'commander';
import type { LaterFacts } from '../../../shared/app/defer-event.ts';
import type { ScanMatch } from '../../../shared/app/scan-result.ts';
import { defaultSettings } from '../../../shared/config/check-settings.ts';
import type { CustomRule } from '../../../shared/custom-rules/custom-rule.ts';
import { namesNewEvents } from '../../../shared/history/history-state.ts';
import { isAtLeast, type Severity } from '../../../shared/rules/severity.ts';
import { loadCustomRules } from '../custom-rules/load-rules.ts';
import { refusedLines } from '../custom-rules/tell-refused.ts';
import { endWith, exitCodes } from '../exit-codes.ts';
import { readAddresses } from '../facts/read-addresses.ts';
import { readFacts } from '../facts/read-facts.ts';
import { readHistory } from '../history/history-option.ts';
import { parseSeverity, parseSince } from '../scan/options.ts';
import { partsOf } from '../scan/parts-of.ts';
import { rulesInForce } from '../scan/rules-in-force.ts';
import type { ScanSettings } from '../scan/scan-batch.ts';
import { gatherDeferred, type SecondPassFacts, secondPass } from '../scan/second-pass.ts';
import { type ScanTotals, tallyScan } from '../scan/tally.ts';
import { writeLines, writeProblems, writeTotals } from '../scan/write-totals.ts';
import { readSettings } from '../settings/read-settings.ts';

interface ScanOptions {
  readonly format: 'table' | 'json' | 'jsonl';
  readonly since?: string;
  readonly minSeverity: string;
  readonly failOn: string;
  readonly top: string;
  readonly settings?: string;
  readonly facts: readonly string[];
  readonly history?: string;
  readonly rules?: string;
  readonly inventory?: boolean;
}

const examples = `
Reads CloudTrail logs as they come: files of a trail (plain or gzip), folders of them, globs, JSON lines, EventBridge events, LookupEvents
answers, SQS and SNS messages. "-" reads standard input.

Examples:
  $ tw scan ./AWSLogs --since 30d
  $ tw scan ./logs --min-severity high --format jsonl | jq -r .message
  $ aws cloudtrail lookup-events --output json | tw scan -
  $ tw scan ./logs --fail-on critical          exit code 1 for critical findings only
  $ tw scan ./logs --rules my-rules            your own rules, too: docs/sigma.md
  $ tw scan ./today --settings trailwarden.yaml --facts ./facts --history usual.jsonl`;

const tellExit = (totals: ScanTotals, worst: boolean): void => {
  if (totals.problemCount > 0) endWith(exitCodes.unchecked);
  else if (worst) endWith(exitCodes.findings);
};

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/** What the scan knows beyond the logs. */
const factsOf = async (options: ScanOptions) => {
  const {
    account: settings,
    addressFiles,
    customRules = undefined,
  } = options.settings === undefined ? defaultSettings : await readSettings(options.settings);
  const { snapshots, ages } = await readFacts(options.facts);
  const history = options.history === undefined ? {} : { history: await readHistory(options.history) };
  const facts: SecondPassFacts = { snapshots, addresses: await readAddresses(addressFiles), ...history };
  const later: LaterFacts = {
    account: snapshots.length > 0,
    addresses: addressFiles.length > 0,
    calledNew: facts.history !== undefined && namesNewEvents(facts.history),
  };
  return { settings, facts, later, ages, folder: options.rules ?? customRules };
};

/** The custom rules that can be used. What is refused is told, and by the exit code: its silence would not mean that all is well. */
const customRulesOf = (folder: string | undefined): readonly CustomRule[] => {
  if (folder === undefined) return [];
  const loaded = loadCustomRules(folder);
  for (const line of refusedLines(loaded)) process.stderr.write(`${line}\n`);
  if (loaded.refused.length > 0) endWith(exitCodes.unchecked);
  return loaded.rules;
};

const scan = async (paths: readonly string[], options: ScanOptions): Promise<void> => {
  const now = new Date();
  const failOn: Severity = parseSeverity('--fail-on', options.failOn);
  const { facts, ages, folder, ...known } = await factsOf(options);
  const custom = customRulesOf(folder);
  const settings: ScanSettings = {
    ...known,
    custom,
    inventory: options.inventory === true,
    since: options.since === undefined ? undefined : parseSince(options.since, now),
    minSeverity: parseSeverity('--min-severity', options.minSeverity),
    receivedAt: now.toISOString(),
  };
  const tally = tallyScan(options.format !== 'jsonl');
  const deferred = gatherDeferred();
  let fails = false;
  const tell = async (matches: readonly ScanMatch[]): Promise<void> => {
    fails ||= matches.some(({ severity }) => isAtLeast(severity, failOn));
    if (options.format === 'jsonl') await writeLines(matches);
  };
  try {
    for await (const part of partsOf(paths, settings)) {
      await deferred.take(part.result);
      await tell(tally.take(part));
    }
    for await (const result of secondPass(deferred, settings, facts)) await tell(tally.takeOrdered(result));
  } finally {
    await deferred.close();
  }
  const totals = tally.totals();
  writeProblems(totals);
  const { ruleOf, off } = rulesInForce(settings);
  const { format, top } = options;
  writeTotals({ ...totals, off }, { format, top: Number(top), notes: ages, ruleOf, customRules: folder });
  tellExit(totals, fails);
};

/** Adds `tw scan`. */
export const registerScan = (program: Command): void => {
  program
    .command('scan')
    .description('check CloudTrail logs with every rule')
    .argument('<path...>', 'files, folders or globs of CloudTrail logs, or "-"')
    .addOption(
      new Option('--format <format>', 'table, json, or one match a line')
        .choices(['table', 'json', 'jsonl'])
        .default('table'),
    )
    .option('--since <time>', 'leave out older records: 12h, 30d, or a date')
    .option('--min-severity <severity>', 'leave out what is less severe', 'info')
    .option('--fail-on <severity>', 'exit with 1 only for findings of this severity or worse', 'info')
    .option('--top <n>', 'rows of the table', '50')
    .option('--settings <file>', 'what only you know of your accounts (docs/configuration.md)')
    .option(
      '--facts <folder>',
      'what the AWS CLI says of an account; once an account (docs/scanning.md)',
      collect,
      [],
    )
    .option('--rules <folder>', 'Sigma rules of your own, besides the catalogue (docs/sigma.md)')
    .option(
      '--inventory',
      'also count what is ordinary, for the report: keys used, policies changed, sign-ins',
    )
    .option('--history <file>', 'what was usual before these logs, from: tw history prime')
    .addHelpText('after', examples)
    .action((paths: string[], options: ScanOptions) => scan(paths, options));
};
