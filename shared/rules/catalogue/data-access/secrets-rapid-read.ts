import { matchesAnyArnPattern } from '../../../account/arn-pattern.ts';
import { call, consoleUser, role, service } from '../../../events/example.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isNewlyMet } from '../../newly-met.ts';
import { secretOf } from '../../secret-read.ts';

export default defineRule({
  id: 'secrets-rapid-read',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['secretsmanager:GetSecretValue'] },
  serviceInitiated: 'skip',
  title: 'Many secrets read within minutes',
  why: 'A program knows the few secrets it needs. Twenty different ones in five minutes are a collection.',
  fix: 'Ask who ran it. If nobody did, take the credentials away and change every secret that was read: the events under this finding name the first, CloudTrail the rest.',
  misses:
    'Fewer than 20 secrets in five minutes; slow collections. Secrets read in the console. Secrets that AWS services read for the caller. Roles of the setting scanners.',
  falsePositives:
    'Programs that load everything when they start, tools that copy secrets to clusters (External Secrets), and rotation of many secrets at once. Name the roles of such tools in the setting scanners.',
  attack: ['T1555.006', 'T1119'],
  messages: {
    collected: '{actor} read {count} different secrets within five minutes, the last of them {secret}.',
  },

  history(event, { scanners }) {
    const distinct = secretOf(event);
    const isExpected = event.via === 'console' || matchesAnyArnPattern(scanners, event.actor.roleArn);
    return isExpected || distinct === undefined
      ? []
      : [{ kind: 'count', key: event.actor.key, withinMinutes: 5, threshold: 20, distinct }];
  },

  evaluate(event, { history: [secrets] }) {
    if (!isNewlyMet(secrets)) return [];
    const data = { count: secrets.count, secret: secretOf(event) ?? 'unknown' };
    return [{ message: 'collected', resource: actorArn(event), data }];
  },
});

const read = (second: number, over: object = {}) =>
  call('secretsmanager:GetSecretValue', {
    by: role('batch', `job-${second}`),
    request: { secretId: `db-${second}` },
    readOnly: true,
    time: `2026-03-04T05:00:${String(second).padStart(2, '0')}Z`,
    ...over,
  });
const reads = (count: number, over: (second: number) => object = () => ({})) =>
  Array.from({ length: count }, (_, second) => read(second, over(second)));
const arn = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:db-1-AbCdEf';

export const examples = (): Example[] => [
  {
    name: 'twenty, by sessions of one role',
    expect: ['collected'],
    severity: 'medium',
    before: reads(19),
    record: read(40),
  },
  { name: 'nineteen', expect: [], before: reads(18), record: read(40) },
  { name: 'one more after twenty', expect: [], before: reads(20), record: read(40) },
  {
    name: 'one secret by name and by ARN',
    expect: [],
    before: reads(19),
    record: read(40, { request: { secretId: arn } }),
  },
  {
    name: 'twenty in an hour',
    expect: [],
    before: reads(19, (second) => ({ time: `2026-03-04T04:${String(second * 3).padStart(2, '0')}:00Z` })),
    record: read(40),
  },
  {
    name: 'in the console',
    expect: [],
    before: reads(19, () => ({ by: consoleUser('bob', true, { invokedBy: 'signin.amazonaws.com' }) })),
    record: read(40, { by: consoleUser('bob', true, { invokedBy: 'signin.amazonaws.com' }) }),
  },
  {
    name: 'by Kafka for its topics',
    expect: [],
    before: reads(19, () => ({ by: service('kafka.amazonaws.com') })),
    record: read(40, { by: service('kafka.amazonaws.com') }),
  },
  {
    name: 'by a tool whose reads are expected',
    expect: [],
    settings: { scanners: ['arn:aws:iam::*:role/batch'] },
    before: reads(19),
    record: read(40),
  },
  {
    name: 'by another than the expected tool',
    expect: ['collected'],
    settings: { scanners: ['arn:aws:iam::*:role/other'] },
    before: reads(19),
    record: read(40),
  },
  {
    name: 'refused',
    expect: [],
    before: reads(19),
    record: read(40, { error: { code: 'AccessDeniedException' } }),
  },
];
