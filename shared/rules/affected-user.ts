import type { IamEvent } from '../events/iam-event.ts';
import { accountArn, targetUserOf } from '../events/target.ts';

/** What CloudTrail writes for `userName` where the root user is meant. No IAM user can have it: IAM names hold no spaces. */
export const rootUserName = 'AWS ROOT USER';

/** The user whose credentials a call acts on. */
export interface AffectedUser {
  /** The name; "root", or "an unknown user" when a refused call names nobody. */
  readonly user: string;
  /** ARN of the user; that of the account's root for root and for an unknown user. */
  readonly resource: string;
  readonly whose: 'own' | 'other' | 'root' | 'unknown';
}

/**
 * The user that a call of IAM's user operations acts on. `own` is decided by comparing whole IAM user names, and never for a
 * role session: its session name is the caller's choice and may equal the name of the user it attacks.
 */
export const affectedUserOf = (event: IamEvent): AffectedUser => {
  const target = targetUserOf(event);
  if (target?.name === rootUserName || (!target && event.actor.type === 'Root'))
    return { user: 'root', resource: accountArn(event), whose: 'root' };
  if (!target) return { user: 'an unknown user', resource: accountArn(event), whose: 'unknown' };
  return { user: target.name, resource: target.arn, whose: target.isSelf ? 'own' : 'other' };
};
