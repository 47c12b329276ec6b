import { after, call, role } from '../../../events/example.ts';
import type { Action } from '../../../events/iam-event.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { mayBeRecon } from '../../recon-caller.ts';
import { vpcEndpointOf } from '../../vpc-endpoint.ts';

const days = 10;

/** Calls that read secrets, use or lose keys, make machines, open buckets or stop the trail. */
const sensitive: ReadonlySet<Action> = new Set<Action>([
  'cloudtrail:DeleteTrail',
  'cloudtrail:StopLogging',
  'cloudtrail:UpdateTrail',
  'ec2:CreateKeyPair',
  'ec2:DescribeInstances',
  'ec2:DescribeNetworkInterfaces',
  'ec2:ImportKeyPair',
  'ec2:RunInstances',
  'kms:CreateKey',
  'kms:Decrypt',
  'kms:GenerateDataKey',
  'kms:ScheduleKeyDeletion',
  's3:DeleteBucketPolicy',
  's3:ListBuckets',
  's3:PutBucketPolicy',
  'secretsmanager:CreateSecret',
  'secretsmanager:DeleteSecret',
  'secretsmanager:GetSecretValue',
  'secretsmanager:PutSecretValue',
]);
const names = [...sensitive].map((action) => action.slice(action.indexOf(':') + 1));

export default defineRule({
  id: 'vpce-sensitive-call',
  kind: 'incident',
  severity: 'low',
  // Applications decrypt and read through endpoints all day long.
  on: { anyCall: { eventCategory: ['NetworkActivity'], eventName: names }, tier: 'wide' },
  outcome: 'any',
  serviceInitiated: 'skip',
  title: 'Sensitive call made through a VPC endpoint for the first time',
  why: 'A machine in a private network uses secrets, keys or trails as it never did. Who has broken into it calls from inside, where no address looks strange.',
  fix: 'Find the machine by its address. If nothing new was deployed there, isolate it and revoke the sessions of its role.',
  misses:
    'Trails without network activity events for the service. Calls that the caller makes at least every ten days. The first ten days, in which nothing can be new.',
  falsePositives: 'New applications and new versions. It is meant for the daily digest.',
  attack: ['T1078.004', 'T1552', 'T1555.006'],
  messages: {
    first: {
      done: '{actor} called {eventName} of {service} through VPC endpoint {endpoint} for the first time in {days} days.',
      tried:
        '{actor} tried to call {eventName} of {service} through VPC endpoint {endpoint} for the first time in {days} days; it did not succeed.',
    },
  },

  history: (event, settings) =>
    sensitive.has(event.action) && mayBeRecon(event, settings)
      ? [
          {
            kind: 'first-seen',
            key: [event.actor.key, event.action, event.vpcEndpointId ?? ''].join(' '),
            days,
          },
        ]
      : [],

  evaluate(event, { history: [seen] }) {
    if (seen?.status !== 'met') return [];
    const data = { endpoint: event.vpcEndpointId ?? 'unknown', service: event.source, days };
    return [
      {
        message: 'first',
        resource: vpcEndpointOf(event),
        aspect: `${actorArn(event)} ${event.action}`,
        data,
      },
    ];
  },
});

const record = {
  eventType: 'AwsVpceEvent',
  eventCategory: 'NetworkActivity',
  vpcEndpointId: 'vpce-0a1b2c3d4e5f60718',
};
const read = (over: object = {}) =>
  call('secretsmanager:GetSecretValue', {
    by: role('web', 'i-0a1b2c3d4e5f60718'),
    sourceIp: '10.0.141.54',
    record,
    ...over,
  });

export const examples = (): Example[] => [
  { name: 'for the first time', expect: ['first'], severity: 'low', record: read() },
  {
    name: 'for the first time, refused',
    expect: ['first'],
    severity: 'low',
    record: read({ error: { code: 'VpceAccessDenied' } }),
  },
  {
    name: 'through another endpoint than before',
    expect: ['first'],
    before: [read({ time: after(-86_400), record: { ...record, vpcEndpointId: 'vpce-11111111' } })],
    record: read(),
  },
  {
    name: 'as yesterday, from another instance of the role',
    expect: [],
    before: [read({ by: role('web', 'i-11111111111111111'), time: after(-86_400) })],
    record: read(),
  },
  {
    name: 'a harmless call',
    expect: [],
    record: call('ec2:DescribeRegions', { by: role('web', 'x'), record }),
  },
  { name: 'the call itself', expect: [], record: read({ record: {} }) },
  {
    name: 'while too little is known',
    expect: [],
    record: read(),
    watchedSince: '2026-03-01T00:00:00.000Z',
    undecided: 'learning',
  },
];
