import { authorization, documentOf, group, reads, role, user } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach } from '../judge-each.ts';
import { isServiceLinked } from '../role-kinds.ts';

export const check = defineCheck({
  id: 'policy-inline-in-use',
  topic: 'policies',
  severity: 'info',
  title: 'Inline policy exists',
  why: 'It has no versions, no name that others see, and is forgotten when policies are reviewed.',
  fix: 'Make a managed policy of it, or of what is needed of it.',
  misses: 'What it allows: other checks look at that.',
  needs: ['authorization'],
  messages: {
    FAIL: { inline: '{holder} has inline policies: {policies}.' },
    PASS: { none: 'No user, group or role has an inline policy.' },
  },

  judge({ sources, account }) {
    const { users, groups, roles } = sources.authorization;
    const holders = [...users, ...groups, ...roles.filter((found) => !isServiceLinked(found))];
    const those = holders.filter(({ inlinePolicies }) => inlinePolicies.length > 0);
    return judgeEach(those, account, 'none', ({ arn, name, inlinePolicies }) => ({
      message: 'inline',
      resource: arn,
      resourceId: name,
      data: { holder: name, policies: inlinePolicies.map((policy) => policy.name) },
    }));
  },
});

const inline = () => ({ inlinePolicies: [{ name: 'p', document: documentOf({ Action: 's3:GetObject' }) }] });

export const examples = (): CheckExample[] => [
  {
    name: 'of a user, a group and a role',
    expect: ['inline', 'inline', 'inline'],
    severity: 'info',
    state: reads(
      authorization({
        users: [user('kim', inline())],
        groups: [group('g', inline())],
        roles: [role('r', inline())],
      }),
    ),
  },
  { name: 'none', expect: ['none'], state: reads(authorization({ users: [user('kim')] })) },
];
