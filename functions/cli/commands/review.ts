import { type Command, Option } from 'commander';
import type { AccountSnapshot } from '../../../shared/account/snapshot.ts';
import { sourceNames } from '../../../shared/account/source-calls.ts';
import {
  type AccountFolder,
  NoSuchFolderError,
  readAccountFolder,
} from '../../../shared/adapters/files/account-folder/read-account-folder.ts';
import { faultText } from '../../../shared/adapters/files/account-folder/read-file.ts';
import { defaultSettings } from '../../../shared/config/check-settings.ts';
import { type Criteria, criteriaOf } from '../../../shared/review/criteria.ts';
import { runChecks, type Verdict } from '../../../shared/review/run-checks.ts';
import { terminalText } from '../../../shared/text/escape.ts';
import { UsageError } from '../errors.ts';
import { endWith, exitCodes } from '../exit-codes.ts';
import { countsLine, countVerdicts } from '../review/count-verdicts.ts';
import { chosenChecks, parseAt, parseProfile } from '../review/options.ts';
import { byCheck, bySeverity, csvHead, csvLine, reported } from '../review/reported-verdict.ts';
import { failuresTable, unjudgedTable } from '../review/review-table.ts';
import { readSettings } from '../settings/read-settings.ts';
import { painted } from '../terminal.ts';

interface ReviewOptions {
  readonly from: string;
  readonly at?: string;
  readonly profile?: string;
  readonly format: 'table' | 'json' | 'jsonl' | 'csv';
  readonly config?: string;
  readonly only?: readonly string[];
  readonly top: string;
}

/** A review that is done, and what it was made of. */
interface Done {
  readonly folder: AccountFolder;
  readonly criteria: Criteria;
  readonly at: number;
  readonly verdicts: readonly Verdict[];
  readonly checkCount: number;
}

const examples = `
Judges the state of an account by the files that the AWS command line writes: docs/review.md lists them and the commands. Every file is
optional; what is missing leaves its checks open.

Examples:
  $ tw review --from ./account
  $ tw review --from ./account --at 2026-03-04T00:00:00Z --profile cis-7
  $ tw review --from ./account --format jsonl | jq -r 'select(.verdict == "FAIL") | .reason'
  $ tw review --from ./account --format csv > review.csv

Exit codes: 0 nothing failed, 1 something failed, 2 the command line is wrong, 3 something could not be evaluated.`;

const readFolder = (path: string): Promise<AccountFolder> =>
  readAccountFolder(path).catch((error: unknown) => {
    if (error instanceof NoSuchFolderError) throw new UsageError(error.message, 'Check --from.');
    throw error;
  });

const accountLine = ({ accountId }: AccountSnapshot, { criteria, at }: Done): string =>
  `Account ${accountId ?? '(not named by any file)'}, judged as of ${new Date(at).toISOString().slice(0, 19)}Z by the profile ${criteria.profile}.`;

/** How old what was judged is: nobody should take an old folder for today's account. */
const ageLine = ({ sources }: AccountSnapshot): string | undefined => {
  const times = sourceNames
    .map((name) => sources[name])
    .flatMap((source) => (source.status === 'read' ? [source.readAt] : []))
    .toSorted();
  const [oldest] = times;
  if (oldest === undefined) return undefined;
  const newest = times.at(-1) ?? oldest;
  const short = (iso: string) => `${iso.slice(0, 16).replace('T', ' ')} UTC`;
  return oldest.slice(0, 16) === newest.slice(0, 16)
    ? `Files of ${short(oldest)}.`
    : `Files of ${short(oldest)} to ${short(newest)}.`;
};

const closing = (done: Done): string => {
  const { snapshot } = done.folder;
  return [
    painted('bold', countsLine(countVerdicts(done.verdicts), done.checkCount)),
    [accountLine(snapshot, done), ageLine(snapshot)].filter((line) => line !== undefined).join(' '),
  ].join('\n');
};

const writeTable = (done: Done, top: number): void => {
  const parts = [failuresTable(done.verdicts, top), unjudgedTable(done.verdicts, top)];
  for (const part of parts) if (part !== '') process.stdout.write(`${part}\n\n`);
  const [failed] = done.verdicts.filter(({ verdict }) => verdict === 'FAIL').toSorted(bySeverity);
  if (!failed) process.stdout.write('Nothing failed.\n');
  process.stdout.write(`${closing(done)}\n`);
  if (failed) process.stdout.write(`Next: tw explain ${failed.checkId}\n`);
};

const writeJson = ({ folder, criteria, at, verdicts }: Done): void => {
  const { accountId, partition, sources } = folder.snapshot;
  const document = {
    ...(accountId === undefined ? {} : { accountId }),
    partition,
    at: new Date(at).toISOString(),
    profile: criteria.profile,
    thresholds: criteria.thresholds,
    sources: Object.fromEntries(
      sourceNames.map((name) => {
        const source = sources[name];
        return [name, source.status === 'read' ? { readAt: source.readAt } : { cause: source.cause }];
      }),
    ),
    counts: countVerdicts(verdicts),
    faults: folder.faults,
    notes: folder.notes,
    verdicts: verdicts.map(reported),
  };
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
};

const linesAtOnce = 1000;

/** Writes and waits while the reader of the output is slower. */
const writeLines = async (
  verdicts: readonly Verdict[],
  lineOf: (verdict: Verdict) => string,
): Promise<void> => {
  for (let at = 0; at < verdicts.length; at += linesAtOnce) {
    const text = verdicts
      .slice(at, at + linesAtOnce)
      .map(lineOf)
      .join('');
    if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
};

const tell = (done: Done): void => {
  for (const fault of done.folder.faults)
    process.stderr.write(
      `${painted('yellow', 'not used:', process.stderr)} ${terminalText(faultText(fault))}\n`,
    );
  for (const note of done.folder.notes) process.stderr.write(`${terminalText(note)}\n`);
};

const write = async (done: Done, { format, top }: ReviewOptions): Promise<void> => {
  if (format === 'table') {
    writeTable(done, Number(top));
    return;
  }
  if (format === 'json') writeJson(done);
  else if (format === 'jsonl')
    await writeLines(done.verdicts, (verdict) => `${JSON.stringify(reported(verdict))}\n`);
  else {
    process.stdout.write(csvHead());
    await writeLines(done.verdicts, (verdict) => csvLine(reported(verdict)));
  }
  process.stderr.write(`${closing(done)}\n`);
};

const exitWith = ({ verdicts, folder }: Done): void => {
  const isOpen = verdicts.some(({ verdict }) => verdict === 'NOT_EVALUATED');
  if (isOpen || folder.faults.length > 0) endWith(exitCodes.unchecked);
  else if (verdicts.some(({ verdict }) => verdict === 'FAIL')) endWith(exitCodes.findings);
};

const review = async (options: ReviewOptions): Promise<void> => {
  const at = options.at === undefined ? Date.now() : parseAt(options.at);
  const profile = options.profile === undefined ? undefined : parseProfile(options.profile);
  const checks = chosenChecks(options.only);
  const settings = options.config === undefined ? defaultSettings : await readSettings(options.config);
  const criteria = criteriaOf(settings.review, settings.account, profile);
  const folder = await readFolder(options.from);
  const verdicts = runChecks(checks, folder.snapshot, criteria, at).toSorted(byCheck);
  const done: Done = { folder, criteria, at, verdicts, checkCount: checks.length };
  tell(done);
  await write(done, options);
  exitWith(done);
};

/** Adds `tw review`. */
export const registerReview = (program: Command): void => {
  program
    .command('review')
    .description('judge the state of an account: credentials, permissions, trails, the organisation')
    .requiredOption('--from <folder>', 'folder of files as the AWS command line writes them')
    .option('--at <time>', 'judge as of this time (ISO 8601); default: now')
    .option('--profile <profile>', 'whose thresholds to judge by, e.g. cis-7')
    .addOption(
      new Option('--format <format>', 'table, json, one verdict a line, or CSV')
        .choices(['table', 'json', 'jsonl', 'csv'])
        .default('table'),
    )
    .option('--config <file>', 'settings: thresholds, tags of owners, exceptions (docs/configuration.md)')
    .option('--only <check...>', 'run these checks only')
    .option('--top <n>', 'resources shown of each check in the table', '10')
    .addHelpText('after', examples)
    .action(review);
};
