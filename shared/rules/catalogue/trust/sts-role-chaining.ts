import type { AccountSettings } from '../../../account/account-settings.ts';
import { matchesAnyArnPattern } from '../../../account/arn-pattern.ts';
import { after, call, denied, identityCenterUser, role, user } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { assumedRoleOf, isServiceLinkedRole } from '../../assumed-role.ts';
import { defineRule, type Example } from '../../define-rule.ts';

/** The hop from one role to another; undefined for hops that are expected. */
const hopOf = (event: IamEvent, settings: AccountSettings) => {
  const { actor, via } = event;
  const to = assumedRoleOf(event);
  if (!to || actor.type !== 'AssumedRole' || via === 'service' || isServiceLinkedRole(to)) return undefined;
  return matchesAnyArnPattern(settings.pipelines, actor.roleArn) ? undefined : to;
};

export default defineRule({
  id: 'sts-role-chaining',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['sts:AssumeRole'] },
  title: 'Role taken on from another role, for the first time',
  why: 'From role to role an intruder gets further, and every hop makes it harder to see who is at the start. This pair of roles has not been used so in ten days.',
  fix: 'Find out what runs as the first role and whether it needs the second. If not, take the first out of the trust policy of the second, and read what the session did.',
  misses:
    'Hops that are taken more often than every ten days, also by an intruder. Roles named in the setting pipelines. The first ten days, in which nothing can be new, are quiet.',
  falsePositives:
    'New applications, and jobs that run less often than every ten days. People of Identity Center who go on to another role are told with severity low.',
  attack: ['T1550.001', 'T1078.004'],
  messages: { hopped: '{actor} went on from role {from} to role {role}.' },

  history(event, settings) {
    const to = hopOf(event, settings);
    return to ? [{ kind: 'first-seen', key: `${event.actor.key} ${to.resource}`, days: 10 }] : [];
  },

  evaluate(event, { history: [seen], settings }) {
    const to = hopOf(event, settings);
    if (!to || seen?.status !== 'met') return [];
    const { isIdentityCenter, roleName } = event.actor;
    return [
      {
        message: 'hopped',
        resource: to.resource,
        ...(isIdentityCenter ? { severity: 'low' as const } : {}),
        data: { from: roleName ?? 'unknown', role: to.name },
      },
    ];
  },
});

const assumes = (by: object, over: object = {}) =>
  call('sts:AssumeRole', {
    by: { ...by },
    request: { roleArn: 'arn:aws:iam::444455556666:role/ops/reader', roleSessionName: 's' },
    readOnly: true,
    ...over,
  });

export const examples = (): Example[] => [
  { name: 'a new pair', expect: ['hopped'], severity: 'medium', record: assumes(role('web', 'i-0a1b2c3d')) },
  {
    name: 'a person of Identity Center',
    expect: ['hopped'],
    severity: 'low',
    record: assumes(identityCenterUser('alice')),
  },
  {
    name: 'a pair that another session used two weeks ago',
    expect: ['hopped'],
    before: [assumes(role('web', 'a'), { time: after(-14 * 86_400) })],
    record: assumes(role('web', 'b')),
  },
  {
    name: 'a pair that another session used last week',
    expect: [],
    before: [assumes(role('web', 'a'), { time: after(-6 * 86_400) })],
    record: assumes(role('web', 'b')),
  },
  { name: 'by a user', expect: [], record: assumes(user('bob')) },
  {
    name: 'by a pipeline',
    expect: [],
    settings: { pipelines: ['arn:aws:iam::111122223333:role/deploy'] },
    record: assumes(role('deploy', 'run-1')),
  },
  {
    name: 'by a service for the role',
    expect: [],
    record: assumes(role('web', 'a', { invokedBy: 'athena.amazonaws.com' })),
  },
  {
    name: 'while too little has been seen',
    expect: [],
    undecided: 'learning',
    watchedSince: '2026-03-01T00:00:00Z',
    record: assumes(role('web', 'a')),
  },
  {
    name: 'refused',
    expect: [],
    record: call('sts:AssumeRole', {
      by: role('web', 'a'),
      error: denied('sts:AssumeRole', 'arn:aws:iam::444455556666:role/reader'),
    }),
  },
];
