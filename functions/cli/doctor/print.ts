import type { Diagnosis, Status } from '../../../shared/health/diagnosis.ts';
import { cleanLine } from '../../../shared/text/clean.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { indented, painted, widthOf } from '../terminal.ts';

const styles = {
  ok: 'green',
  warn: 'yellow',
  fail: ['bold', 'red'],
  unknown: 'magenta',
} as const satisfies Readonly<Record<Status, Parameters<typeof painted>[0]>>;

const worst: readonly Status[] = ['fail', 'unknown', 'warn', 'ok'];
const statusWidth = 'unknown'.length + 2;

const lineOf = ({ status, topic, says, fix }: Diagnosis): string => {
  const room = widthOf() - statusWidth;
  const indent = ' '.repeat(statusWidth);
  // The names in it are AWS's or the account's: nothing of them may move the cursor or colour the screen.
  const text = indented(cleanLine(`${topic}: ${says}`), indent, room + statusWidth).slice(statusWidth);
  const advice = fix === undefined ? '' : `\n${indented(cleanLine(`→ ${fix}`), indent, room + statusWidth)}`;
  return `${painted(styles[status], status.padEnd(statusWidth))}${text}${advice}`;
};

/** The diagnoses for a terminal, the worst first. */
export const diagnosesTable = (diagnoses: readonly Diagnosis[]): string =>
  diagnoses
    .toSorted((a, b) => worst.indexOf(a.status) - worst.indexOf(b.status))
    .map(lineOf)
    .join('\n');

/** How many there are of each, and what was left out. */
export const doctorClosingLine = (
  diagnoses: readonly Diagnosis[],
  { offline }: { readonly offline?: boolean },
): string => {
  const counts = worst.map((status) => {
    const count = diagnoses.filter((one) => one.status === status).length;
    return `${count} ${status}`;
  });
  const scope = offline ? ' Only the configuration was looked at.' : '';
  return `\n${diagnoses.length} looked at: ${counts.join(', ')}.${scope}`;
};

/** What the diagnoses say as an exit code. */
export const exitCodeOf = (diagnoses: readonly Diagnosis[]): ExitCode => {
  const has = (status: Status): boolean => diagnoses.some((one) => one.status === status);
  if (has('unknown')) return exitCodes.unchecked;
  return has('fail') || has('warn') ? exitCodes.findings : exitCodes.clean;
};
