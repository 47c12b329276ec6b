import type { IamEvent } from '../events/iam-event.ts';
import type { DetailPattern } from './trigger.ts';

/** Calls signed with an access key that does not expire: IAM users and root have such keys, nobody else. */
export const signedByLongTermKey = {
  userIdentity: { type: ['IAMUser', 'Root'], accessKeyId: [{ prefix: 'AKIA' }] },
} as const satisfies DetailPattern;

/** Id of the access key that signed a call, if it is one that does not expire and the call came from its holder and not from a service. */
export const longTermKeyOf = ({ actor, via }: IamEvent): string | undefined =>
  actor.keyKind === 'long-term' && (actor.type === 'IAMUser' || actor.type === 'Root') && via !== 'service'
    ? actor.accessKeyId
    : undefined;
