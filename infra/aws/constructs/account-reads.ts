import type { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { WideResources } from './monitored-function.ts';

/**
 * What rules may look up (shared/adapters/iam), by the resources that AWS lets the permission name.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
export const accountReads = {
  user: [
    'iam:GetAccessKeyLastUsed',
    'iam:ListAccessKeys',
    'iam:ListAttachedUserPolicies',
    'iam:ListGroupsForUser',
    'iam:ListUserPolicies',
  ],
  role: ['iam:GetRole', 'iam:ListAttachedRolePolicies', 'iam:ListRolePolicies'],
  group: ['iam:ListAttachedGroupPolicies', 'iam:ListGroupPolicies'],
  'instance-profile': ['iam:GetInstanceProfile'],
  /** These know no resources. */
  account: ['cloudtrail:DescribeTrails', 'iam:GetAccountPasswordPolicy'],
} as const;

const resourceOf = (stack: Stack, type: string): string =>
  type === 'account'
    ? '*'
    : stack.formatArn({ service: 'iam', region: '', resource: type, resourceName: '*' });

/** To look up what an event is about. Nothing of it can change anything. */
export const readAccount = (stack: Stack): readonly PolicyStatement[] =>
  Object.entries(accountReads).map(
    ([type, actions]) => new PolicyStatement({ actions: [...actions], resources: [resourceOf(stack, type)] }),
  );

/** Those of its resources that end in `*`, and why. */
export const wideReads = (stack: Stack): WideResources => ({
  resources: Object.keys(accountReads).map((type) => resourceOf(stack, type)),
  reason:
    'Read-only. An event may be about any user, role or group of the account, so all of them can be looked up; two of the actions know no resources.',
});
