import type { RuleOf } from '../../../shared/alerts/rule-of.ts';
import { customPrefix } from '../../../shared/custom-rules/custom-rule.ts';
import { terminalText } from '../../../shared/text/escape.ts';
import { shellWord } from '../../../shared/text/shell.ts';
import { painted } from '../terminal.ts';
import {
  bySeverity,
  counted,
  countsLine,
  inventoryLine,
  type ScanReport,
  undecidedLine,
} from './closing-line.ts';
import { byUrgency, findingsTable } from './findings-table.ts';
import type { ScanTotals } from './tally.ts';

const shownProblems = 20;

/** Tells on standard error what could not be checked. */
export const writeProblems = ({ problems, problemCount }: ScanTotals): void => {
  for (const { from, position, cause } of problems.slice(0, shownProblems)) {
    const place = position === '' ? from : `${from}, ${position}`;
    process.stderr.write(
      `${painted('yellow', 'not checked:', process.stderr)} ${terminalText(`${place}: ${cause}`)}\n`,
    );
  }
  if (problemCount > shownProblems)
    process.stderr.write(`… and ${problemCount - shownProblems} more that could not be checked.\n`);
};

const closing = (totals: ScanReport, notes: readonly string[]): string =>
  [countsLine(totals), undecidedLine(totals), inventoryLine(totals), ...notes]
    .filter((line) => line !== undefined)
    .join('\n');

/** How a scan is told. */
export interface Telling {
  readonly format: 'table' | 'json' | 'jsonl';
  /** Rows of the table. */
  readonly top: number;
  readonly ruleOf: RuleOf;
  /** Lines to say at the end. */
  readonly notes: readonly string[];
  /** Folder of the custom rules. */
  readonly customRules: string | undefined;
}

const nextCommand = (ruleId: string, customRules: string | undefined): string => {
  const folder =
    ruleId.startsWith(customPrefix) && customRules !== undefined
      ? ` --rules ${shellWord(customRules) ?? 'FOLDER'}`
      : '';
  return `tw explain ${ruleId}${folder}`;
};

const writeTable = (totals: ScanTotals, telling: Telling, lastLines: string): void => {
  const { top, ruleOf, customRules } = telling;
  const findings = totals.findings.toSorted(byUrgency);
  const shown = findings.slice(0, top);
  if (shown.length > 0) process.stdout.write(`${findingsTable(shown, ruleOf)}\n\n`);
  if (findings.length > top)
    process.stdout.write(`… and ${findings.length - top} more; --top ${findings.length} shows all.\n`);
  const summary =
    findings.length === 0
      ? 'No findings.'
      : `${counted(findings.length, 'finding')}: ${bySeverity(findings)}.`;
  process.stdout.write(`${painted('bold', summary)} ${lastLines}\n`);
  if (shown[0]) process.stdout.write(`Next: ${nextCommand(shown[0].ruleId, customRules)}\n`);
};

const writeJson = (totals: ScanReport): void => {
  const { findings, counts, problems, problemCount, copies, undecided, off, inventory } = totals;
  const document = {
    findings: findings.toSorted(byUrgency),
    counts,
    copies,
    problems,
    problemCount,
    undecided,
    off,
    ...(inventory.length > 0 ? { inventory } : {}),
  };
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
};

/** Writes and waits while the reader of the output is slower than the scan. */
export const writeLines = async (lines: readonly unknown[]): Promise<void> => {
  if (lines.length === 0) return;
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
};

/** Writes what a scan found, and the sum of its records. */
export const writeTotals = (totals: ScanReport, telling: Telling): void => {
  const { format, notes } = telling;
  const lastLines = closing(totals, notes);
  if (format === 'table') writeTable(totals, telling, lastLines);
  else if (format === 'json') writeJson(totals);
  if (format !== 'table') process.stderr.write(`${lastLines}\n`);
};
