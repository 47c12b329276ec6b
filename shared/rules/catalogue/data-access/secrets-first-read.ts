import { call, role, service } from '../../../events/example.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { secretOf } from '../../secret-read.ts';

export default defineRule({
  id: 'secrets-first-read',
  kind: 'incident',
  severity: 'low',
  on: { actions: ['secretsmanager:GetSecretValue'] },
  serviceInitiated: 'skip',
  title: 'Secret read by somebody who read none before',
  why: 'Who reads secrets is mostly a program that does it every day. A newcomer may be one that was just deployed, or somebody with its permissions.',
  fix: 'See that the reader is meant to know the secret. If not, change the secret and take the permission away.',
  misses: 'Further secrets of a known reader. Readers that come back within ten days.',
  falsePositives:
    'New applications and people; jobs that run less often than every ten days. It is told in the digest only.',
  attack: ['T1555.006'],
  messages: { first: '{actor} read secret {secret}, and had read none for ten days.' },

  // Ten days, so that a weekly job is no newcomer each time.
  history: (event) => [{ kind: 'first-seen', key: event.actor.key, days: 10 }],

  evaluate(event, { history: [firstSeen] }) {
    if (firstSeen?.status !== 'met') return [];
    return [{ message: 'first', resource: actorArn(event), data: { secret: secretOf(event) ?? 'unknown' } }];
  },
});

const read = (session: string, over: object = {}) =>
  call('secretsmanager:GetSecretValue', {
    by: role('web', session),
    request: { secretId: 'db' },
    readOnly: true,
    ...over,
  });

export const examples = (): Example[] => [
  { name: 'for the first time', expect: ['first'], severity: 'low', record: read('a') },
  {
    name: 'by another session of a role that did last week',
    expect: [],
    before: [read('a', { time: '2026-02-25T05:06:07Z' })],
    record: read('b'),
  },
  {
    name: 'again after two weeks',
    expect: ['first'],
    before: [read('a', { time: '2026-02-18T05:06:07Z' })],
    record: read('b'),
  },
  {
    name: 'while too little is known',
    expect: [],
    record: read('a'),
    watchedSince: '2026-03-01T00:00:00.000Z',
    undecided: 'learning',
  },
  { name: 'by a service', expect: [], record: read('a', { by: service('rds.amazonaws.com') }) },
  { name: 'refused', expect: [], record: read('a', { error: { code: 'AccessDeniedException' } }) },
];
