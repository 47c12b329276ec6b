import { authorization, reads, user } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach } from '../judge-each.ts';

export const check = defineCheck({
  id: 'user-not-in-group',
  topic: 'permissions',
  severity: 'low',
  title: 'User is in no group',
  why: 'A user outside every group is managed by hand, and forgotten by whoever changes a group.',
  fix: 'Put the user into the group of its job.',
  misses: 'Whether the group is the right one.',
  needs: ['authorization'],
  messages: {
    FAIL: { none: '{user} is in no group.' },
    PASS: { some: '{user} is in the group(s) {groups}.' },
    NOT_APPLICABLE: { 'no-users': 'The account has no IAM user.' },
  },

  judge: ({ sources, account }) =>
    judgeEach(sources.authorization.users, account, 'no-users', ({ name, arn, groups }) => {
      const about = { resource: arn, resourceId: name };
      return groups.length > 0
        ? { message: 'some', ...about, data: { user: name, groups } }
        : { message: 'none', ...about, data: { user: name } };
    }),
});

const state = (...groups: readonly string[]) => reads(authorization({ users: [user('kim', { groups })] }));

export const examples = (): CheckExample[] => [
  { name: 'no group', expect: ['none'], severity: 'low', state: state() },
  { name: 'a group', expect: ['some'], state: state('developers') },
  { name: 'no user', expect: ['no-users'], state: reads(authorization({})) },
];
