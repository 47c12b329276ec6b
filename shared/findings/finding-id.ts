import { createHash } from 'node:crypto';
import type { Finding, Occurrence } from './finding.ts';

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

const partsOf = (identity: FindingIdentity): readonly (string | null)[] => {
  const { ruleId, accountId, resource, message, kind } = identity;
  const parts = [ruleId, accountId, resource, identity.aspect ?? null, message, kind];
  return kind === 'incident' ? [...parts, identity.actorKey, identity.outcome] : parts;
};

/**
 * The finding's id: `F-` and 10 base-32 characters (50 bits of a SHA-256). A condition is identified by rule, account,
 * resource, aspect and message; an incident also by who did it and by whether AWS let it through.
 */
export const findingIdOf = (identity: FindingIdentity): string => {
  const digest = createHash('sha256')
    .update(JSON.stringify(partsOf(identity)))
    .digest();
  return `F-${toBase32(digest.subarray(0, 10)).slice(0, 10)}`;
};

const identityOf = (known: Occurrence | Finding): FindingIdentity => ({
  ...known,
  actorKey: known.actor.key,
  outcome: known.event.outcome,
});

/** The id of the finding that an occurrence belongs to. */
export const findingIdOfOccurrence = (occurrence: Occurrence): string => findingIdOf(identityOf(occurrence));

/** Two different findings have the same id: 50 bits are enough for an account, but they are not endless. */
export class FindingIdCollisionError extends Error {
  override readonly name = 'FindingIdCollisionError';
  readonly findingId: string;

  constructor(finding: Finding, occurrence: Occurrence) {
    super(
      `finding ${finding.id} of account ${finding.accountId} is ${JSON.stringify(partsOf(identityOf(finding)))}, yet the event ` +
        `${occurrence.event.id} gives the same id for ${JSON.stringify(partsOf(identityOf(occurrence)))}; the event was not ` +
        'recorded: raise the number of characters of the id in shared/findings/finding-id.ts',
    );
    this.findingId = finding.id;
  }
}

/**
 * Makes sure that an occurrence belongs to the finding that is stored under its id.
 *
 * @throws FindingIdCollisionError
 */
export const assertSameFinding = (finding: Finding, occurrence: Occurrence): void => {
  const stored = JSON.stringify(partsOf(identityOf(finding)));
  if (stored !== JSON.stringify(partsOf(identityOf(occurrence))))
    throw new FindingIdCollisionError(finding, occurrence);
};
