import type { IamEvent } from '../events/iam-event.ts';
import { accountArn, type Target, targetGroupOf, targetRoleOf, targetUserOf } from '../events/target.ts';

/** Whose policies a call changes. */
export interface PolicyHolder {
  readonly kind: 'user' | 'role' | 'group';
  /** `unknown` when a refused call names nobody. */
  readonly name: string;
  /** Without a path; the account's ARN when the name is unknown. */
  readonly arn: string;
}

const holder = (event: IamEvent, kind: PolicyHolder['kind'], target: Target | undefined): PolicyHolder =>
  target ? { kind, name: target.name, arn: target.arn } : { kind, name: 'unknown', arn: accountArn(event) };

/** The user, role or group of IAM's {Put,Attach,Detach,Delete}{User,Role,Group}… calls, told by the name of the call. */
export const policyHolderOf = (event: IamEvent): PolicyHolder => {
  if (event.name.includes('Group')) return holder(event, 'group', targetGroupOf(event));
  return event.name.includes('Role')
    ? holder(event, 'role', targetRoleOf(event))
    : holder(event, 'user', targetUserOf(event));
};
