import type { AccountSettings } from '../account/account-settings.ts';
import type { OptionalCheck, ProfileName, ReviewSettings, Thresholds } from '../account/review-settings.ts';
import { isOptional, optionalChecksOf, thresholdsOf } from './thresholds.ts';

/** What a review judges by. */
export interface Criteria {
  readonly profile: ProfileName;
  readonly thresholds: Thresholds;
  readonly settings: ReviewSettings;
  readonly account: AccountSettings;
  /** Whether a check is to run: all but the optional ones that nobody asks for. */
  runs(checkId: string): boolean;
}

/** The criteria of a profile with the owner's settings on top; a profile that is asked for counts more than that of the settings. */
export const criteriaOf = (
  settings: ReviewSettings = {},
  account: AccountSettings = {},
  profile: ProfileName = settings.profile ?? 'recommended',
): Criteria => {
  const asked = new Set<OptionalCheck>([...optionalChecksOf(profile), ...(settings.alsoRun ?? [])]);
  return {
    profile,
    thresholds: { ...thresholdsOf(profile), ...settings.thresholds },
    settings,
    account,
    runs: (checkId) => !isOptional(checkId) || asked.has(checkId),
  };
};
