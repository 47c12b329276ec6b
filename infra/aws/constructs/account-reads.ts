import type { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Deployment } from '../../../shared/config/deployment.ts';
import type { WideResources } from './monitored-function.ts';

/**
 * What rules may look up (shared/adapters/iam), by the resources that AWS lets the permission name.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
export const accountReads = {
  user: [
    'iam:GetAccessKeyLastUsed',
    'iam:GetUser',
    'iam:GetUserPolicy',
    'iam:ListAccessKeys',
    'iam:ListAttachedUserPolicies',
    'iam:ListGroupsForUser',
    'iam:ListUserPolicies',
  ],
  role: ['iam:GetRole', 'iam:GetRolePolicy', 'iam:ListAttachedRolePolicies', 'iam:ListRolePolicies'],
  group: ['iam:GetGroupPolicy', 'iam:ListAttachedGroupPolicies', 'iam:ListGroupPolicies'],
  /** Of the account and of AWS. */
  policy: ['iam:GetPolicy', 'iam:GetPolicyVersion', 'iam:ListPolicyVersions'],
  'instance-profile': ['iam:GetInstanceProfile'],
  /** These know no resources. */
  account: ['cloudtrail:DescribeTrails', 'iam:GetAccountPasswordPolicy'],
} as const;

const resourcesOf = (stack: Stack, type: string): readonly string[] => {
  if (type === 'account') return ['*'];
  const owners = type === 'policy' ? [stack.account, 'aws'] : [stack.account];
  return owners.map((account) =>
    stack.formatArn({ service: 'iam', region: '', account, resource: type, resourceName: '*' }),
  );
};

/** To look up what an event is about. Nothing of it can change anything. */
export const readAccount = (stack: Stack): readonly PolicyStatement[] =>
  Object.entries(accountReads).map(
    ([type, actions]) =>
      new PolicyStatement({ actions: [...actions], resources: [...resourcesOf(stack, type)] }),
  );

/** Those of its resources that end in `*`, and why. */
export const wideReads = (stack: Stack, { readerRole }: Pick<Deployment, 'readerRole'>): WideResources => ({
  resources: [
    ...Object.keys(accountReads).flatMap((type) => resourcesOf(stack, type)),
    ...(readerRole === undefined ? [] : [readerRoleArn(stack, readerRole.name)]),
  ],
  reason:
    'Read-only. An event may be about any user, role, group or policy of the account, so all of them can be looked up; two of the actions know no resources. Where other accounts are read, a role of one name may be taken on in each of them.',
});

const readerRoleArn = (stack: Stack, name: string): string =>
  stack.formatArn({ service: 'iam', region: '', account: '*', resource: 'role', resourceName: name });

/** To look things up in other accounts, by a role of this name there, within the organisation where it is known. */
export const readOtherAccounts = (
  stack: Stack,
  { readerRole, organizationId }: Pick<Deployment, 'readerRole' | 'organizationId'>,
): readonly PolicyStatement[] =>
  readerRole === undefined
    ? []
    : [
        new PolicyStatement({
          actions: ['sts:AssumeRole'],
          resources: [readerRoleArn(stack, readerRole.name)],
          ...(organizationId === undefined
            ? {}
            : { conditions: { StringEquals: { 'aws:ResourceOrgID': organizationId } } }),
        }),
      ];

/** For the environment of the function. */
export const readerEnvironment = ({
  readerRole,
}: Pick<Deployment, 'readerRole'>): Readonly<Record<string, string>> =>
  readerRole === undefined
    ? {}
    : {
        READER_ROLE: readerRole.name,
        ...(readerRole.externalId === undefined ? {} : { READER_EXTERNAL_ID: readerRole.externalId }),
      };
