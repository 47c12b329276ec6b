import type { IamEvent } from '../events/iam-event.ts';
import { textAt } from '../events/json.ts';
import { targetGroupOf, targetRoleOf } from '../events/target.ts';
import { actorArn } from './actor-arn.ts';
import { type AffectedUser, affectedUserOf } from './affected-user.ts';

/** What an IAM call acts on, in words and as an ARN. */
export interface IamTarget {
  readonly target: string;
  readonly resource: string;
}

const ofUser = ({ user, resource, whose }: AffectedUser): IamTarget => ({
  target: whose === 'unknown' ? user : `user ${user}`,
  resource,
});

/**
 * The user, role, group or policy that a call acts on. The event's name tells which of them, since a refusal may name `x`
 * alone. What a refused call does not name is filed under the caller.
 */
export const iamTargetOf = (event: IamEvent): IamTarget => {
  const nowhere = { target: 'an unknown resource', resource: actorArn(event) };
  if (/Role(Policy)?$/.test(event.name)) {
    const role = targetRoleOf(event);
    return role ? { target: `role ${role.name}`, resource: role.arn } : nowhere;
  }
  if (/GroupPolicy$/.test(event.name)) {
    const group = targetGroupOf(event);
    return group ? { target: `group ${group.name}`, resource: group.arn } : nowhere;
  }
  if (/PolicyVersion$/.test(event.name)) {
    const policy = textAt(event.request, 'policyArn');
    return policy === undefined ? nowhere : { target: `policy ${policy}`, resource: policy };
  }
  return ofUser(affectedUserOf(event));
};
