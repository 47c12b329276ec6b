import type { Finding } from '../../../shared/findings/finding.ts';
import { type Severity, severities } from '../../../shared/rules/severity.ts';
import type { ScanTotals } from './tally.ts';

const number = new Intl.NumberFormat('en-US');
/** `1 finding`, `2,900 records`. */
export const counted = (amount: number, noun: string): string =>
  `${number.format(amount)} ${noun}${amount === 1 ? '' : 's'}`;

/** `2 critical, 5 high`, worst first. */
export const bySeverity = (findings: readonly Finding[]): string =>
  severities
    .toReversed()
    .map(
      (severity: Severity) =>
        [findings.filter((finding) => finding.severity === severity).length, severity] as const,
    )
    .filter(([amount]) => amount > 0)
    .map(([amount, severity]) => `${amount} ${severity}`)
    .join(', ');

/** The sum that shows that no record went missing: records = unparsable + out of scope + no match + matched. */
export const countsLine = ({ counts, files, copies }: ScanTotals): string => {
  const parts = [
    `${number.format(counts.unparsable)} unparsable`,
    ...(counts.tooOld > 0 ? [`${number.format(counts.tooOld)} before --since`] : []),
    `${number.format(counts.outOfScope)} out of scope`,
    `${number.format(counts.noMatch)} no match`,
    `${number.format(counts.matched)} matched`,
  ];
  const seenTwice =
    copies > 0 ? ` ${counted(copies, 'copy').replace('copys', 'copies')} of matches counted once.` : '';
  return `${counted(counts.records, 'record')} from ${counted(files, 'file')} = ${parts.join(' + ')}.${seenTwice}`;
};

const causes = [
  ['off', 'off without a setting', '--settings'],
  ['no-facts', 'without facts of the account', '--facts'],
  ['unavailable', 'for which the facts lack something', '--facts'],
  ['learning', 'still learning in the first days of the log', '--history'],
] as const;

/** Which rules could not be decided, by cause; undefined when everything was decided. */
export const undecidedLine = ({ undecided }: ScanTotals): string | undefined => {
  const parts = causes.flatMap(([because, what, option]) => {
    const times = Object.values(undecided).flatMap((counts) => counts[because] ?? []);
    if (times.length === 0) return [];
    const all = times.reduce((sum, one) => sum + one, 0);
    return `${counted(times.length, 'rule')} ${what} (${counted(all, 'time')}; ${option})`;
  });
  return parts.length === 0 ? undefined : `Not decided: ${parts.join(', ')}.`;
};
