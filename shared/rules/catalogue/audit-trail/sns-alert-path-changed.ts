import { call, denied, role, user } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isOwnResource } from '../../own-resources.ts';
import { refusedArnOf } from '../../resource-arn.ts';

const topicOf = (event: IamEvent): string =>
  textAt(event.request, 'topicArn') ?? refusedArnOf(event) ?? accountArn(event);

const protocolOf = (event: IamEvent): string | undefined => textAt(event.request, 'protocol')?.toLowerCase();

const isOwnTopic = (event: IamEvent): boolean => isOwnResource(topicOf(event));

export default defineRule({
  id: 'sns-alert-path-changed',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['sns:Subscribe'] },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  infrastructureAsCode: 'lower',
  title: 'SNS topic subscribed to in a new way',
  why: 'A subscription sends everything that is published to an address, a phone or a program, also outside the account. On Trailwarden’s own topics the reader learns what is known of them.',
  fix: 'Find out whose endpoint it is. Unsubscribe it unless the owner of the topic wanted it.',
  misses:
    'Subscriptions of a kind that the caller has made in the last ten days. Subscriptions made in another account. Endpoints, which CloudTrail may hide. Refused calls that do not log the protocol, unless the topic is Trailwarden’s.',
  falsePositives: 'The first e-mail, webhook or queue that somebody subscribes.',
  attack: ['T1020', 'T1567', 'T1562'],
  messages: {
    unusual: {
      done: '{actor} subscribed to topic {resource} by {protocol}, for the first time in ten days.',
      tried: '{actor} tried to subscribe to topic {resource} by {protocol}; AWS refused it.',
    },
    own: {
      done: '{actor} subscribed to Trailwarden’s topic {resource} by {protocol}.',
      tried: '{actor} tried to subscribe to Trailwarden’s topic {resource}; AWS refused it.',
    },
  },

  history(event) {
    const protocol = protocolOf(event);
    return isOwnTopic(event) || protocol === undefined
      ? []
      : [{ kind: 'first-seen', key: `${event.actor.key} ${protocol}`, days: 10 }];
  },

  evaluate(event, { history: [firstSeen] }) {
    const protocol = protocolOf(event) ?? 'unknown';
    const about = { resource: topicOf(event), aspect: protocol, data: { protocol } };
    if (isOwnTopic(event)) return [{ message: 'own', severity: 'critical', ...about }];
    return firstSeen?.status === 'met' ? [{ message: 'unusual', ...about }] : [];
  },
});

const topicArn = 'arn:aws:sns:us-east-1:111122223333:orders';
const subscribe = (protocol: string, over: object = {}) =>
  call('sns:Subscribe', { request: { topicArn, protocol, endpoint: 'https://example.com' }, ...over });
const ownTopic = 'arn:aws:sns:us-east-1:111122223333:Trailwarden-AlertsTopic0A1B2C3D';

export const examples = (): Example[] => [
  {
    name: 'by a protocol the caller has not used',
    expect: ['unusual'],
    severity: 'medium',
    before: [subscribe('sqs', { time: '2026-03-03T05:06:07Z' })],
    record: subscribe('https'),
  },
  {
    name: 'to a topic of Trailwarden',
    expect: ['own'],
    severity: 'critical',
    before: [subscribe('email', { time: '2026-03-03T05:06:07Z' })],
    record: subscribe('email', { request: { topicArn: ownTopic, protocol: 'email' } }),
  },
  {
    name: 'refused on a topic of Trailwarden',
    expect: ['own'],
    severity: 'high',
    record: call('sns:Subscribe', {
      error: { ...denied('sns:Subscribe', ownTopic), code: 'AuthorizationError' },
    }),
  },
  {
    name: 'by CloudFormation',
    expect: ['unusual'],
    severity: 'low',
    record: subscribe('lambda', { by: role('deploy', 'ci', { invokedBy: 'cloudformation.amazonaws.com' }) }),
  },
  {
    name: 'by a protocol the caller used a week ago',
    expect: [],
    before: [subscribe('HTTPS', { time: '2026-02-25T05:06:07Z' })],
    record: subscribe('https'),
  },
  {
    name: 'by somebody else’s usual one, which is new to this caller',
    expect: ['unusual'],
    before: [subscribe('https', { by: user('alice'), time: '2026-03-03T05:06:07Z' })],
    record: subscribe('https'),
  },
  {
    name: 'while too little is known',
    expect: [],
    record: subscribe('https'),
    watchedSince: '2026-03-01T00:00:00.000Z',
    undecided: 'learning',
  },
  {
    name: 'no such topic',
    expect: [],
    record: subscribe('https', { error: { code: 'NotFoundException' } }),
  },
];
