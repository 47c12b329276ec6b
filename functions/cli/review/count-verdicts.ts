import type { VerdictCounts } from '../../../shared/review/verdict-counts.ts';

const number = new Intl.NumberFormat('en-US');

/** The sum that shows that no verdict went missing. */
export const countsLine = (counts: VerdictCounts, checks: number): string => {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const parts = (['PASS', 'FAIL', 'NOT_APPLICABLE', 'NOT_EVALUATED'] as const).map(
    (kind) => `${number.format(counts[kind])} ${kind}`,
  );
  return `${number.format(checks)} checks: ${number.format(total)} verdicts = ${parts.join(' + ')}.`;
};
