import type { VerdictKind } from '../../../shared/review/define-check.ts';
import type { Verdict } from '../../../shared/review/run-checks.ts';

/** How many verdicts of each kind; their sum is the number of verdicts. */
export type VerdictCounts = Readonly<Record<VerdictKind, number>>;

/** No verdict yet. */
export const noVerdicts: VerdictCounts = { FAIL: 0, NOT_EVALUATED: 0, PASS: 0, NOT_APPLICABLE: 0 };

/** Adds verdicts to the counts. */
export const withVerdicts = (before: VerdictCounts, verdicts: readonly Verdict[]): VerdictCounts => {
  const counts = { ...before };
  for (const { verdict } of verdicts) counts[verdict] += 1;
  return counts;
};

const number = new Intl.NumberFormat('en-US');

/** The sum that shows that no verdict went missing. */
export const countsLine = (counts: VerdictCounts, checks: number): string => {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const parts = (['PASS', 'FAIL', 'NOT_APPLICABLE', 'NOT_EVALUATED'] as const).map(
    (kind) => `${number.format(counts[kind])} ${kind}`,
  );
  return `${number.format(checks)} checks: ${number.format(total)} verdicts = ${parts.join(' + ')}.`;
};
