import { authorization, awsPolicy, reads, role, user } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { ofAccount } from '../judge-each.ts';
import { hasAwsPolicy } from '../managed-policy-arn.ts';

export const check = defineCheck({
  id: 'security-audit-role-missing',
  topic: 'hygiene',
  severity: 'info',
  title: 'No role carries SecurityAudit',
  why: 'Auditors and tools then get more than they need, because a role that may only look was never made.',
  fix: 'Make a role for security audits and attach AWS’s policy SecurityAudit.',
  misses: 'Whether anybody may take on the role, and policies of your own that give the same.',
  needs: ['authorization'],
  messages: {
    FAIL: { none: 'No role carries SecurityAudit.' },
    PASS: { some: 'These roles carry SecurityAudit: {roles}.' },
  },

  judge({ sources, account }) {
    const roles = sources.authorization.roles
      .filter(({ attachedPolicies }) => hasAwsPolicy(attachedPolicies, 'SecurityAudit'))
      .map(({ name }) => name);
    return [roles.length > 0 ? ofAccount(account, 'some', { roles }) : ofAccount(account, 'none')];
  },
});

const attached = () => ({ attachedPolicies: [awsPolicy('SecurityAudit')] });

export const examples = (): CheckExample[] => [
  { name: 'none', expect: ['none'], severity: 'info', state: reads(authorization({ roles: [role('app')] })) },
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
              { name: 'SecurityAudit', arn: 'arn:aws:iam::111122223333:policy/SecurityAudit' },
            ],
          }),
        ],
      }),
    ),
  },
];
