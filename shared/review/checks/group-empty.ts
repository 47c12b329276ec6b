import { authorization, group, reads, user } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach } from '../judge-each.ts';

export const check = defineCheck({
  id: 'group-empty',
  topic: 'permissions',
  severity: 'low',
  title: 'Group has no users',
  why: 'Its permissions wait for whoever is put into it, and nobody remembers what they are.',
  fix: 'Delete the group.',
  misses: 'Groups that a script fills for a while only.',
  needs: ['authorization'],
  messages: {
    FAIL: { empty: 'The group {group} has no users.' },
    PASS: { used: 'The group {group} has {users} user(s).' },
    NOT_APPLICABLE: { 'no-groups': 'The account has no IAM group.' },
  },

  judge({ sources, account }) {
    const counts = new Map<string, number>();
    for (const { groups } of sources.authorization.users)
      for (const name of groups) counts.set(name, (counts.get(name) ?? 0) + 1);
    return judgeEach(sources.authorization.groups, account, 'no-groups', ({ name, arn }) => {
      const users = counts.get(name) ?? 0;
      const about = { resource: arn, resourceId: name };
      return users === 0
        ? { message: 'empty', ...about, data: { group: name } }
        : { message: 'used', ...about, data: { group: name, users } };
    });
  },
});

const state = (...groups: readonly string[]) =>
  reads(authorization({ groups: [group('developers')], users: [user('kim', { groups })] }));

export const examples = (): CheckExample[] => [
  { name: 'nobody', expect: ['empty'], severity: 'low', state: state() },
  { name: 'a user', expect: ['used'], state: state('developers') },
  { name: 'a user of another group', expect: ['empty'], state: state('admins') },
  { name: 'no group', expect: ['no-groups'], state: reads(authorization({})) },
];
