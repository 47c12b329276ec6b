import { call, denied, role } from '../../../events/example.ts';
import { objectAt, textAt, textsAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isOwnResource } from '../../own-resources.ts';
import { refusedArnOf, regionalArn } from '../../resource-arn.ts';

export default defineRule({
  id: 'cloudwatch-alarms-muted',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['monitoring:PutAlarmMuteRule'] },
  outcome: 'attempted',
  infrastructureAsCode: 'lower',
  title: 'CloudWatch alarms muted',
  why: 'The alarms go off and tell nobody for as long as the rule says, again and again if it recurs: room to work unseen.',
  fix: 'Read the schedule and the alarms of the rule. Delete it if there is no maintenance it belongs to, and look at which alarms went off meanwhile.',
  misses:
    'Alarms that are changed, deleted or disabled one by one: see cloudwatch-alarm-deleted. Recipients that are taken off a topic.',
  falsePositives: 'Windows of maintenance.',
  attack: ['T1562.001'],
  messages: {
    muted: {
      done: '{actor} muted alarms by rule {name} ({alarms}), for {duration} from {schedule}.',
      tried: '{actor} tried to mute alarms; AWS refused it.',
    },
  },
  undo: { muted: 'aws cloudwatch delete-alarm-mute-rule --region {region} --alarm-mute-rule-name {name}' },

  evaluate(event) {
    const name = textAt(event.request, 'name');
    const alarms = textsAt(objectAt(event.request, 'muteTargets'), 'alarmNames');
    const schedule = objectAt(objectAt(event.request, 'rule'), 'schedule');
    const resource =
      name === undefined
        ? (refusedArnOf(event) ?? accountArn(event))
        : regionalArn(event, 'cloudwatch', `alarm-mute-rule:${name}`);
    const data = {
      name: name ?? 'unknown',
      alarms: alarms.length > 0 ? alarms : ['all it is made for later'],
      schedule: textAt(schedule, 'expression') ?? 'an unknown time',
      duration: textAt(schedule, 'duration') ?? 'an unknown time',
    };
    const isOurs = alarms.some(isOwnResource);
    return [{ message: 'muted', resource, data, ...(isOurs ? { severity: 'critical' as const } : {}) }];
  },
});

const mutes = (...alarmNames: readonly string[]) => ({
  name: 'weekend',
  rule: { schedule: { expression: 'cron(0 0 * * 6)', duration: 'P2D' } },
  muteTargets: { alarmNames },
});

export const examples = (): Example[] => [
  {
    name: 'an application’s',
    expect: ['muted'],
    severity: 'medium',
    record: call('monitoring:PutAlarmMuteRule', { request: mutes('orders-errors') }),
  },
  {
    name: 'Trailwarden’s own',
    expect: ['muted'],
    severity: 'critical',
    record: call('monitoring:PutAlarmMuteRule', { request: mutes('Trailwarden-CheckingErrors') }),
  },
  {
    name: 'by CloudFormation',
    expect: ['muted'],
    severity: 'low',
    record: call('monitoring:PutAlarmMuteRule', {
      request: mutes('orders-errors'),
      by: role('deploy', 'ci', { invokedBy: 'cloudformation.amazonaws.com' }),
    }),
  },
  {
    name: 'refused',
    expect: ['muted'],
    severity: 'low',
    record: call('monitoring:PutAlarmMuteRule', { error: denied('cloudwatch:PutAlarmMuteRule') }),
  },
  {
    name: 'not a schedule',
    expect: [],
    record: call('monitoring:PutAlarmMuteRule', {
      request: mutes('orders-errors'),
      error: { code: 'ValidationError' },
    }),
  },
];
