import type { AccountSnapshot, SourceName } from '../account/snapshot.ts';
import type { Keyed } from '../account/source.ts';
import type { Check } from './define-check.ts';
import type { Verdict } from './run-checks.ts';

/** Sources whose answers were had one by one, some of them days before the others. */
const keyedSources = [
  'serviceAccess',
  'instanceProfileUses',
  'trailStatus',
  'trailSelectors',
  'trailInsights',
  'buckets',
  'analyzers',
  'analyzerFindings',
  'guardDuty',
  'securityHub',
  'configRecorders',
] as const satisfies readonly SourceName[];

type KeyedSource = (typeof keyedSources)[number];

const isKeyed = (name: SourceName): name is KeyedSource => keyedSources.some((keyed) => keyed === name);

/** When a source was read: as a whole, and by thing where it has an answer for each. Epoch milliseconds. */
interface ReadTimes {
  readonly asked: number;
  readonly oldest: number;
  readonly byKey: ReadonlyMap<string, number>;
}

const readTimesOf = (name: SourceName, { sources }: AccountSnapshot): readonly ReadTimes[] => {
  const source = sources[name];
  if (source.status !== 'read') return [];
  const readings: readonly Keyed<unknown>[] = isKeyed(name)
    ? (source.value as readonly Keyed<unknown>[])
    : [];
  const byKey = new Map(
    readings.flatMap(({ key, reading }) =>
      reading.status === 'read' ? [[key, Date.parse(reading.readAt)] as const] : [],
    ),
  );
  // Not spread into `Math.min`: there may be more things than a call takes arguments.
  const asked = Date.parse(source.readAt);
  let oldest = byKey.size === 0 ? asked : Number.POSITIVE_INFINITY;
  for (const time of byKey.values()) oldest = Math.min(oldest, time);
  return [{ asked, oldest, byKey }];
};

/** What looks at sources: a check, or a condition that is judged again. */
export type Looking = Pick<Check, 'needs' | 'confirms' | 'consults'>;

/** What a check may look at. */
export const sourcesOf = ({ needs, confirms = [], consults = [] }: Looking): readonly SourceName[] => [
  ...needs,
  ...confirms,
  ...consults,
];

/** When what a snapshot says was so, ISO 8601 in UTC; undefined for a check none of whose sources was read. */
export interface Observer {
  /**
   * Since when a verdict may be out of date: when the oldest of the sources that it rests on was read. Whatever happened later is not in it. Of
   * a source that was asked about each thing by itself, the answer on the verdict's thing counts.
   */
  seenAt(check: Looking, thing: Pick<Verdict, 'resource' | 'resourceId'>): string | undefined;
  /** When it was seen what things there are: no answer on a thing that is gone is to be had. */
  listedAt(check: Looking): string | undefined;
}

const oldestOf = (times: readonly number[]): string | undefined =>
  times.length === 0 ? undefined : new Date(Math.min(...times)).toISOString();

export const observerOf = (snapshot: AccountSnapshot): Observer => {
  const known = new Map<SourceName, readonly ReadTimes[]>();
  const timesOf = (name: SourceName): readonly ReadTimes[] => {
    const times = known.get(name) ?? readTimesOf(name, snapshot);
    known.set(name, times);
    return times;
  };
  return {
    seenAt: (check, { resource, resourceId }) =>
      oldestOf(
        sourcesOf(check)
          .flatMap(timesOf)
          .map(({ byKey, oldest }) => byKey.get(resource) ?? byKey.get(resourceId) ?? oldest),
      ),
    listedAt: (check) =>
      oldestOf(
        sourcesOf(check)
          .flatMap(timesOf)
          .map(({ asked }) => asked),
      ),
  };
};
