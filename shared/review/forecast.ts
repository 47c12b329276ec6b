import type { AccountSnapshot } from '../account/snapshot.ts';
import type { Criteria } from './criteria.ts';
import type { Check } from './define-check.ts';
import { judgeWith, type Verdict } from './run-checks.ts';
import { thresholds } from './thresholds.ts';

/** A failure that time alone will bring. */
export interface ForecastFailure {
  /** As it will be: its severity and data are those of that day. */
  readonly verdict: Verdict;
  /** Days from the time of the review, at least 1. */
  readonly days: number;
}

/** How far a forecast looks. */
export const forecastDays = 14;

const dayLength = 24 * 60 * 60 * 1000;

/** Whether time alone can make the check fail: it judges ages in days. */
const isAboutAge = ({ thresholds: names = [] }: Check): boolean =>
  names.some((name) => thresholds[name].unit === 'days');

const keyOf = ({ resource, resourceId }: Verdict): string => `${resource} ${resourceId}`;

const failuresOf = (verdicts: readonly Verdict[]): readonly Verdict[] =>
  verdicts.filter(({ verdict, severity }) => verdict === 'FAIL' && severity !== 'info');

/**
 * What will fail within days if nothing is done and nothing is used: the same snapshot, judged as of each day to come. What fails already, and
 * what is for information only, is left out.
 *
 * @param at the time of the review, epoch milliseconds
 * @returns soonest first
 */
export const forecast = (
  checks: readonly Check[],
  snapshot: AccountSnapshot,
  criteria: Criteria,
  at: number,
): readonly ForecastFailure[] => {
  const judges = Array.from({ length: forecastDays + 1 }, (_, days) =>
    judgeWith(snapshot, criteria, at + days * dayLength),
  );
  const failing = (check: Check, days: number): readonly Verdict[] => failuresOf(judges[days]?.(check) ?? []);
  const of = (check: Check): readonly ForecastFailure[] => {
    const known = new Set(failing(check, 0).map(keyOf));
    // Most checks have nothing to come: one look at the last day tells.
    if (failing(check, forecastDays).every((verdict) => known.has(keyOf(verdict)))) return [];
    const found: ForecastFailure[] = [];
    for (let days = 1; days <= forecastDays; days += 1) {
      for (const verdict of failing(check, days)) {
        if (known.has(keyOf(verdict))) continue;
        known.add(keyOf(verdict));
        found.push({ verdict, days });
      }
    }
    return found;
  };
  return checks
    .filter(isAboutAge)
    .flatMap(of)
    .toSorted((a, b) => a.days - b.days);
};
