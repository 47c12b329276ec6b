import type { AccountSnapshot } from './snapshot.ts';
import type { Keyed, Source, UnavailableReason } from './source.ts';

const isKeyed = (value: unknown): value is Keyed<unknown> =>
  typeof value === 'object' && value !== null && 'key' in value && 'reading' in value;

const faultsIn = (source: Source<unknown>): readonly (readonly [string, UnavailableReason])[] => {
  if (source.status !== 'read') return [[source.cause, source.reason]];
  return Array.isArray(source.value)
    ? source.value.flatMap((one: unknown) => (isKeyed(one) ? faultsIn(one.reading) : []))
    : [];
};

/**
 * Why parts of a snapshot could not be read, by the cause that its verdicts give.
 *
 * @returns of a cause that joins several with "; ", the reason of the first; `other` for a cause that is of no source
 */
export const reasonsIn = ({ sources }: AccountSnapshot): ((cause: string) => UnavailableReason | 'other') => {
  const reasons = new Map(Object.values(sources).flatMap((source) => faultsIn(source as Source<unknown>)));
  return (cause) => reasons.get(cause) ?? reasons.get(cause.split('; ', 1)[0] ?? '') ?? 'other';
};
