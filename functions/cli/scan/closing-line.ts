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

/** A scan with the rules that were not run at all, by id. */
export interface ScanReport extends ScanTotals {
  readonly off: readonly string[];
}

const causes = [
  ['off', 'off without a setting', '--settings'],
  ['no-facts', 'without facts of the account', '--facts'],
  ['unavailable', 'for which the facts lack something', '--facts'],
  ['learning', 'still learning in the first days of the log', '--history'],
] as const;

/** Which rules could not be decided, by cause; undefined when everything was decided. */
export const undecidedLine = ({ undecided, off }: ScanReport): string | undefined => {
  const parts = causes.flatMap(([because, what, option]) => {
    const asked = Object.entries(undecided).filter(([, counts]) => counts[because] !== undefined);
    const ids = new Set([...asked.map(([id]) => id), ...(because === 'off' ? off : [])]);
    if (ids.size === 0) return [];
    const times = asked.reduce((sum, [, counts]) => sum + (counts[because] ?? 0), 0);
    const often = times === 0 ? '' : `${counted(times, 'time')}; `;
    return `${counted(ids.size, 'rule')} ${what} (${often}${option})`;
  });
  return parts.length === 0 ? undefined : `Not decided: ${parts.join(', ')}.`;
};

/** What rules of kind inventory recorded; undefined when nothing was, or they were not run. */
export const inventoryLine = ({ inventory }: ScanTotals): string | undefined => {
  if (inventory.length === 0) return undefined;
  const parts = inventory.map(
    ({ ruleId, count, actors }) =>
      `${ruleId} ${counted(count, 'time')} by ${counted(actors.length, 'actor')}`,
  );
  return `Inventory: ${parts.join(', ')} (--format json lists them).`;
};
