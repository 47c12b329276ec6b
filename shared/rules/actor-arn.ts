import type { IamEvent } from '../events/iam-event.ts';
import { accountArn, iamArn } from '../events/target.ts';

/** ARN of who acts, where the actor itself is what a finding is about: the role behind a session, not the session. */
export const actorArn = (event: IamEvent): string => {
  const { type, roleName, userName, arn } = event.actor;
  if (roleName !== undefined) return iamArn(event, 'role', roleName);
  if (type === 'IAMUser' && userName !== undefined) return iamArn(event, 'user', userName);
  return arn ?? accountArn(event);
};
