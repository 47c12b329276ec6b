import { call, denied, role, service, user } from '../../../events/example.ts';
import type { Action, IamEvent } from '../../../events/iam-event.ts';
import { actorArn } from '../../actor-arn.ts';
import { assumedRoleOf, assumedRoleOrAccount } from '../../assumed-role.ts';
import { defineRule, type Example, type Match } from '../../define-rule.ts';
import { isOwnResource, ownStackName } from '../../own-resources.ts';

// What the functions are seen to write: Lambda makes their log streams with their role; look-ups in other accounts and proofs of life
// assume roles; reports of IAM are generated.
const tasks: ReadonlySet<Action> = new Set<Action>([
  'logs:CreateLogStream',
  'sts:AssumeRole',
  'iam:GenerateCredentialReport',
  'iam:GenerateServiceLastAccessedDetails',
]);
const servicesOfData = /^(dynamodb|sqs|sns|s3|lambda|events):/;

const isTask = ({ action, category }: IamEvent): boolean =>
  tasks.has(action) || (category === 'Data' && servicesOfData.test(action));

const isOwnRole = (name: string | undefined): boolean => name !== undefined && isOwnResource(name);

/** Lambda and EventBridge Scheduler take on these roles to run the functions; nobody else has a reason to. */
const isTakenOnBySomebody = (event: IamEvent): boolean =>
  event.action === 'sts:AssumeRole' &&
  event.actor.type !== 'AWSService' &&
  isOwnRole(assumedRoleOf(event)?.name);

const assumed = (event: IamEvent): readonly Match<'assumed'>[] => [
  { message: 'assumed', resource: assumedRoleOrAccount(event).resource, data: {} },
];

export default defineRule({
  id: 'monitor-role-misused',
  kind: 'incident',
  severity: 'critical',
  on: {
    actions: ['sts:AssumeRole'],
    anyCall: {
      // Records before version 1.08 do not say whether they are read-only.
      readOnly: [false, { exists: false }],
      userIdentity: {
        sessionContext: { sessionIssuer: { arn: [{ wildcard: `*:role/${ownStackName}-*` }] } },
      },
    },
    tier: 'core',
  },
  outcome: 'attempted',
  title: 'Role of Trailwarden used for something else',
  why: 'Trailwarden’s roles change nothing in the account. When one of them does or tries to, somebody else has its credentials or has changed its function, and counts on nobody watching the watcher.',
  fix: 'Stop the function (reserved concurrency 0), revoke the sessions of the role, compare code and policies with what was deployed, and deploy Trailwarden again.',
  misses:
    'Reads, which are left out because every look-up would be looked up. Data read or written in the services that the role uses anyway.',
  falsePositives: 'Roles of others whose names begin with "Trailwarden-".',
  attack: ['T1078.004', 'T1548', 'T1562.001'],
  messages: {
    misused: {
      done: '{actor}, a role of Trailwarden, called {eventName} of {service}, which is none of its tasks.',
      tried:
        '{actor}, a role of Trailwarden, tried to call {eventName} of {service}, which is none of its tasks; AWS refused it.',
    },
    assumed: {
      done: '{actor} took on {resource}, a role of Trailwarden.',
      tried: '{actor} tried to take on {resource}, a role of Trailwarden; AWS refused it.',
    },
  },

  evaluate(event) {
    if (!isOwnRole(event.actor.roleName)) return isTakenOnBySomebody(event) ? assumed(event) : [];
    if (event.readOnly || isTask(event)) return [];
    return [
      {
        message: 'misused',
        resource: actorArn(event),
        aspect: event.action,
        data: { service: event.source },
      },
    ];
  },
});

const ownArn = 'arn:aws:iam::111122223333:role/Trailwarden-check-event';
const ours = () => role('Trailwarden-check-event', 'Trailwarden-CheckingCheckEventFunction0A1B2C3D');

export const examples = (): Example[] => [
  {
    name: 'makes a user',
    expect: ['misused'],
    severity: 'critical',
    record: call('iam:CreateUser', { by: ours(), request: { userName: 'eve' } }),
  },
  {
    name: 'is refused',
    expect: ['misused'],
    severity: 'high',
    record: call('s3:DeleteBucket', { by: ours(), error: denied('s3:DeleteBucket') }),
  },
  {
    name: 'changes its own function',
    expect: ['misused'],
    record: call('lambda:UpdateFunctionConfiguration20150331v2', { by: ours() }),
  },
  {
    name: 'taken on by a person',
    expect: ['assumed'],
    severity: 'critical',
    record: call('sts:AssumeRole', { request: { roleArn: ownArn }, readOnly: true }),
  },
  {
    name: 'not to be taken on',
    expect: ['assumed'],
    severity: 'high',
    record: call('sts:AssumeRole', { error: denied('sts:AssumeRole', ownArn), readOnly: true }),
  },
  {
    name: 'Lambda takes it on',
    expect: [],
    record: call('sts:AssumeRole', {
      by: service('lambda.amazonaws.com'),
      request: { roleArn: ownArn },
      readOnly: true,
    }),
  },
  {
    name: 'a person takes on another role',
    expect: [],
    record: call('sts:AssumeRole', { request: { roleArn: 'arn:aws:iam::111122223333:role/dev' } }),
  },
  {
    name: 'Lambda makes its log stream',
    expect: [],
    record: call('logs:CreateLogStream', {
      by: ours(),
      request: { logGroupName: 'Trailwarden-Logs', logStreamName: '2026/03/04' },
    }),
  },
  {
    name: 'proves that the trail works',
    expect: [],
    record: call('sts:AssumeRole', { by: ours(), request: { roleArn: 'arn:aws:iam::111122223333:role/x' } }),
  },
  {
    name: 'writes a finding, where data events are logged',
    expect: [],
    record: call('dynamodb:UpdateItem', { by: ours(), record: { eventCategory: 'Data' } }),
  },
  { name: 'reads', expect: [], record: call('iam:GetRole', { by: ours(), readOnly: true }) },
  {
    name: 'a user of such a name',
    expect: [],
    record: call('iam:CreateUser', { by: user('Trailwarden-x') }),
  },
];
