import type { AccountReader } from './account-reader.ts';
import type { Lookup, LookupAnswer, LookupKind } from './lookup.ts';

const second = 1000;
const minute = 60 * second;

/**
 * How long an answer may be used, in milliseconds. What the events of a burst are about is read anew within seconds, since the
 * events are what changes it; what is asked often and changes rarely is kept longer.
 */
const lifetimes: Readonly<Record<LookupKind, number>> = {
  'access-keys': 10 * second,
  'access-key-last-used': minute,
  'attached-policies': 10 * second,
  'groups-of-user': 10 * second,
  role: 10 * second,
  user: 10 * second,
  'managed-policy': 10 * second,
  'policy-before': 10 * second,
  'inline-policy': 10 * second,
  permissions: 10 * second,
  // Written anew once a night.
  'prior-state': 5 * minute,
  'password-policy': minute,
  trails: 5 * minute,
  address: 60 * minute,
};
/** A reader that was throttled or denied is left in peace for so long. */
const failureLifetime = 15 * second;

/** Policies of AWS change a few times a year, and not by an event of the account. */
const isOfAws = ({ kind, id }: Lookup): boolean =>
  kind === 'managed-policy' && /^arn:[^:]+:iam::aws:/.test(id);

const lifetimeOf = (lookup: Lookup, { status }: LookupAnswer): number => {
  const lifetime = isOfAws(lookup) ? 60 * minute : lifetimes[lookup.kind];
  return status === 'unavailable' ? Math.min(failureLifetime, lifetime) : lifetime;
};

interface Kept {
  readonly answer: Promise<LookupAnswer>;
  /** Milliseconds; unknown while the answer is on its way. */
  until: number;
}

/**
 * Keeps answers for a while; the same question asked again before the answer has come is sent once.
 *
 * @param options.now epoch milliseconds
 * @param options.capacity answers kept at most; the oldest go first. Default 5000.
 */
export const cachedReader = (
  reader: AccountReader,
  { now, capacity = 5000 }: { now(): number; capacity?: number },
): AccountReader => {
  const kept = new Map<string, Kept>();
  const keep = (key: string, lookup: Lookup, answer: Promise<LookupAnswer>): void => {
    const entry: Kept = { answer, until: Number.POSITIVE_INFINITY };
    kept.delete(key);
    kept.set(key, entry);
    if (kept.size > capacity) kept.delete(kept.keys().next().value ?? key);
    answer.then(
      (came) => {
        entry.until = now() + lifetimeOf(lookup, came);
      },
      // The one who asked sees the error; it is not worth keeping.
      () => kept.delete(key),
    );
  };
  return {
    read(accountId, lookup) {
      const key = JSON.stringify([accountId, lookup.kind, lookup.id]);
      const known = kept.get(key);
      if (known && known.until > now()) return known.answer;
      const answer = reader.read(accountId, lookup);
      keep(key, lookup, answer);
      return answer;
    },
  };
};
