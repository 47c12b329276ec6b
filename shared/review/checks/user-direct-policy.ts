import { authorization, awsPolicy, documentOf, reads, user } from '../../account/example.ts';
import type { UserDetail } from '../../account/snapshot-identities.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach } from '../judge-each.ts';

export const check = defineCheck({
  id: 'user-direct-policy',
  topic: 'permissions',
  severity: 'low',
  title: 'User has policies of its own',
  why: 'Permissions that are given one by one are never taken back when somebody changes jobs.',
  fix: 'Move the policies to a group, and put the user into it; better, to a role.',
  misses: 'What the policies allow: other checks look at that.',
  needs: ['authorization'],
  messages: {
    FAIL: { direct: '{user} has policies of its own: {policies}.' },
    PASS: { none: '{user} has no policy of its own.' },
    NOT_APPLICABLE: { 'no-users': 'The account has no IAM user.' },
  },

  // A permissions boundary only limits: it is no attachment.
  judge: ({ sources, account }) =>
    judgeEach(sources.authorization.users, account, 'no-users', (found) => {
      const policies = [
        ...found.attachedPolicies.map(({ arn }) => arn),
        ...found.inlinePolicies.map(({ name }) => `${name} (inline)`),
      ];
      const about = { resource: found.arn, resourceId: found.name };
      return policies.length > 0
        ? { message: 'direct', ...about, data: { user: found.name, policies } }
        : { message: 'none', ...about, data: { user: found.name } };
    }),
});

const state = (over: Partial<UserDetail>) => reads(authorization({ users: [user('kim', over)] }));

export const examples = (): CheckExample[] => [
  {
    name: 'an attached and an inline policy',
    expect: ['direct'],
    severity: 'low',
    state: state({
      attachedPolicies: [awsPolicy('ReadOnlyAccess')],
      inlinePolicies: [{ name: 'p', document: documentOf({ Action: 's3:ListBucket' }) }],
    }),
  },
  {
    name: 'a boundary only',
    expect: ['none'],
    state: state({ boundaryArn: awsPolicy('ReadOnlyAccess').arn }),
  },
  { name: 'a group only', expect: ['none'], state: state({ groups: ['developers'] }) },
  { name: 'no user', expect: ['no-users'], state: reads(authorization({})) },
];
