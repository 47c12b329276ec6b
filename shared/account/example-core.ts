import type { AccountSnapshot, SnapshotSources, SnapshotValues, SourceName } from './snapshot.ts';
import type { Keyed, Source } from './source.ts';
import { sourceNames } from './source-calls.ts';

export const exampleAccount = '111122223333';
/** The time at which examples are judged. */
export const exampleAt = '2026-03-04T05:06:08.000Z';

const day = 24 * 60 * 60 * 1000;

/** So many days before the examples' time; may be a fraction, and negative for the future. */
export const daysAgo = (days: number): string =>
  new Date(Date.parse(exampleAt) - Math.round(days * day)).toISOString();

export const arnOf = (resource: string): string => `arn:aws:iam::${exampleAccount}:${resource}`;

/** A source that was read when the examples are judged. */
export const readSource = <T>(value: T): Source<T> => ({ status: 'read', value, readAt: exampleAt });

/** A thing of a source that has one answer for each. */
export const keyed = <T>(key: string, value: T): Keyed<T> => ({ key, reading: readSource(value) });

/** Sources with these values. */
export const reads = (values: Partial<SnapshotValues>): Partial<SnapshotSources> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, readSource(value)]));

/** A snapshot of the example account; sources that are not given are missing. */
export const snapshotOf = (
  sources: Partial<SnapshotSources>,
  partition: string = 'aws',
): AccountSnapshot => ({
  accountId: exampleAccount,
  partition,
  sources: {
    ...(Object.fromEntries(
      sourceNames.map((name: SourceName) => [
        name,
        { status: 'unavailable', reason: 'missing', cause: `${name} is missing` },
      ]),
    ) as unknown as SnapshotSources),
    ...sources,
  },
});
