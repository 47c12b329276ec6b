import { call, denied, role, service } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import type { Facts } from '../../facts.ts';
import { isWatchedLogGroup, logGroupLookups, logGroupOf } from '../../log-group.ts';
import { regionalArn } from '../../resource-arn.ts';
import type { Severity } from '../../severity.ts';

const severityOf = (event: IamEvent, group: string, facts: Facts): Severity => {
  if (isWatchedLogGroup(group, facts)) return 'critical';
  return event.name === 'DeleteLogStream' ? 'low' : 'medium';
};

export default defineRule({
  id: 'log-group-deleted',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['logs:DeleteLogGroup', 'logs:DeleteLogStream'] },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  infrastructureAsCode: 'lower',
  title: 'CloudWatch logs deleted',
  why: 'Deleted logs do not come back. They are what an investigation would read, and the trail’s own group also feeds alarms.',
  fix: 'Find out what the group held. If it was a trail’s, let the trail write to a new one and read the same events from its bucket.',
  misses: 'Logs that go because their retention is shortened. Logs that are never written.',
  falsePositives:
    'Tearing down applications (rated low by CloudFormation and by a role of the setting pipelines); programs that clean up after themselves, which mostly delete streams (rated low).',
  attack: ['T1070.001', 'T1485', 'T1562.008'],
  messages: {
    group: {
      done: '{actor} deleted log group {group} with all its logs.',
      tried: '{actor} tried to delete log group {group}; AWS refused it.',
    },
    stream: {
      done: '{actor} deleted log stream {stream} of group {group}.',
      tried: '{actor} tried to delete a log stream of group {group}; AWS refused it.',
    },
  },

  lookups: (event, settings) => logGroupLookups(logGroupOf(event), settings),

  evaluate(event, facts) {
    const group = logGroupOf(event);
    const resource =
      group === undefined ? accountArn(event) : regionalArn(event, 'logs', `log-group:${group}`);
    const name = group ?? 'unknown';
    const severity = severityOf(event, name, facts);
    if (event.name === 'DeleteLogGroup')
      return [{ message: 'group', severity, resource, data: { group: name } }];
    const stream = textAt(event.request, 'logStreamName') ?? 'unknown';
    return [{ message: 'stream', severity, resource, data: { group: name, stream } }];
  },
});

const request = { logGroupName: '/app/orders' };
const trails = {
  '': [
    {
      name: 'main',
      arn: 'arn:aws:cloudtrail:us-east-1:111122223333:trail/main',
      bucket: 'trail-logs',
      logGroupArn: 'arn:aws:logs:us-east-1:111122223333:log-group:cloudtrail/main:*',
    },
  ],
};

export const examples = (): Example[] => [
  {
    name: 'an application’s',
    expect: ['group'],
    severity: 'medium',
    record: call('logs:DeleteLogGroup', { request }),
    lookups: { trails },
  },
  {
    name: 'a trail’s',
    expect: ['group'],
    severity: 'critical',
    record: call('logs:DeleteLogGroup', { request: { logGroupName: 'cloudtrail/main' } }),
    lookups: { trails },
  },
  {
    name: 'one that the owner names',
    expect: ['stream'],
    severity: 'critical',
    record: call('logs:DeleteLogStream', { request: { ...request, logStreamName: '2026' } }),
    settings: { watchedLogGroups: ['/app/orders'] },
  },
  {
    name: 'Trailwarden’s own',
    expect: ['group'],
    severity: 'critical',
    record: call('logs:DeleteLogGroup', { request: { logGroupName: 'Trailwarden-CheckingLogs' } }),
  },
  {
    name: 'a stream, while trails cannot be looked up',
    expect: ['stream'],
    severity: 'low',
    record: call('logs:DeleteLogStream', { request: { ...request, logStreamName: '2026' } }),
    undecided: 'unavailable',
  },
  {
    name: 'refused, a trail’s',
    expect: ['group'],
    severity: 'high',
    record: call('logs:DeleteLogGroup', {
      error: denied(
        'logs:DeleteLogGroup',
        'arn:aws:logs:us-east-1:111122223333:log-group:cloudtrail/main:log-stream:',
      ),
    }),
    lookups: { trails },
  },
  {
    name: 'by CloudFormation',
    expect: ['group'],
    severity: 'low',
    record: call('logs:DeleteLogGroup', {
      request,
      by: role('deploy', 'ci', { invokedBy: 'cloudformation.amazonaws.com' }),
    }),
    lookups: { trails },
  },
  {
    name: 'by an AWS service',
    expect: [],
    record: call('logs:DeleteLogGroup', { request, by: service('rds.amazonaws.com') }),
  },
  {
    name: 'there is none',
    expect: [],
    record: call('logs:DeleteLogGroup', { request, error: { code: 'ResourceNotFoundException' } }),
  },
];
