import { after, call, denied, role, user } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { assumedRoleOf } from '../../assumed-role.ts';
import { defineRule, type Example } from '../../define-rule.ts';

const roleOfUser = (event: IamEvent) =>
  event.actor.type === 'IAMUser' && event.via !== 'service' ? assumedRoleOf(event) : undefined;

export default defineRule({
  id: 'sts-assume-role-new-by-user',
  kind: 'incident',
  severity: 'low',
  on: { actions: ['sts:AssumeRole'] },
  title: 'Role taken on by a user, for the first time',
  why: 'Whoever steals a user’s key tries which roles it opens. This user has not taken on this role in five days.',
  fix: 'If the user does not know of it, deactivate the key, revoke the sessions of the role and read what they did.',
  misses:
    'Roles that the user takes on all the time. Refused attempts. The first five days, in which nothing can be new, are quiet.',
  falsePositives: 'Ordinary work that does not occur every week. It is meant for the daily digest.',
  attack: ['T1078.004', 'T1550.001'],
  messages: { assumed: 'User {user} took on role {role}, for the first time in five days.' },

  history(event) {
    const assumed = roleOfUser(event);
    return assumed ? [{ kind: 'first-seen', key: `${event.actor.key} ${assumed.resource}`, days: 5 }] : [];
  },

  evaluate(event, { history: [seen] }) {
    const assumed = roleOfUser(event);
    if (!assumed || seen?.status !== 'met') return [];
    const data = { user: event.actor.label, role: assumed.name };
    return [{ message: 'assumed', resource: assumed.resource, data }];
  },
});

const assumes = (over: object = {}) =>
  call('sts:AssumeRole', {
    request: { roleArn: 'arn:aws:iam::111122223333:role/reader', roleSessionName: 's' },
    readOnly: true,
    ...over,
  });

export const examples = (): Example[] => [
  { name: 'a role that is new to the user', expect: ['assumed'], severity: 'low', record: assumes() },
  {
    name: 'a role that only others took on',
    expect: ['assumed'],
    before: [assumes({ by: user('carol'), time: after(-86_400) })],
    record: assumes(),
  },
  {
    name: 'as two days ago',
    expect: [],
    before: [assumes({ time: after(-2 * 86_400) })],
    record: assumes(),
  },
  { name: 'by a role', expect: [], record: assumes({ by: role('web', 'a') }) },
  {
    name: 'while too little has been seen',
    expect: [],
    undecided: 'learning',
    watchedSince: '2026-03-02T00:00:00Z',
    record: assumes(),
  },
  {
    name: 'refused',
    expect: [],
    record: call('sts:AssumeRole', {
      error: denied('sts:AssumeRole', 'arn:aws:iam::111122223333:role/reader'),
    }),
  },
];
