import { after, call, denied, role, user } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { targetRoleOf } from '../../../events/target.ts';
import { assumedRoleOf } from '../../assumed-role.ts';
import { defineRule, type Example } from '../../define-rule.ts';

const hour = 3600;
const mostHours = 12;

const hoursIn = (value: unknown): number | undefined => {
  const seconds = typeof value === 'string' ? Number.parseInt(value, 10) : value;
  return typeof seconds === 'number' && seconds > 0
    ? Math.min(mostHours, Math.ceil(seconds / hour))
    : undefined;
};

/** A session longer than the hour that is the default, in whole hours. */
const longSessionOf = (event: IamEvent) => {
  if (event.name !== 'AssumeRole' || event.via === 'service') return undefined;
  const hours = hoursIn(event.request['durationSeconds']);
  const assumed = assumedRoleOf(event);
  return assumed && hours !== undefined && hours > 1 ? { hours, assumed } : undefined;
};

export default defineRule({
  id: 'role-session-lengthened',
  kind: 'incident',
  severity: 'low',
  on: { actions: ['iam:UpdateRole', 'sts:AssumeRole'] },
  title: 'Session of a role made longer than usual',
  why: 'The longer a session may last, the longer a stolen one is good for. Twelve hours, the most there is, is what an intruder sets before leaving.',
  fix: 'Set the maximum session duration back to what the work needs; an hour is the default. Revoke the sessions of the role if nobody knows why.',
  misses:
    'Raises to less than twelve hours. Sessions as long as others of the role within ten days. Session policies, which can only narrow what a role may do.',
  falsePositives: 'Long jobs, and administrators who do not want to sign in at noon again.',
  attack: ['T1098', 'T1550.001'],
  messages: {
    raised: '{actor} raised how long sessions of role {role} may last to {hours} hours.',
    longer: '{actor} took on role {role} for {hours} hours, longer than anybody in ten days.',
  },
  undo: { raised: 'aws iam update-role --role-name {role} --max-session-duration 3600' },

  // Whoever takes a role for eight hours makes two to eight hours known: only what is longer is new.
  history(event) {
    const session = longSessionOf(event);
    if (!session) return [];
    const { hours, assumed } = session;
    return Array.from({ length: hours - 1 }, (_, index) => ({
      kind: 'first-seen' as const,
      key: `${hours - index} ${assumed.resource}`,
      days: 10,
    }));
  },

  evaluate(event, { history: [asLong] }) {
    const session = longSessionOf(event);
    if (session && asLong?.status === 'met') {
      const { hours, assumed } = session;
      return [{ message: 'longer', resource: assumed.resource, data: { role: assumed.name, hours } }];
    }
    const hours = event.name === 'UpdateRole' ? hoursIn(event.request['maxSessionDuration']) : undefined;
    const target = targetRoleOf(event);
    return hours === mostHours && target
      ? [{ message: 'raised', resource: target.arn, data: { role: target.name, hours } }]
      : [];
  },
});

const update = (maxSessionDuration: number | string) =>
  call('iam:UpdateRole', { request: { roleName: 'ops', maxSessionDuration } });
const assumes = (durationSeconds: number, over: object = {}) =>
  call('sts:AssumeRole', {
    request: { roleArn: 'arn:aws:iam::111122223333:role/ops', roleSessionName: 's', durationSeconds },
    readOnly: true,
    ...over,
  });

export const examples = (): Example[] => [
  { name: 'raised to twelve hours', expect: ['raised'], severity: 'low', record: update(43_200) },
  { name: 'raised, logged as text', expect: ['raised'], record: update('43200') },
  {
    name: 'taken for longer than others did',
    expect: ['longer'],
    before: [assumes(4 * 3600, { by: user('carol'), time: after(-86_400) })],
    record: assumes(8 * 3600),
  },
  {
    name: 'taken for two hours, as it was three weeks ago',
    expect: ['longer'],
    before: [assumes(2 * 3600, { by: user('carol'), time: after(-15 * 86_400) })],
    record: assumes(2 * 3600),
  },
  {
    name: 'taken for a second more than an hour',
    expect: ['longer'],
    record: assumes(3601),
  },
  {
    name: 'taken for less long than others did',
    expect: [],
    before: [assumes(8 * 3600, { by: user('carol'), time: after(-86_400) })],
    record: assumes(4 * 3600),
  },
  { name: 'taken for an hour', expect: [], record: assumes(3600) },
  { name: 'set to eleven hours', expect: [], record: update(39_600) },
  {
    name: 'a role renamed',
    expect: [],
    record: call('iam:UpdateRole', { request: { roleName: 'ops', description: 'x' } }),
  },
  {
    name: 'taken for no time that is said',
    expect: [],
    record: call('sts:AssumeRole', {
      request: { roleArn: 'arn:aws:iam::111122223333:role/ops', roleSessionName: 's' },
      readOnly: true,
    }),
  },
  { name: 'set to four hours', expect: [], record: update(14_400) },
  {
    name: 'by a service for somebody',
    expect: [],
    record: assumes(8 * 3600, { by: role('web', 's', { invokedBy: 'athena.amazonaws.com' }) }),
  },
  {
    name: 'while too little has been seen',
    expect: [],
    undecided: 'learning',
    watchedSince: '2026-03-02T00:00:00Z',
    record: assumes(8 * 3600),
  },
  {
    name: 'refused',
    expect: [],
    record: call('iam:UpdateRole', { error: denied('iam:UpdateRole', 'role ops') }),
  },
];
