import { authorization, awsPolicy, reads, role, user } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { ofAccount } from '../judge-each.ts';
import { hasAwsPolicy } from '../managed-policy-arn.ts';

export const check = defineCheck({
  id: 'support-role-missing',
  topic: 'hygiene',
  severity: 'low',
  title: 'No role carries AWSSupportAccess',
  why: 'During an incident somebody must open a case with AWS; without such a role people reach for root or administrators.',
  fix: 'Make a role for support cases and attach AWS’s policy AWSSupportAccess.',
  misses: 'Whether anybody may take on the role, and policies of your own that give the same.',
  needs: ['authorization'],
  messages: {
    FAIL: { none: 'No role carries AWSSupportAccess.' },
    PASS: { some: 'These roles carry AWSSupportAccess: {roles}.' },
  },

  judge({ sources, account }) {
    const roles = sources.authorization.roles
      .filter(({ attachedPolicies }) => hasAwsPolicy(attachedPolicies, 'AWSSupportAccess'))
      .map(({ name }) => name);
    return [roles.length > 0 ? ofAccount(account, 'some', { roles }) : ofAccount(account, 'none')];
  },
});

const attached = () => ({ attachedPolicies: [awsPolicy('AWSSupportAccess')] });

export const examples = (): CheckExample[] => [
  { name: 'none', expect: ['none'], severity: 'low', state: reads(authorization({ roles: [role('app')] })) },
  { name: 'a role', expect: ['some'], state: reads(authorization({ roles: [role('r', attached())] })) },
  {
    name: 'a user only',
    expect: ['none'],
    state: reads(authorization({ users: [user('kim', attached())] })),
  },
  {
    name: 'a policy of the account with that name',
    expect: ['none'],
    state: reads(
      authorization({
        roles: [
          role('r', {
            attachedPolicies: [
              { name: 'AWSSupportAccess', arn: 'arn:aws:iam::111122223333:policy/AWSSupportAccess' },
            ],
          }),
        ],
      }),
    ),
  },
];
