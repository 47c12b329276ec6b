import { createHash } from 'node:crypto';
import type { Occurrence } from './finding.ts';

/** What makes two occurrences one finding. */
export type FindingIdentity = Pick<
  Occurrence,
  'ruleId' | 'kind' | 'accountId' | 'resource' | 'aspect' | 'message'
> & {
  readonly actorKey: string;
  readonly outcome: Occurrence['event']['outcome'];
};

/** Crockford's base 32: no I, L, O or U, so that an id can be read out on the phone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const toBase32 = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('');
};

/**
 * The finding's id: `F-` and 10 base-32 characters (50 bits of a SHA-256). A condition is identified by rule, account,
 * resource, aspect and message; an incident also by who did it and by whether AWS let it through.
 */
export const findingIdOf = (identity: FindingIdentity): string => {
  const { ruleId, accountId, resource, message, kind } = identity;
  const parts = [ruleId, accountId, resource, identity.aspect ?? null, message, kind];
  const whole = kind === 'incident' ? [...parts, identity.actorKey, identity.outcome] : parts;
  const digest = createHash('sha256').update(JSON.stringify(whole)).digest();
  return `F-${toBase32(digest.subarray(0, 10)).slice(0, 10)}`;
};

/** The id of the finding that an occurrence belongs to. */
export const findingIdOfOccurrence = (occurrence: Occurrence): string =>
  findingIdOf({ ...occurrence, actorKey: occurrence.actor.key, outcome: occurrence.event.outcome });
