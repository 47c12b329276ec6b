import type { IamEvent } from '../events/iam-event.ts';
import { booleanAt, objectAt, textAt } from '../events/json.ts';
import { accountArn } from '../events/target.ts';
import { policyHolderOf } from './policy-holder.ts';
import { refusedArnOf } from './resource-arn.ts';

/** The policy that a call writes or deletes, as a finding's resource and aspect. */
export interface WrittenPolicy {
  /** The holder of an inline policy; the managed policy itself, by the ARN that CloudTrail logs (with its path). */
  readonly resource: string;
  /** Name of the inline policy; of a managed one `default` (what is in force) or the version's id. */
  readonly aspect: string;
}

const managedPolicyOf = (event: IamEvent): WrittenPolicy => {
  const resource =
    textAt(event.request, 'policyArn') ??
    textAt(objectAt(event.response, 'policy'), 'arn') ??
    refusedArnOf(event) ??
    accountArn(event);
  const isVersion = event.name.endsWith('PolicyVersion') && booleanAt(event.request, 'setAsDefault') !== true;
  if (!isVersion) return { resource, aspect: 'default' };
  const made = textAt(objectAt(event.response, 'policyVersion'), 'versionId');
  return { resource, aspect: textAt(event.request, 'versionId') ?? made ?? 'unknown' };
};

/** Which policy a call of IAM's {Put,Delete}{User,Role,Group}Policy, {Create,Delete}Policy or {Create,Delete}PolicyVersion is about. */
export const writtenPolicyOf = (event: IamEvent): WrittenPolicy =>
  /(User|Role|Group)Policy$/.test(event.name)
    ? { resource: policyHolderOf(event).arn, aspect: textAt(event.request, 'policyName') ?? 'unknown' }
    : managedPolicyOf(event);
