import type { TrailDetail, TrailSelectors, TrailStatus } from '../account/snapshot-logging.ts';
import { type Keyed, readingsBy, type Source } from '../account/source.ts';
import type { AccountRef } from './account-ref.ts';

/** What every check of trails says where it cannot judge, or has nothing to judge. */
export const trailMessages = {
  'no-trails': 'The account sees no trail: cloudtrail-region-not-logging tells of it.',
} as const;

/** A trail with what is known of it. */
export interface KnownTrail {
  readonly trail: TrailDetail;
  /** `unknown` when the status could not be read. */
  readonly isLogging: boolean | 'unknown';
  readonly selectors: Source<TrailSelectors>;
}

/** Joins trails with their status and selectors. */
export const knownTrails = (
  trails: readonly TrailDetail[],
  statuses: readonly Keyed<TrailStatus>[],
  selectors: readonly Keyed<TrailSelectors>[] = [],
): readonly KnownTrail[] => {
  const statusOf = readingsBy(statuses);
  const selectorsOf = readingsBy(selectors);
  return trails.map((trail) => {
    const status = statusOf(trail.arn);
    return {
      trail,
      isLogging: status.status === 'read' ? status.value.isLogging : 'unknown',
      selectors: selectorsOf(trail.arn),
    };
  });
};

/** Whether some trail that logs does something; `unknown` when only one of which too little is known could. */
export const someLogging = (
  trails: readonly KnownTrail[],
  does: (selectors: TrailSelectors, trail: TrailDetail) => boolean,
): { readonly names: readonly string[]; readonly isUnknown: boolean } => {
  const doing = (known: KnownTrail): boolean | 'unknown' => {
    if (known.isLogging === false) return false;
    if (known.selectors.status !== 'read') return 'unknown';
    return does(known.selectors.value, known.trail) && (known.isLogging === true || 'unknown');
  };
  const answers = trails.map((known) => ({ name: known.trail.name, answer: doing(known) }));
  const names = answers.filter(({ answer }) => answer === true).map(({ name }) => name);
  return { names, isUnknown: names.length === 0 && answers.some(({ answer }) => answer === 'unknown') };
};

/** Whether a trail belongs to another account, as that of the organisation does for its members. */
export const isForeign = ({ arn }: TrailDetail, { id }: AccountRef): boolean => arn.split(':')[4] !== id;

/** A bucket of the account's own trails, with their names. */
export interface OwnBucket {
  readonly bucket: string;
  readonly trails: readonly string[];
}

/** The buckets of the account's own trails, each once. */
export const ownBuckets = (trails: readonly TrailDetail[], account: AccountRef): readonly OwnBucket[] => {
  const own = trails.filter((trail) => !isForeign(trail, account));
  return [...Map.groupBy(own, ({ bucket }) => bucket)].map(([bucket, those]) => ({
    bucket,
    trails: those.map(({ name }) => name),
  }));
};
