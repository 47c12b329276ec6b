import { call, denied, role, service } from '../../../events/example.ts';
import type { Action, IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example, type Match } from '../../define-rule.ts';
import { isWatchedLogGroup, logGroupLookups, logGroupOf } from '../../log-group.ts';
import { namedInCall } from '../../named-in-call.ts';
import { regionalArn } from '../../resource-arn.ts';

type Message = 'filter' | 'metric' | 'destination' | 'delivery' | 'policy';

const messageOf: Readonly<Record<string, Message>> = {
  'logs:DeleteSubscriptionFilter': 'filter',
  'logs:DeleteMetricFilter': 'metric',
  'logs:DeleteDestination': 'destination',
  'logs:DeleteDelivery': 'delivery',
  'logs:DeleteDeliverySource': 'delivery',
  'logs:DeleteDeliveryDestination': 'delivery',
  'logs:DeleteLogDelivery': 'delivery',
  'logs:DeleteAccountPolicy': 'policy',
};

/** What is deleted, by the name that its call uses. */
const nameOf = ({ request }: IamEvent): string =>
  ['filterName', 'destinationName', 'policyName', 'name', 'id', 'deliveryId']
    .map((field) => textAt(request, field))
    .find((name) => name !== undefined) ?? 'unknown';

const resourceOf = (event: IamEvent, group: string | undefined): string => {
  if (group !== undefined) return regionalArn(event, 'logs', `log-group:${group}`);
  return namedInCall(
    event,
    ['destinationName', (name) => regionalArn(event, 'logs', `destination:${name}`)],
    ['policyName', (name) => regionalArn(event, 'logs', `account-policy:${name}`)],
    ['name', (name) => regionalArn(event, 'logs', `delivery-source-or-destination:${name}`)],
    ['id', (id) => regionalArn(event, 'logs', `delivery:${id}`)],
  );
};

const tried =
  '{actor} tried to remove a forwarding or counting of logs ({eventName}, group {group}); AWS refused it.';

export default defineRule({
  id: 'log-delivery-removed',
  kind: 'incident',
  severity: 'low',
  on: { actions: Object.keys(messageOf) as Action[] },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  infrastructureAsCode: 'lower',
  title: 'Forwarding or counting of CloudWatch logs removed',
  why: 'Logs stay where they are and reach nobody: the security team’s store no longer gets them, and alarms that count entries stay silent for ever.',
  fix: 'Find out who read from the delivery. If it was the security team, make it again and have the time in between sent after.',
  misses:
    'Who received the logs. Deliveries of a trail itself, which CloudTrail sets: see cloudtrail-updated and cloudtrail-deleted.',
  falsePositives:
    'Tearing down applications. A trail’s own group is told as critical, that is rarely one of these.',
  attack: ['T1562.008'],
  messages: {
    filter: {
      done: '{actor} deleted subscription filter {name} of log group {group}: its logs no longer reach whoever subscribed.',
      tried,
    },
    metric: {
      done: '{actor} deleted metric filter {name} of log group {group}: alarms that count by it stay silent.',
      tried,
    },
    destination: {
      done: '{actor} deleted destination {name}, which other accounts send their logs to.',
      tried,
    },
    delivery: {
      done: '{actor} ended a delivery of logs ({eventName} {name}).',
      tried,
    },
    policy: {
      done: '{actor} deleted policy {name}, which holds for all log groups of {region}.',
      tried,
    },
  },

  lookups: (event, settings) => logGroupLookups(logGroupOf(event), settings),

  evaluate(event, facts) {
    const message = messageOf[event.action];
    if (message === undefined) return [];
    const group = logGroupOf(event);
    const isWatched = group !== undefined && isWatchedLogGroup(group, facts);
    const isCentral = message === 'destination' || message === 'policy';
    const severity: Match['severity'] = isWatched ? 'critical' : isCentral ? 'medium' : 'low';
    const resource = resourceOf(event, group) ?? accountArn(event);
    return [{ message, severity, resource, data: { group: group ?? 'unknown', name: nameOf(event) } }];
  },
});

const filter = { logGroupName: '/app/orders', filterName: 'to-siem' };
const settings = { watchedLogGroups: ['cloudtrail/main'] };

const loud = (): Example[] => [
  {
    name: 'of an application',
    expect: ['filter'],
    severity: 'low',
    settings,
    record: call('logs:DeleteSubscriptionFilter', { request: filter }),
  },
  {
    name: 'of a trail',
    expect: ['metric'],
    severity: 'critical',
    settings,
    record: call('logs:DeleteMetricFilter', {
      request: { logGroupName: 'cloudtrail/main', filterName: 'root-use' },
    }),
  },
  {
    name: 'of a trail, as CloudTrail tells',
    expect: ['filter'],
    severity: 'critical',
    lookups: {
      trails: {
        '': [
          {
            name: 'main',
            arn: 'arn:aws:cloudtrail:us-east-1:111122223333:trail/main',
            bucket: 'trail-logs',
            logGroupArn: 'arn:aws:logs:us-east-1:111122223333:log-group:/app/orders:*',
          },
        ],
      },
    },
    record: call('logs:DeleteSubscriptionFilter', { request: filter }),
  },
  {
    name: 'what accounts send to',
    expect: ['destination'],
    severity: 'medium',
    record: call('logs:DeleteDestination', { request: { destinationName: 'central' } }),
  },
  {
    name: 'a delivery',
    expect: ['delivery'],
    record: call('logs:DeleteDelivery', { request: { id: 'a1b2c3' } }),
  },
  {
    name: 'of every group',
    expect: ['policy'],
    severity: 'medium',
    record: call('logs:DeleteAccountPolicy', {
      request: { policyName: 'central', policyType: 'SUBSCRIPTION_FILTER_POLICY' },
    }),
  },
  {
    name: 'refused',
    expect: ['destination'],
    severity: 'low',
    record: call('logs:DeleteDestination', { error: denied('logs:DeleteDestination') }),
  },
  {
    name: 'by CloudFormation',
    expect: ['filter'],
    severity: 'info',
    settings,
    record: call('logs:DeleteSubscriptionFilter', {
      request: filter,
      by: role('deploy', 'ci', { invokedBy: 'cloudformation.amazonaws.com' }),
    }),
  },
];

const quiet = (): Example[] => [
  {
    name: 'by an AWS service',
    expect: [],
    settings,
    record: call('logs:DeleteSubscriptionFilter', { request: filter, by: service('logs.amazonaws.com') }),
  },
  {
    name: 'there is none',
    expect: [],
    settings,
    record: call('logs:DeleteSubscriptionFilter', {
      request: filter,
      error: { code: 'ResourceNotFoundException' },
    }),
  },
];

export const examples = (): Example[] => [...loud(), ...quiet()];
