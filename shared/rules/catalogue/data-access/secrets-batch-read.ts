import { call, denied, role } from '../../../events/example.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isNewlyMet } from '../../newly-met.ts';

export default defineRule({
  id: 'secrets-batch-read',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['secretsmanager:BatchGetSecretValue'] },
  outcome: 'any',
  serviceInitiated: 'skip',
  title: 'Secrets read in batches',
  why: 'Each call returns up to twenty secrets. Few programs use it; who walks through a whole account, or through its regions, does.',
  fix: 'Ask who ran it. If nobody did, take the credentials away and change the secrets: CloudTrail has an event of GetSecretValue for each that was read.',
  misses: 'Fewer than five calls in a day. Regions whose events are not forwarded.',
  falsePositives: 'Programs that load their settings in batches: find them once and narrow what they read.',
  attack: ['T1555.006', 'T1119'],
  messages: {
    batches: {
      done: '{actor} read secrets in batches {count} times within a day.',
      tried:
        '{actor} tried to read secrets in batches {count} times within a day; the last call did not succeed.',
    },
    regions: {
      done: '{actor} read secrets in batches in {count} regions within ten minutes.',
      tried:
        '{actor} tried to read secrets in batches in {count} regions within ten minutes; the last call did not succeed.',
    },
  },

  history: ({ actor: { key }, region }) => [
    { kind: 'count', key, withinMinutes: 24 * 60, threshold: 5 },
    { kind: 'count', key, withinMinutes: 10, threshold: 5, distinct: region },
  ],

  evaluate(event, { history: [calls, regions] }) {
    const resource = actorArn(event);
    if (isNewlyMet(regions))
      return [{ message: 'regions', severity: 'high', resource, data: { count: regions.count } }];
    return isNewlyMet(calls) ? [{ message: 'batches', resource, data: { count: calls.count } }] : [];
  },
});

const read = (minute: number, over: object = {}) =>
  call('secretsmanager:BatchGetSecretValue', {
    by: role('batch', 'job'),
    request: { filters: [{ key: 'name', values: ['db'] }] },
    readOnly: true,
    time: `2026-03-04T05:${String(minute).padStart(2, '0')}:00Z`,
    ...over,
  });
const everywhere = () =>
  ['eu-west-1', 'eu-west-2', 'ap-south-1', 'sa-east-1'].map((region, minute) => read(minute, { region }));

export const examples = (): Example[] => [
  {
    name: 'five times a day',
    expect: ['batches'],
    severity: 'medium',
    before: [read(0), read(1), read(2), read(3)],
    record: read(59),
  },
  {
    name: 'in five regions',
    expect: ['regions'],
    severity: 'high',
    before: everywhere(),
    record: read(9),
  },
  {
    name: 'in five regions, refused',
    expect: ['regions'],
    severity: 'high',
    before: everywhere(),
    record: read(9, { error: denied('secretsmanager:BatchGetSecretValue') }),
  },
  { name: 'four times', expect: [], before: [read(0), read(1), read(2)], record: read(59) },
  {
    name: 'the sixth time',
    expect: [],
    before: [read(0), read(1), read(2), read(3), read(4)],
    record: read(59),
  },
];
