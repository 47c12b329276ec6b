import type { VerdictKind } from './define-check.ts';
import type { Verdict } from './run-checks.ts';

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
