import { call, denied, service } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';

/** Services whose calls are recorded in one region, wherever the resource is and whoever uses them. */
const global = new Set([
  'account',
  'artifact',
  'billing',
  'budgets',
  'ce',
  'chatbot',
  'cloudfront',
  'consolidatedbilling',
  'cur',
  'ecr-public',
  'globalaccelerator',
  'health',
  'iam',
  'marketplacecommerceanalytics',
  'networkmanager',
  'organizations',
  'payments',
  'route53',
  'route53domains',
  'savingsplans',
  'shield',
  'support',
  'tax',
  'trustedadvisor',
  'waf',
]);
const homesOfGlobal = new Set(['us-east-1', 'us-west-2', 'cn-north-1', 'cn-northwest-1', 'us-gov-west-1']);

const serviceOf = ({ action }: IamEvent): string => action.slice(0, action.indexOf(':'));

/** Sign-ins are recorded where a cookie says, and a service event is nobody's call. */
const isPlaced = (event: IamEvent): boolean =>
  event.type === 'AwsApiCall' &&
  event.region !== 'unknown' &&
  !(global.has(serviceOf(event)) && homesOfGlobal.has(event.region));

export default defineRule({
  id: 'unused-region-activity',
  kind: 'incident',
  severity: 'high',
  // Every write in every region that is forwarded, so it is for those who ask for it.
  on: { anyCall: { readOnly: [false, { exists: false }] }, tier: 'wide' },
  needs: ['regionsInUse'],
  outcome: 'any',
  serviceInitiated: 'skip',
  title: 'Change tried in a region that is not in use',
  why: 'Miners and other guests start their machines where nobody looks, and where the bill is the first to tell.',
  fix: 'See what was made there (AWS Config, Resource Explorer), remove it and take the credentials away. A service control policy on aws:RequestedRegion keeps regions closed.',
  misses:
    'Regions whose events are not forwarded to Trailwarden. Reads. Services that are recorded in one region, such as IAM and CloudFront.',
  falsePositives: 'A region that is newly in use: name it in the setting regionsInUse.',
  attack: ['T1535', 'T1496'],
  messages: {
    active: {
      done: '{actor} called {eventName} of {service} in {region}, which is not in use.',
      tried: '{actor} tried to call {eventName} of {service} in {region}, which is not in use.',
    },
  },

  evaluate(event, { settings: { regionsInUse = [] } }) {
    if (event.readOnly || !isPlaced(event) || regionsInUse.includes(event.region)) return [];
    return [
      {
        message: 'active',
        resource: accountArn(event),
        aspect: event.region,
        data: { service: event.source },
      },
    ];
  },
});

const settings = { regionsInUse: ['eu-central-1'] };
const start = (over: object = {}) => call('ec2:RunInstances', { region: 'ap-east-1', ...over });

export const examples = (): Example[] => [
  { name: 'an instance started', expect: ['active'], severity: 'high', record: start(), settings },
  {
    name: 'kept back by a service control policy',
    expect: ['active'],
    severity: 'high',
    record: start({ error: { ...denied('ec2:RunInstances'), code: 'Client.UnauthorizedOperation' } }),
    settings,
  },
  {
    name: 'in us-east-1, which is not in use either',
    expect: ['active'],
    record: start({ region: 'us-east-1' }),
    settings,
  },
  { name: 'in a region in use', expect: [], record: start({ region: 'eu-central-1' }), settings },
  { name: 'IAM is recorded in us-east-1', expect: [], record: call('iam:CreateUser'), settings },
  { name: 'a read', expect: [], record: start({ readOnly: true }), settings },
  {
    name: 'a service for itself',
    expect: [],
    record: start({ by: service('autoscaling.amazonaws.com') }),
    settings,
  },
  {
    name: 'a service event',
    expect: [],
    record: start({ record: { eventType: 'AwsServiceEvent' } }),
    settings,
  },
  { name: 'without the setting', expect: [], record: start(), undecided: 'off' },
];
