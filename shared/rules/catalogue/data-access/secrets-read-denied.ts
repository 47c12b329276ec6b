import { call, denied, role, service } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isNewlyMet } from '../../newly-met.ts';
import { secretOf } from '../../secret-read.ts';

const isDenied = ({ outcome }: IamEvent): boolean => outcome === 'denied';

export default defineRule({
  id: 'secrets-read-denied',
  kind: 'incident',
  severity: 'low',
  on: { actions: ['secretsmanager:GetSecretValue'] },
  outcome: 'not-succeeded',
  serviceInitiated: 'skip',
  title: 'Many reads of secrets refused',
  why: 'Somebody tries one secret after the other with credentials that are not made for it.',
  fix: 'Ask the owner of the role or user. If nobody knows, take its credentials away and see which secrets it could read after all.',
  misses: 'Fewer than 20 refusals in a day. Attempts that are spread over several identities.',
  falsePositives:
    'A program whose permissions are wrong and that keeps trying: one finding a day, until it is mended.',
  attack: ['T1555.006', 'T1580'],
  messages: {
    refused: '{actor} was refused {count} reads of secrets within a day, {secret} among them.',
  },

  history: (event) =>
    isDenied(event) ? [{ kind: 'count', key: event.actor.key, withinMinutes: 24 * 60, threshold: 20 }] : [],

  evaluate(event, { history: [reads] }) {
    if (!isNewlyMet(reads)) return [];
    const data = { count: reads.count, secret: secretOf(event) ?? 'an unknown one' };
    return [{ message: 'refused', resource: actorArn(event), data }];
  },
});

const read = (minute: number, over: object = {}) =>
  call('secretsmanager:GetSecretValue', {
    by: role('batch', 'job'),
    request: { secretId: `db-${minute}` },
    error: { code: 'AccessDeniedException' },
    readOnly: true,
    time: `2026-03-04T05:${String(minute).padStart(2, '0')}:00Z`,
    ...over,
  });
const reads = (count: number, over: object = {}) =>
  Array.from({ length: count }, (_, minute) => read(minute, over));

export const examples = (): Example[] => [
  {
    name: 'twenty',
    expect: ['refused'],
    severity: 'low',
    before: reads(19),
    record: read(40),
  },
  {
    name: 'twenty, the first of which comes last',
    expect: ['refused'],
    before: reads(20).slice(1),
    record: read(0),
  },
  { name: 'nineteen', expect: [], before: reads(18), record: read(40) },
  { name: 'the twenty-first', expect: [], before: reads(20), record: read(40) },
  {
    name: 'by sessions of two roles',
    expect: [],
    before: reads(19, { by: role('web', 'job') }),
    record: read(40),
  },
  {
    name: 'secrets that do not exist',
    expect: [],
    before: reads(19, { error: { code: 'ResourceNotFoundException' } }),
    record: read(40, { error: { code: 'ResourceNotFoundException' } }),
  },
  {
    name: 'allowed',
    expect: [],
    before: reads(19),
    record: call('secretsmanager:GetSecretValue', { readOnly: true }),
  },
  {
    name: 'by a service',
    expect: [],
    before: reads(19, { by: service('rds.amazonaws.com') }),
    record: read(40, { by: service('rds.amazonaws.com'), error: denied('secretsmanager:GetSecretValue') }),
  },
];
