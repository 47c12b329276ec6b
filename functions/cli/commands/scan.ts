import { type Command, Option } from 'commander';
import { findLogFiles, NoSuchLogError } from '../../../shared/adapters/files/find-log-files.ts';
import type { ScanMatch } from '../../../shared/app/scan-result.ts';
import { isAtLeast, type Severity } from '../../../shared/rules/severity.ts';
import { terminalText } from '../../../shared/text/escape.ts';
import { UsageError } from '../errors.ts';
import { endWith, exitCodes } from '../exit-codes.ts';
import { bySeverity, counted, countsLine, undecidedLine } from '../scan/closing-line.ts';
import { byUrgency, findingsTable } from '../scan/findings-table.ts';
import { parseSeverity, parseSince } from '../scan/options.ts';
import { showProgress } from '../scan/progress.ts';
import type { ScanSettings } from '../scan/scan-batch.ts';
import { type ScannedPart, scanFiles, scanInput } from '../scan/scan-files.ts';
import { secondPass } from '../scan/second-pass.ts';
import { type ScanTotals, tallyScan } from '../scan/tally.ts';
import { painted } from '../terminal.ts';

interface ScanOptions {
  readonly format: 'table' | 'json' | 'jsonl';
  readonly since?: string;
  readonly minSeverity: string;
  readonly failOn: string;
  readonly top: string;
}

const examples = `
Reads CloudTrail logs as they come: files of a trail (plain or gzip), folders of them, globs, JSON lines, EventBridge events, LookupEvents
answers, SQS and SNS messages. "-" reads standard input.

Examples:
  $ tw scan ./AWSLogs --since 30d
  $ tw scan ./logs --min-severity high --format jsonl | jq -r .message
  $ aws cloudtrail lookup-events --output json | tw scan -
  $ tw scan ./logs --fail-on critical          exit code 1 for critical findings only`;

const shownProblems = 20;

async function* partsOf(paths: readonly string[], settings: ScanSettings): AsyncGenerator<ScannedPart> {
  if (paths.includes('-')) {
    if (paths.length > 1) throw new UsageError('"-" reads standard input and goes with no other path');
    yield* scanInput(process.stdin, settings);
    return;
  }
  const files = await findLogFiles(paths).catch((error: unknown) => {
    if (error instanceof NoSuchLogError) throw new UsageError(error.message);
    throw error;
  });
  const progress = showProgress(files.length, 'files');
  const done = new Set<string>();
  for await (const part of scanFiles(files, settings)) {
    progress.at(done.add(part.from).size);
    yield part;
  }
  progress.end();
}

const writeProblems = ({ problems, problemCount }: ScanTotals): void => {
  for (const { from, position, cause } of problems.slice(0, shownProblems)) {
    const place = position === '' ? from : `${from}, ${position}`;
    process.stderr.write(
      `${painted('yellow', 'not checked:', process.stderr)} ${terminalText(`${place}: ${cause}`)}\n`,
    );
  }
  if (problemCount > shownProblems)
    process.stderr.write(`… and ${problemCount - shownProblems} more that could not be checked.\n`);
};

const closing = (totals: ScanTotals): string =>
  [countsLine(totals), undecidedLine(totals)].filter((line) => line !== undefined).join('\n');

const writeTable = (totals: ScanTotals, top: number): void => {
  const findings = totals.findings.toSorted(byUrgency);
  const shown = findings.slice(0, top);
  if (shown.length > 0) process.stdout.write(`${findingsTable(shown)}\n\n`);
  if (findings.length > top)
    process.stdout.write(`… and ${findings.length - top} more; --top ${findings.length} shows all.\n`);
  const summary =
    findings.length === 0
      ? 'No findings.'
      : `${counted(findings.length, 'finding')}: ${bySeverity(findings)}.`;
  process.stdout.write(`${painted('bold', summary)} ${closing(totals)}\n`);
  if (shown[0]) process.stdout.write(`Next: tw explain ${shown[0].ruleId}\n`);
};

const writeJson = (totals: ScanTotals): void => {
  const { findings, counts, problems, problemCount, copies, undecided } = totals;
  const document = {
    findings: findings.toSorted(byUrgency),
    counts,
    copies,
    problems,
    problemCount,
    undecided,
  };
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
};

/** Writes and waits while the reader of the output is slower than the scan. */
const writeLines = async (lines: readonly unknown[]): Promise<void> => {
  if (lines.length === 0) return;
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
};

const tellExit = (totals: ScanTotals, worst: boolean): void => {
  if (totals.problemCount > 0) endWith(exitCodes.unchecked);
  else if (worst) endWith(exitCodes.findings);
};

const scan = async (paths: readonly string[], options: ScanOptions): Promise<void> => {
  const now = new Date();
  const failOn: Severity = parseSeverity('--fail-on', options.failOn);
  const settings: ScanSettings = {
    since: options.since === undefined ? undefined : parseSince(options.since, now),
    minSeverity: parseSeverity('--min-severity', options.minSeverity),
    receivedAt: now.toISOString(),
    settings: {},
    later: { account: false, addresses: false },
  };
  const tally = tallyScan(options.format !== 'jsonl');
  const second = secondPass(settings);
  let fails = false;
  const tell = async (matches: readonly ScanMatch[]): Promise<void> => {
    fails ||= matches.some(({ severity }) => isAtLeast(severity, failOn));
    if (options.format === 'jsonl') await writeLines(matches);
  };
  try {
    for await (const part of partsOf(paths, settings)) {
      await second.take(part.result);
      await tell(tally.take(part));
    }
    for await (const result of second.results()) await tell(tally.takeOrdered(result));
  } finally {
    await second.close();
  }
  const totals = tally.totals();
  writeProblems(totals);
  if (options.format === 'table') writeTable(totals, Number(options.top));
  else if (options.format === 'json') writeJson(totals);
  if (options.format !== 'table') process.stderr.write(`${closing(totals)}\n`);
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
    .addHelpText('after', examples)
    .action((paths: string[], options: ScanOptions) => scan(paths, options));
};
