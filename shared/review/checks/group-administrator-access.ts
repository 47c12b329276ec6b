import { authorization, awsPolicy, group, reads } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach } from '../judge-each.ts';
import { hasAwsPolicy } from '../managed-policy-arn.ts';

export const check = defineCheck({
  id: 'group-administrator-access',
  topic: 'permissions',
  severity: 'high',
  title: 'Group has AdministratorAccess',
  why: 'Every user that is put into the group, today or in a year, owns the account.',
  fix: 'Give administrators a role to take on, with MFA; detach the policy from the group.',
  misses:
    'Policies of your own that allow everything: policy-admin-customer-attached and policy-admin-inline.',
  needs: ['authorization'],
  messages: {
    FAIL: { attached: 'The group {group} has AdministratorAccess; its members: {members}.' },
    PASS: { none: 'The group {group} has no AdministratorAccess.' },
    NOT_APPLICABLE: { 'no-groups': 'The account has no IAM group.' },
  },

  judge: ({ sources, account }) =>
    judgeEach(sources.authorization.groups, account, 'no-groups', ({ name, arn, attachedPolicies }) => {
      const about = { resource: arn, resourceId: name };
      if (!hasAwsPolicy(attachedPolicies, 'AdministratorAccess'))
        return { message: 'none', ...about, data: { group: name } };
      const members = sources.authorization.users
        .filter(({ groups }) => groups.includes(name))
        .map((member) => member.name);
      return {
        message: 'attached',
        ...about,
        data: { group: name, members: members.length > 0 ? members : ['nobody'] },
      };
    }),
});

const state = (...names: readonly string[]) =>
  reads(authorization({ groups: [group('admins', { attachedPolicies: names.map(awsPolicy) })] }));

export const examples = (): CheckExample[] => [
  { name: 'attached', expect: ['attached'], severity: 'high', state: state('AdministratorAccess') },
  { name: 'another policy of AWS', expect: ['none'], state: state('AdministratorAccess-Amplify') },
  { name: 'no group', expect: ['no-groups'], state: reads(authorization({})) },
];
