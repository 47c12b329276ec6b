import type { CredentialReport, CredentialRow, ReportDate } from '../account/snapshot-credentials.ts';

/** When, or that the report says there was no such time, or that it cannot be told from the report. */
export type KnownTime = { readonly at: string } | 'none' | 'unknown';

/**
 * What a date of the report tells. `no_information` counts as "none": AWS has tracked uses since October 2014, so a credential that shows
 * none has not been used for longer than any threshold, or never.
 */
export const timeIn = (date: ReportDate): KnownTime => {
  if ('at' in date) return date;
  return date.says === 'no-column' || date.says === 'unreadable' ? 'unknown' : 'none';
};

/** The latest of several dates; unknown when one of them is. */
export const latestOf = (dates: readonly ReportDate[]): KnownTime => {
  const times = dates.map(timeIn);
  if (times.includes('unknown')) return 'unknown';
  const known = times.flatMap((time) => (typeof time === 'object' ? [time.at] : []));
  const last = known.toSorted().at(-1);
  return last === undefined ? 'none' : { at: last };
};

/** The rows of IAM users. */
export const usersIn = ({ rows }: CredentialReport): readonly CredentialRow[] =>
  rows.filter(({ isRoot }) => !isRoot);

/** The row of the root user; the report always has one unless it was edited. */
export const rootIn = ({ rows }: CredentialReport): CredentialRow | undefined =>
  rows.find(({ isRoot }) => isRoot);

/** Whether the user has a console password. Older reports say `not_supported` of the root user's, which then always exists. */
export const hasPassword = ({ password }: CredentialRow): boolean | 'unknown' =>
  password.enabled === 'not-supported' ? true : password.enabled;

/** Whether a key slot is active; AWS says yes or no here. */
export const hasActiveKey = ({ keys }: CredentialRow): boolean | 'unknown' => {
  if (keys.some(({ active }) => active === true)) return true;
  return keys.every(({ active }) => active === false) ? false : 'unknown';
};

/** Why a row could not be judged; the same words in every check. */
export const unreadableRow =
  'The credential report does not tell enough of {resource}: a column is missing or cannot be read.';
