import { type ProfileName, profileNames } from '../../../shared/account/review-settings.ts';
import { checks } from '../../../shared/review/checks/index.ts';
import type { Check } from '../../../shared/review/define-check.ts';
import { nearest } from '../../../shared/text/nearest.ts';
import { UsageError } from '../errors.ts';

const isoTime = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * Reads `--at`: a date or time in ISO 8601, UTC unless it says else.
 *
 * @returns epoch milliseconds
 * @throws UsageError when it is neither
 */
export const parseAt = (value: string): number => {
  const hasOffset = /(Z|[+-]\d{2}:?\d{2})$/i.test(value.slice(10));
  const time = isoTime.test(value)
    ? Date.parse(value.length > 10 && !hasOffset ? `${value}Z` : value)
    : Number.NaN;
  if (!Number.isNaN(time)) return time;
  throw new UsageError(
    `--at ${value}: no time`,
    'Give a date or time in ISO 8601, such as 2026-03-04 or 2026-03-04T05:06:07Z.',
  );
};

/** @throws UsageError for a word that is no profile */
export const parseProfile = (value: string): ProfileName => {
  const profile = profileNames.find((name) => name === value.toLowerCase());
  if (profile) return profile;
  const [meant] = nearest(value, profileNames);
  throw new UsageError(
    `--profile ${value}: no profile.${meant ? ` Did you mean ${meant}?` : ''}`,
    `Profiles: ${profileNames.join(', ')}.`,
  );
};

/** @throws UsageError for what is no number of rows */
export const parseTop = (value: string): number => {
  if (/^\d{1,6}$/.test(value)) return Number(value);
  throw new UsageError(`--top ${value}: no number of rows`, 'Give a whole number, e.g. 10.');
};

/**
 * The checks with these ids, in the order of the catalogue; all of them when none is named.
 *
 * @throws UsageError for an id that no check has
 */
export const chosenChecks = (ids: readonly string[] | undefined): readonly Check[] => {
  if (ids === undefined) return checks;
  const known = checks.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown === undefined) return checks.filter(({ id }) => ids.includes(id));
  const [meant] = nearest(unknown, known);
  throw new UsageError(
    `There is no check "${unknown}".${meant ? ` Did you mean ${meant}?` : ''}`,
    'docs/checks/README.md lists them.',
  );
};
