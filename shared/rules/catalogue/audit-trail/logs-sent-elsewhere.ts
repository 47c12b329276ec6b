import { call, denied, role } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { publicStatements } from '../../../policy/public-access.ts';
import { readPolicy } from '../../../policy/read-policy.ts';
import { defineRule, type Example, type Match } from '../../define-rule.ts';
import type { Facts } from '../../facts.ts';
import { foreignPrincipals, isForeignPrincipal } from '../../foreign-principals.ts';
import { isWatchedLogGroup, logGroupLookups, logGroupOf } from '../../log-group.ts';
import { isUnloggedRefusal, namedInCall } from '../../named-in-call.ts';
import { regionalArn } from '../../resource-arn.ts';

type Message = 'subscribed' | 'exported' | 'opened' | 'unreadable' | 'unknown';
type Verdict = Omit<Match<Message>, 'resource'>;

const policyFields: Readonly<Record<string, string>> = {
  PutDestinationPolicy: 'accessPolicy',
  PutDeliveryDestinationPolicy: 'deliveryDestinationPolicy',
  PutResourcePolicy: 'policyDocument',
};

/** Who a policy of CloudWatch Logs lets in that nobody knows. A service is let in by nearly every such policy and is no news. */
const policyVerdict = (event: IamEvent, { settings }: Facts, document: unknown): Verdict[] => {
  const reading = readPolicy(document);
  if (reading.status === 'unreadable')
    return [{ message: 'unreadable', severity: 'medium', data: { cause: reading.cause } }];
  const principals = [
    ...(publicStatements(reading.policy).length > 0 ? ['everybody'] : []),
    ...foreignPrincipals(event, settings, reading.policy),
  ];
  return principals.length > 0 ? [{ message: 'opened', data: { principals } }] : [];
};

/** Where a subscription goes: of one group, or in the document of a policy for all of them. */
const destinationOf = ({ name, request }: IamEvent): string | undefined =>
  name === 'PutSubscriptionFilter'
    ? textAt(request, 'destinationArn')
    : /"DestinationArn"\s*:\s*"([^"]+)"/i.exec(textAt(request, 'policyDocument') ?? '')?.[1];

const subscriptionVerdict = (event: IamEvent, facts: Facts): Verdict[] => {
  const destination = destinationOf(event);
  if (destination === undefined) return [];
  const isForeign = isForeignPrincipal(event, facts.settings, destination);
  const group = logGroupOf(event);
  const isWatched = group !== undefined && isWatchedLogGroup(group, facts);
  if (!isForeign && !isWatched) return [];
  const data = { destination, group: group ?? 'all log groups' };
  return [{ message: 'subscribed', ...(isForeign ? {} : { severity: 'medium' as const }), data }];
};

const verdictsOf = (event: IamEvent, facts: Facts): Verdict[] => {
  if (isUnloggedRefusal(event)) return [{ message: 'unknown', severity: 'medium', data: {} }];
  const field = policyFields[event.name];
  if (field !== undefined) return policyVerdict(event, facts, event.request[field]);
  if (event.name !== 'CreateExportTask') return subscriptionVerdict(event, facts);
  const group = logGroupOf(event) ?? 'unknown';
  const destination = textAt(event.request, 'destination') ?? 'unknown';
  const severity = isWatchedLogGroup(group, facts) ? 'high' : 'low';
  return [{ message: 'exported', severity, data: { group, destination } }];
};

export default defineRule({
  id: 'logs-sent-elsewhere',
  kind: 'incident',
  severity: 'high',
  on: {
    actions: [
      'logs:PutSubscriptionFilter',
      'logs:PutAccountPolicy',
      'logs:CreateExportTask',
      'logs:PutDestinationPolicy',
      'logs:PutDeliveryDestinationPolicy',
      'logs:PutResourcePolicy',
    ],
  },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  infrastructureAsCode: 'lower',
  title: 'CloudWatch logs sent or opened to somebody else',
  why: 'Logs hold addresses, names and, too often, secrets. A subscription sends all that comes from now on to another account, at once and unseen.',
  fix: 'Delete the subscription or the policy unless the account is yours. Take what the logs held for known: change the secrets in it.',
  misses:
    'Functions and streams of the own account that send logs on. Which bucket belongs to whom: exports of a trail’s group are therefore told whoever owns the bucket.',
  falsePositives:
    'Accounts of your organization or partners, until the settings organizationAccounts and trustedAccounts name them.',
  attack: ['T1537', 'T1567'],
  messages: {
    subscribed: {
      done: '{actor} had the logs of {group} sent to {destination}.',
      tried: '{actor} tried to have the logs of {group} sent to {destination}; AWS refused it.',
    },
    exported: {
      done: '{actor} exported the logs of group {group} to bucket {destination}.',
      tried: '{actor} tried to export the logs of group {group}; AWS refused it.',
    },
    opened: {
      done: '{actor} opened {resource} of CloudWatch Logs to {principals} ({eventName}).',
      tried: '{actor} tried to open {resource} of CloudWatch Logs to {principals}; AWS refused it.',
    },
    unreadable: {
      done: '{actor} wrote a policy of CloudWatch Logs that cannot be read ({eventName}): {cause}.',
      tried:
        '{actor} tried to write a policy of CloudWatch Logs that cannot be read ({cause}); AWS refused it.',
    },
    unknown: {
      done: '{actor} changed who gets logs ({eventName}); CloudTrail did not log how.',
      tried:
        '{actor} tried to change who gets logs ({eventName}); AWS refused it and CloudTrail did not log how.',
    },
  },

  lookups: (event, settings) => logGroupLookups(logGroupOf(event), settings),

  evaluate(event, facts) {
    const group = logGroupOf(event);
    const resource =
      group === undefined
        ? namedInCall(
            event,
            'resourceArn',
            ['destinationName', (name) => regionalArn(event, 'logs', `destination:${name}`)],
            ['deliveryDestinationName', (name) => regionalArn(event, 'logs', `delivery-destination:${name}`)],
            ['policyName', (name) => regionalArn(event, 'logs', `policy:${name}`)],
          )
        : regionalArn(event, 'logs', `log-group:${group}`);
    return verdictsOf(event, facts).map((verdict) => ({ ...verdict, resource }));
  },
});

const settings = { watchedLogGroups: ['cloudtrail/main'] };
const subscribes = (destinationArn: string, logGroupName = '/app/orders', over: object = {}) =>
  call('logs:PutSubscriptionFilter', {
    request: { logGroupName, filterName: 'f', filterPattern: '', destinationArn },
    ...over,
  });
const foreignStream = 'arn:aws:logs:us-east-1:444455556666:destination:central';
const ownStream = 'arn:aws:firehose:us-east-1:111122223333:deliverystream/logs';
const opens = (Principal: unknown) =>
  call('logs:PutDestinationPolicy', {
    request: {
      destinationName: 'central',
      accessPolicy: JSON.stringify({
        Statement: [{ Effect: 'Allow', Principal, Action: 'logs:PutSubscriptionFilter', Resource: '*' }],
      }),
    },
  });

const loud = (): Example[] => [
  {
    name: 'to another account',
    expect: ['subscribed'],
    severity: 'high',
    settings,
    record: subscribes(foreignStream),
  },
  {
    name: 'to another account, by CloudFormation',
    expect: ['subscribed'],
    severity: 'medium',
    settings,
    record: subscribes(foreignStream, '/app/orders', {
      by: role('deploy', 'ci', { invokedBy: 'cloudformation.amazonaws.com' }),
    }),
  },
  {
    name: 'of every group to another account',
    expect: ['subscribed'],
    record: call('logs:PutAccountPolicy', {
      request: {
        policyName: 'all',
        policyType: 'SUBSCRIPTION_FILTER_POLICY',
        policyDocument: JSON.stringify({ DestinationArn: foreignStream, FilterPattern: '' }),
      },
    }),
  },
  {
    name: 'a trail’s, within the account',
    expect: ['subscribed'],
    severity: 'medium',
    settings,
    record: subscribes(ownStream, 'cloudtrail/main'),
  },
  {
    name: 'exported',
    expect: ['exported'],
    severity: 'low',
    settings,
    record: call('logs:CreateExportTask', { request: { logGroupName: '/app/orders', destination: 'dump' } }),
  },
  {
    name: 'a destination opened',
    expect: ['opened'],
    severity: 'high',
    record: opens({ AWS: '444455556666' }),
  },
  {
    name: 'too large for CloudTrail',
    expect: ['unreadable'],
    record: call('logs:PutDestinationPolicy', {
      request: { omitted: true, reason: 'requestParameters too large' },
    }),
  },
  {
    name: 'refused',
    expect: ['unknown'],
    severity: 'low',
    record: call('logs:PutSubscriptionFilter', { error: denied('logs:PutSubscriptionFilter') }),
  },
];

const quiet = (): Example[] => [
  { name: 'within the account', expect: [], settings, record: subscribes(ownStream) },
  {
    name: 'to an account of the organization',
    expect: [],
    settings: { ...settings, organizationAccounts: ['444455556666'] },
    record: subscribes(foreignStream),
  },
  {
    name: 'a service may write',
    expect: [],
    record: call('logs:PutResourcePolicy', {
      request: {
        policyName: 'route53',
        policyDocument: JSON.stringify({
          Statement: {
            Effect: 'Allow',
            Principal: { Service: 'route53.amazonaws.com' },
            Action: 'logs:PutLogEvents',
            Resource: '*',
          },
        }),
      },
    }),
  },
  {
    name: 'another policy of every group',
    expect: [],
    record: call('logs:PutAccountPolicy', {
      request: { policyName: 'index', policyType: 'FIELD_INDEX_POLICY', policyDocument: '{"Fields":["ip"]}' },
    }),
  },
];

export const examples = (): Example[] => [...loud(), ...quiet()];
