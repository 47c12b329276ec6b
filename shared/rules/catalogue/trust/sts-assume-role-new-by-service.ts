import { after, call, denied, service, user } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { assumedRoleOf, isServiceLinkedRole } from '../../assumed-role.ts';
import { defineRule, type Example } from '../../define-rule.ts';

// Services that run whatever code their user gives them with the role: what a new pair of service and role means. All others
// together are some thousand times as many (elastic/detection-rules, pull request 4425).
const codeRunning = new Set([
  'build.apprunner',
  'tasks.apprunner',
  'bedrock-agentcore',
  'cloudformation',
  'codebuild',
  'datapipeline',
  'ec2',
  'ecs-tasks',
  'elasticmapreduce',
  'glue',
  'lambda',
  'sagemaker',
  'scheduler',
  'ssm',
  'states',
]);

const lendingOf = (event: IamEvent) => {
  const { type, invokedBy } = event.actor;
  const service = invokedBy?.replace(/\.amazonaws\.com(\.cn)?$/, '');
  if (type !== 'AWSService' || service === undefined || !codeRunning.has(service)) return undefined;
  const assumed = assumedRoleOf(event);
  return assumed && !isServiceLinkedRole(assumed) ? { service, assumed } : undefined;
};

export default defineRule({
  id: 'sts-assume-role-new-by-service',
  kind: 'incident',
  severity: 'low',
  on: { actions: ['sts:AssumeRole'] },
  title: 'Role taken on by a service, for the first time',
  why: 'Lambda, EC2 and their like run any code as the role that they are given. A role that such a service never had may have been given to it for its rights.',
  fix: 'Find the function, instance or job that was made with the role shortly before, and who made it.',
  misses:
    'Roles that the service has anyway. Services that run no code of their users. The first five days, in which nothing can be new, are quiet.',
  falsePositives: 'Every new application. It is meant for the daily digest.',
  attack: ['T1548.005', 'T1098.003'],
  messages: { assumed: 'Service {service} took on role {role}, for the first time in five days.' },

  history(event) {
    const lending = lendingOf(event);
    return lending
      ? [{ kind: 'first-seen', key: `${lending.service} ${lending.assumed.resource}`, days: 5 }]
      : [];
  },

  evaluate(event, { history: [seen] }) {
    const lending = lendingOf(event);
    if (!lending || seen?.status !== 'met') return [];
    const { service, assumed } = lending;
    return [
      {
        message: 'assumed',
        resource: assumed.resource,
        aspect: service,
        data: { service, role: assumed.name },
      },
    ];
  },
});

const assumes = (invokedBy: string, path = 'admin', over: object = {}) =>
  call('sts:AssumeRole', {
    by: service(invokedBy),
    sourceIp: invokedBy,
    request: { roleArn: `arn:aws:iam::111122223333:role/${path}`, roleSessionName: 's' },
    readOnly: true,
    ...over,
  });

export const examples = (): Example[] => [
  { name: 'Lambda', expect: ['assumed'], severity: 'low', record: assumes('lambda.amazonaws.com') },
  {
    name: 'EC2, where Lambda had the role before',
    expect: ['assumed'],
    before: [assumes('lambda.amazonaws.com', 'admin', { time: after(-86_400) })],
    record: assumes('ec2.amazonaws.com'),
  },
  {
    name: 'as yesterday',
    expect: [],
    before: [assumes('lambda.amazonaws.com', 'admin', { time: after(-86_400) })],
    record: assumes('lambda.amazonaws.com'),
  },
  { name: 'a service that runs no code', expect: [], record: assumes('config.amazonaws.com') },
  {
    name: 'a service-linked role',
    expect: [],
    record: assumes('ssm.amazonaws.com', 'aws-service-role/ssm.amazonaws.com/AWSServiceRoleForAmazonSSM'),
  },
  {
    name: 'a person',
    expect: [],
    record: assumes('x', 'admin', { by: user('bob'), sourceIp: '203.0.113.7' }),
  },
  {
    name: 'while too little has been seen',
    expect: [],
    undecided: 'learning',
    watchedSince: '2026-03-02T00:00:00Z',
    record: assumes('lambda.amazonaws.com'),
  },
  {
    name: 'refused',
    expect: [],
    record: assumes('lambda.amazonaws.com', 'admin', { error: denied('sts:AssumeRole') }),
  },
];
