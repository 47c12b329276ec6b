import type { AccountReader } from './account-reader.ts';
import type { LookupAnswer } from './lookup.ts';

/** How many look-ups may be sent. */
export interface LookupLimit {
  /** So many at once, after a quiet time. */
  readonly burst: number;
  /** So many a second thereafter. */
  readonly perSecond: number;
  /** Milliseconds that a look-up is held back at most; one that would wait longer is not sent. */
  readonly patience: number;
}

/**
 * The quotas of IAM's API are not published, are per account, and are shared with everybody who deploys. Ten functions at once thus send 20
 * look-ups a second at most.
 */
export const defaultLookupLimit: LookupLimit = { burst: 10, perSecond: 2, patience: 5_000 };

const heldBack = ({ perSecond, burst }: LookupLimit): LookupAnswer => ({
  status: 'unavailable',
  transient: true,
  cause: `look-up held back: Trailwarden sends ${perSecond} a second (${burst} at once), so that the account's IAM API is left to others; it will be asked again`,
});

/**
 * Spares the account's API: a burst of events becomes no burst of calls. A look-up waits for its turn, or is unavailable.
 *
 * @param outside.now epoch milliseconds
 * @param outside.delay waits so many milliseconds
 */
export const limitedReader = (
  reader: AccountReader,
  outside: { now(): number; delay(millis: number): Promise<unknown> },
  limit: LookupLimit = defaultLookupLimit,
): AccountReader => {
  const { now, delay } = outside;
  const interval = 1000 / limit.perSecond;
  /** When the next look-up after a full burst would be due: each one that is sent moves it on by an interval. */
  let dueAt = Number.NEGATIVE_INFINITY;
  return {
    async read(accountId, lookup) {
      const time = now();
      const due = Math.max(dueAt, time - (limit.burst - 1) * interval);
      const wait = due - time;
      if (wait > limit.patience) return heldBack(limit);
      dueAt = due + interval;
      if (wait > 0) await delay(wait);
      return reader.read(accountId, lookup);
    },
  };
};
