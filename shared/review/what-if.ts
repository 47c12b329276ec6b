import type { AccountSettings } from '../account/account-settings.ts';
import {
  type ProfileName,
  type ReviewSettings,
  type ThresholdName,
  thresholdNames,
} from '../account/review-settings.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import { criteriaOf } from './criteria.ts';
import type { Check } from './define-check.ts';
import { judgeWith } from './run-checks.ts';
import { thresholds } from './thresholds.ts';

/** What each number would give for one threshold. */
export interface WhatIf {
  readonly threshold: ThresholdName;
  /** As it is now. */
  readonly days: number;
  /** Ids of the checks that judge by it. */
  readonly checkIds: readonly string[];
  /** Failures of those checks as it is now. */
  readonly failures: number;
  readonly would: readonly { readonly days: number; readonly failures: number }[];
}

/** The numbers that are tried. */
export const whatIfDays = [30, 45, 60, 90, 180] as const;

/** Whose numbers are tried on which account. */
export interface WhatIfInput {
  readonly snapshot: AccountSnapshot;
  readonly settings?: ReviewSettings;
  readonly account: AccountSettings;
  readonly profile?: ProfileName;
  /** The time of the review, epoch milliseconds. */
  readonly at: number;
}

/** Counts the failures that each number would give, one threshold at a time; those in days only, and only those that a check judges by. */
export const whatIf = (checks: readonly Check[], input: WhatIfInput): readonly WhatIf[] => {
  const { snapshot, settings = {}, account, profile, at } = input;
  const criteriaWith = (over: ReviewSettings['thresholds']) =>
    criteriaOf({ ...settings, thresholds: { ...settings.thresholds, ...over } }, account, profile);
  const failuresOf = (those: readonly Check[], over: ReviewSettings['thresholds']): number => {
    const judge = judgeWith(snapshot, criteriaWith(over), at);
    return those.flatMap(judge).filter(({ verdict }) => verdict === 'FAIL').length;
  };
  const now = criteriaWith({});
  return thresholdNames
    .filter((name) => thresholds[name].unit === 'days')
    .flatMap((threshold): readonly WhatIf[] => {
      const those = checks.filter((check) => now.runs(check.id) && check.thresholds?.includes(threshold));
      if (those.length === 0) return [];
      return [
        {
          threshold,
          days: now.thresholds[threshold],
          checkIds: those.map(({ id }) => id),
          failures: failuresOf(those, {}),
          would: whatIfDays.map((days) => ({ days, failures: failuresOf(those, { [threshold]: days }) })),
        },
      ];
    });
};
