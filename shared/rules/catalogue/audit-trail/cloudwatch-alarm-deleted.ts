import { call, denied, role, service, user } from '../../../events/example.ts';
import { textsAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { refusedArnOf, regionalArn } from '../../resource-arn.ts';

export default defineRule({
  id: 'cloudwatch-alarm-deleted',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['monitoring:DeleteAlarms', 'monitoring:DisableAlarmActions'] },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  infrastructureAsCode: 'lower',
  title: 'CloudWatch alarms deleted or silenced',
  why: 'Alarms on root logins, denied calls or a dead queue no longer reach anybody.',
  fix: 'Create the alarms again or enable their actions, unless their owner retired them.',
  misses: 'What the alarm was about. Alarms whose threshold or topic is changed.',
  falsePositives:
    'Tearing down stacks: deployments by CloudFormation or by a role of the setting pipelines are rated low. Alarms that AWS services make and delete for themselves are left out.',
  attack: ['T1562.001', 'T1562.008'],
  messages: {
    deleted: {
      done: '{actor} deleted CloudWatch alarms in {region}: {alarms}.',
      tried: '{actor} tried to delete CloudWatch alarms in {region}; AWS refused it.',
    },
    silenced: {
      done: '{actor} silenced CloudWatch alarms in {region}: {alarms}.',
      tried: '{actor} tried to silence CloudWatch alarms in {region}; AWS refused it.',
    },
  },
  undo: { silenced: 'aws cloudwatch enable-alarm-actions --region {region} --alarm-names {alarms}' },

  evaluate(event) {
    // Auto Scaling and its like delete their alarms so.
    if (event.actor.invokedBy === 'AWS Internal') return [];
    const alarms = textsAt(event.request, 'alarmNames');
    const resource =
      alarms[0] === undefined
        ? (refusedArnOf(event) ?? accountArn(event))
        : regionalArn(event, 'cloudwatch', `alarm:${alarms[0]}`);
    return [{ message: event.name === 'DeleteAlarms' ? 'deleted' : 'silenced', resource, data: { alarms } }];
  },
});

const request = { alarmNames: ['root-login', 'denied-calls'] };

export const examples = (): Example[] => [
  {
    name: 'deleted',
    expect: ['deleted'],
    severity: 'medium',
    record: call('monitoring:DeleteAlarms', { request }),
  },
  {
    name: 'silenced, one only',
    expect: ['silenced'],
    record: call('monitoring:DisableAlarmActions', { request: { alarmNames: 'root-login' } }),
  },
  {
    name: 'refused',
    expect: ['deleted'],
    severity: 'low',
    record: call('monitoring:DeleteAlarms', {
      error: denied('monitoring:DeleteAlarms', 'arn:aws:cloudwatch:us-east-1:111122223333:alarm:root-login'),
    }),
  },
  {
    name: 'by a role that deploys',
    expect: ['deleted'],
    severity: 'low',
    record: call('monitoring:DeleteAlarms', { request, by: role('deploy', 'ci') }),
    settings: { pipelines: ['arn:aws:iam::*:role/deploy'] },
  },
  {
    name: 'by Auto Scaling',
    expect: [],
    record: call('monitoring:DeleteAlarms', { request, by: service('autoscaling.amazonaws.com') }),
  },
  {
    name: 'by AWS for a person',
    expect: [],
    record: call('monitoring:DeleteAlarms', { request, by: user('bob', { invokedBy: 'AWS Internal' }) }),
  },
  {
    name: 'no such alarm',
    expect: [],
    record: call('monitoring:DeleteAlarms', { request, error: { code: 'ResourceNotFound' } }),
  },
];
