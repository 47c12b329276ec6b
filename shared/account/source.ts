/**
 * Why a source has no answer.
 *
 * - `missing`: nobody asked, or the file is not there.
 * - `denied`: AWS refused the call.
 * - `throttled`: AWS was asked too often.
 * - `malformed`: there is an answer, but it cannot be read.
 * - `incomplete`: only a part of the answer is there, e.g. the first page.
 * - `failed`: anything else.
 */
export type UnavailableReason = 'missing' | 'denied' | 'throttled' | 'malformed' | 'incomplete' | 'failed';

/** A source that gave no answer. Never read as an empty answer. */
export interface Unavailable {
  readonly status: 'unavailable';
  readonly reason: UnavailableReason;
  /** A sentence part for people, without a full stop. May hold the attacker's text. */
  readonly cause: string;
}

/** What one question about the account was answered with. */
export type Source<T> =
  | {
      readonly status: 'read';
      readonly value: T;
      /** When AWS was asked, ISO 8601 UTC. */
      readonly readAt: string;
    }
  | Unavailable;

/** An answer for each of several things (a region, a principal, a bucket), since each can fail by itself. */
export interface Keyed<T> {
  /** A region, an ARN or a name, as the source says. */
  readonly key: string;
  readonly reading: Source<T>;
}

/** The key of a reading that holds for every thing which has none of its own, e.g. of a call that was denied altogether. */
export const everyOther = '*';

/** The reading of one thing; `missing` when nobody asked about it, with the same cause for each thing. */
export const readingOf = <T>(all: readonly Keyed<T>[], key: string): Source<T> =>
  (all.find((one) => one.key === key) ?? all.find((one) => one.key === everyOther))?.reading ?? {
    status: 'unavailable',
    reason: 'missing',
    cause: 'AWS was not asked about it',
  };

/** The same for many questions to one source. */
export const readingsBy = <T>(all: readonly Keyed<T>[]): ((key: string) => Source<T>) => {
  // The first counts, as in `readingOf`.
  const byKey = new Map(all.toReversed().map(({ key, reading }) => [key, reading]));
  return (key) =>
    byKey.get(key) ??
    readingOf(
      all.filter((one) => one.key === everyOther),
      key,
    );
};
