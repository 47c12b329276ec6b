import { type Keyed, readingsBy, type Source } from '../account/source.ts';
import type { AccountRef } from './account-ref.ts';
import type { Criteria } from './criteria.ts';
import type { CheckData, Judgement } from './define-check.ts';
import { ofAccount } from './judge-each.ts';

/** What every check of Regions says where it cannot judge. */
export const regionMessages = {
  'no-regions':
    'Which Regions to look at is not known: neither the enabled Regions were read, nor does the setting account.regionsInUse name any.',
  'region-unknown': 'Nothing is known of {region}: {cause}.',
} as const;

/**
 * The Regions to judge: those in which work is done, as the settings say, else all that are enabled.
 *
 * @param enabled when the source was read
 */
export const regionsToJudge = (
  enabled: readonly string[] | undefined,
  { account }: Criteria,
): readonly string[] => account.regionsInUse ?? enabled ?? [];

/** The verdict on one Region. */
export interface RegionJudgement<M extends string> {
  readonly message: M;
  readonly data?: CheckData;
}

/** What a Region is judged by, and what its verdicts are about. */
export interface RegionQuestion<T> {
  readonly regions: readonly string[];
  readonly readings: readonly Keyed<T>[];
  readonly account: AccountRef;
  resourceOf(region: string): string;
}

/** One verdict on each Region. */
export const judgeRegions = <T, M extends string>(
  { regions, readings, account, resourceOf }: RegionQuestion<T>,
  judge: (value: T, region: string) => RegionJudgement<M>,
): readonly Judgement<M | 'no-regions' | 'region-unknown'>[] => {
  if (regions.length === 0) return [ofAccount(account, 'no-regions')];
  const readingFor: (region: string) => Source<T> = readingsBy(readings);
  return regions.map((region): Judgement<M | 'region-unknown'> => {
    const about = { resource: resourceOf(region), resourceId: region };
    const reading = readingFor(region);
    if (reading.status !== 'read')
      return { message: 'region-unknown', ...about, data: { region, cause: reading.cause } };
    const { message, data = {} } = judge(reading.value, region);
    return { message, ...about, data: { region, ...data } };
  });
};
