import { type Command, Option } from 'commander';
import { defaultSettings } from '../../../shared/config/check-settings.ts';
import { criteriaOf } from '../../../shared/review/criteria.ts';
import { judgeWith, type Verdict } from '../../../shared/review/run-checks.ts';
import { noVerdicts, withVerdicts } from '../../../shared/review/verdict-counts.ts';
import { messageJson } from '../../../shared/text/message-json.ts';
import { UsageError } from '../errors.ts';
import { endWith, exitCodes } from '../exit-codes.ts';
import { closingOf, type DoneReview, documentOf } from '../review/done-review.ts';
import { forecastText, type LookAhead, whatIfText } from '../review/look-ahead.ts';
import { chosenChecks, parseAt, parseProfile, parseTop } from '../review/options.ts';
import { readAccount, tellProblems } from '../review/read-account.ts';
import { byCheck, bySeverity, csvHead, csvLine, reported } from '../review/reported-verdict.ts';
import { failuresTable, unjudgedTable } from '../review/review-table.ts';
import { readSettings } from '../settings/read-settings.ts';

type Format = 'table' | 'json' | 'jsonl' | 'csv';

interface ReviewOptions {
  readonly from: string;
  readonly at?: string;
  readonly profile?: string;
  readonly format: Format;
  readonly settings?: string;
  readonly only?: readonly string[];
  readonly top: string;
  readonly forecast?: boolean;
  readonly whatIf?: boolean;
}

const examples = `
Judges the state of an account by the files that the AWS command line writes: docs/review.md lists them and the commands. Every file is
optional; what is missing leaves its checks open.

Examples:
  $ tw review --from ./account
  $ tw review --from ./account --at 2026-03-04T00:00:00Z --profile cis-7
  $ tw review --from ./account --format jsonl | jq -r 'select(.verdict == "FAIL") | .reason'
  $ tw review --from ./account --format csv > review.csv
  $ tw review --from ./account --forecast
  $ tw review --from ./account --what-if --only access-key-unused console-password-unused

Exit codes: 0 nothing failed, 1 something failed, 2 the command line is wrong, 3 something could not be evaluated.`;

/** Writes and waits while the reader of the output is slower. */
const write = async (text: string): Promise<void> => {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
};

const linesAtOnce = 1000;

const writeLines = async (
  verdicts: readonly Verdict[],
  lineOf: (verdict: Verdict) => string,
): Promise<void> => {
  for (let at = 0; at < verdicts.length; at += linesAtOnce)
    await write(
      verdicts
        .slice(at, at + linesAtOnce)
        .map(lineOf)
        .join(''),
    );
};

/** C1 control characters, which terminals obey, stand in JSON as they are; escaped they parse to the same. */
const jsonLine = (verdict: Verdict): string => `${messageJson(reported(verdict))}\n`;

/** By format: what is written of each verdict at once. The other formats show at the end what they keep. */
const lineOf: Readonly<Partial<Record<Format, (verdict: Verdict) => string>>> = {
  jsonl: jsonLine,
  csv: (verdict) => csvLine(reported(verdict)),
};

/** The verdicts that are shown at the end; of a large account most are neither kept nor needed. */
const keptOf = (verdicts: readonly Verdict[], format: Format): readonly Verdict[] => {
  if (lineOf[format]) return [];
  return format === 'json'
    ? verdicts
    : verdicts.filter(({ verdict }) => verdict === 'FAIL' || verdict === 'NOT_EVALUATED');
};

const writeTable = async (done: DoneReview, top: number): Promise<void> => {
  for (const part of [failuresTable(done.kept, top), unjudgedTable(done.kept, top)])
    if (part !== '') await write(`${part}\n\n`);
  const [worst] = done.kept.filter(({ verdict }) => verdict === 'FAIL').toSorted(bySeverity);
  if (!worst) await write('Nothing failed.\n');
  await write(`${closingOf(done)}\n`);
  if (worst) await write(`Next: tw explain ${worst.checkId}\n`);
};

const writeEnd = async (done: DoneReview, format: Format, top: number): Promise<void> => {
  if (format === 'table') {
    await writeTable(done, top);
    return;
  }
  if (format === 'json')
    await write(`${JSON.stringify({ ...documentOf(done), verdicts: done.kept.map(reported) }, null, 2)}\n`);
  process.stderr.write(`${closingOf(done)}\n`);
};

const exitWith = ({ counts, folder }: DoneReview): void => {
  if (counts.NOT_EVALUATED > 0 || folder.faults.length > 0) endWith(exitCodes.unchecked);
  else if (counts.FAIL > 0) endWith(exitCodes.findings);
};

const writeLookAhead = async (
  { format, forecast, whatIf }: ReviewOptions,
  look: LookAhead,
): Promise<void> => {
  if (forecast && whatIf)
    throw new UsageError('--forecast and --what-if are two questions.', 'Ask them one at a time.');
  if (format !== 'table' && format !== 'json')
    throw new UsageError(`--format ${format}: not with --forecast or --what-if`, 'Give table or json.');
  await write(forecast ? forecastText(look, format === 'json') : whatIfText(look, format === 'json'));
};

const review = async (options: ReviewOptions): Promise<void> => {
  const { format } = options;
  const at = options.at === undefined ? Date.now() : parseAt(options.at);
  const profile = options.profile === undefined ? undefined : parseProfile(options.profile);
  const checks = chosenChecks(options.only);
  const top = parseTop(options.top);
  const settings = options.settings === undefined ? defaultSettings : await readSettings(options.settings);
  const criteria = criteriaOf(settings.review, settings.account, profile);
  const folder = await readAccount(options.from);
  tellProblems(folder);
  if (options.forecast || options.whatIf) {
    await writeLookAhead(options, { checks, snapshot: folder.snapshot, settings, criteria, at });
    return;
  }
  if (format === 'csv') await write(csvHead());
  const judge = judgeWith(folder.snapshot, criteria, at);
  const kept: Verdict[] = [];
  let counts = noVerdicts;
  for (const check of checks) {
    const verdicts = judge(check).toSorted(byCheck);
    counts = withVerdicts(counts, verdicts);
    for (const verdict of keptOf(verdicts, format)) kept.push(verdict);
    const line = lineOf[format];
    if (line) await writeLines(verdicts, line);
  }
  const done: DoneReview = { folder, criteria, at, counts, checkCount: checks.length, kept };
  await writeEnd(done, format, top);
  exitWith(done);
};

/** Adds `tw review`. */
export const registerReview = (program: Command): void => {
  program
    .command('review')
    .description('judge the state of an account: credentials, permissions, trails, the organisation')
    .requiredOption(
      '--from <folder>',
      'folder of files as the AWS command line writes them, or a snapshot (.json.gz) of the nightly review',
    )
    .option('--at <time>', 'judge as of this time (ISO 8601); default: now')
    .option('--profile <profile>', 'whose thresholds to judge by, e.g. cis-7')
    .addOption(
      new Option('--format <format>', 'table, json, one verdict a line, or CSV')
        .choices(['table', 'json', 'jsonl', 'csv'])
        .default('table'),
    )
    .option('--settings <file>', 'thresholds, tags of owners, what may be (docs/configuration.md)')
    .option('--only <check...>', 'run these checks only')
    .option('--forecast', 'what will fail within 14 days if nothing is done and nothing is used')
    .option('--what-if', 'failures at 30, 45, 60, 90 and 180 days, by threshold')
    .option('--top <n>', 'resources shown of each check in the table', '10')
    .addHelpText('after', examples)
    .action(review);
};
