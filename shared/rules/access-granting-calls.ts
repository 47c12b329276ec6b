import type { Action, IamEvent } from '../events/iam-event.ts';
import { textAt } from '../events/json.ts';
import { targetGroupOf, targetRoleOf } from '../events/target.ts';
import { actorArn } from './actor-arn.ts';
import { type AffectedUser, affectedUserOf } from './affected-user.ts';

/**
 * IAM calls that by themselves give somebody more access or a new credential. Creating a role, group or policy is not among
 * them: it gives nothing until it is attached or assumed.
 */
export const accessGrantingCalls = [
  'iam:AddUserToGroup',
  'iam:AttachGroupPolicy',
  'iam:AttachRolePolicy',
  'iam:AttachUserPolicy',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:CreatePolicyVersion',
  'iam:CreateServiceSpecificCredential',
  'iam:CreateUser',
  'iam:PutGroupPolicy',
  'iam:PutRolePolicy',
  'iam:PutUserPolicy',
  'iam:SetDefaultPolicyVersion',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateLoginProfile',
] as const satisfies readonly Action[];

/** What one of these calls acts on, in words and as an ARN. */
export interface GrantTarget {
  readonly target: string;
  readonly resource: string;
}

const ofUser = ({ user, resource, whose }: AffectedUser): GrantTarget => ({
  target: whose === 'unknown' ? user : `user ${user}`,
  resource,
});

/**
 * Who or what gets more by one of `accessGrantingCalls`. The event's name tells whether that is a user, a role or a group: a
 * refusal may name `x` alone. What a refused call does not name is filed under the caller.
 */
export const grantTargetOf = (event: IamEvent): GrantTarget => {
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
