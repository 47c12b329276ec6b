import type { IamEvent } from '../events/iam-event.ts';
import { textAt } from '../events/json.ts';

// AWS managed policies that are, or lead to, full control of the account: IAMFullAccess and AWSSSOMasterAccountAdministrator
// can grant the rest, PowerUserAccess is everything but IAM (AWS Managed Policy Reference Guide).
const adminNames = new Set([
  'AdministratorAccess',
  'IAMFullAccess',
  'PowerUserAccess',
  'AWSSSOMasterAccountAdministrator',
]);

/** Whether a policy is an administrator's by its name, whoever manages it: customers copy AWS's names. */
export const isAdminPolicy = (policyArn: string): boolean =>
  adminNames.has(policyArn.slice(policyArn.lastIndexOf('/') + 1));

/**
 * What an Attach*Policy call hands out: an administrator's policy by ARN, a policy that CloudTrail did not log (`unknown`: the
 * call was refused, or its parameters were left out), or another policy (undefined).
 */
export const attachedAdminPolicyOf = (
  event: IamEvent,
): { readonly policy: string | 'unknown' } | undefined => {
  const policy = textAt(event.request, 'policyArn');
  if (policy !== undefined) return isAdminPolicy(policy) ? { policy } : undefined;
  return event.outcome === 'denied' || event.requestOmitted ? { policy: 'unknown' } : undefined;
};
