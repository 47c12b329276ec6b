import { call, denied } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { publicStatements } from '../../../policy/public-access.ts';
import { defineRule, type Example, type Match } from '../../define-rule.ts';
import type { Facts } from '../../facts.ts';
import { foreignPrincipals } from '../../foreign-principals.ts';
import { namedInCall } from '../../named-in-call.ts';
import { otherAccountArn } from '../../other-account.ts';
import { documentIn } from '../../policy-in-request.ts';
import { regionalArn } from '../../resource-arn.ts';

type Message = 'administrator' | 'shared' | 'changed' | 'unreadable' | 'federated';

/** CloudTrail User Guide, "Resource-based policies": of a channel, an event data store or a dashboard. */
const policyVerdict = (event: IamEvent, { settings }: Facts): Omit<Match<Message>, 'resource'> => {
  const document = documentIn(event, 'resourcePolicy');
  if (document.status === 'refused') return { message: 'changed', data: {} };
  if (document.status === 'unreadable') return { message: 'unreadable', data: { cause: document.cause } };
  const principals = [
    ...(publicStatements(document.policy).length > 0 ? ['everybody'] : []),
    ...foreignPrincipals(event, settings, document.policy),
  ];
  return principals.length > 0
    ? { message: 'shared', severity: 'high', data: { principals } }
    : { message: 'changed', severity: 'low', data: {} };
};

export default defineRule({
  id: 'cloudtrail-data-shared',
  kind: 'incident',
  severity: 'medium',
  on: {
    actions: [
      'cloudtrail:EnableFederation',
      'cloudtrail:PutResourcePolicy',
      'cloudtrail:RegisterOrganizationDelegatedAdmin',
    ],
  },
  outcome: 'attempted',
  title: 'Records of CloudTrail opened to somebody else',
  why: 'Whoever administers the trails of the organisation can stop them all; whoever reads an event data store knows who works when, from where and with which keys; whoever writes into a channel can add false records.',
  fix: 'Check that the account or the role belongs to your security team. Otherwise deregister the administrator, delete the policy or disable federation.',
  misses:
    'Who may read the bucket of a trail: see resource-policy-public. What the role of a federation is allowed to read beyond it.',
  falsePositives:
    'Setting up central logging, or Amazon Athena for an event data store. Accounts of your organization or partners, until the settings organizationAccounts and trustedAccounts name them.',
  attack: ['T1098', 'T1530'],
  messages: {
    administrator: {
      done: '{actor} made account {delegate} the administrator of CloudTrail for the organisation.',
      tried:
        '{actor} tried to make an account the administrator of CloudTrail for the organisation; AWS refused it.',
    },
    shared: {
      done: '{actor} opened {resource} of CloudTrail to {principals}.',
      tried: '{actor} tried to open {resource} of CloudTrail to {principals}; AWS refused it.',
    },
    changed: {
      done: '{actor} changed who may use {resource} of CloudTrail.',
      tried: '{actor} tried to change who may use {resource} of CloudTrail; AWS refused it.',
    },
    unreadable: {
      done: '{actor} wrote a policy for {resource} of CloudTrail that cannot be read: {cause}.',
      tried:
        '{actor} tried to write a policy for {resource} of CloudTrail that cannot be read ({cause}); AWS refused it.',
    },
    federated: {
      done: '{actor} opened event data store {resource} to queries of other services with role {role}.',
      tried:
        '{actor} tried to open event data store {resource} to queries of other services; AWS refused it.',
    },
  },
  undo: {
    administrator:
      'aws cloudtrail deregister-organization-delegated-admin --delegated-admin-account-id {delegate}',
    shared: 'aws cloudtrail delete-resource-policy --region {region} --resource-arn {resource}',
    federated: 'aws cloudtrail disable-federation --region {region} --event-data-store {resource}',
  },

  evaluate(event, facts) {
    if (event.name === 'RegisterOrganizationDelegatedAdmin') {
      const delegate = textAt(event.request, 'memberAccountId');
      return [
        {
          message: 'administrator',
          severity: 'high',
          resource: otherAccountArn(event, delegate),
          data: { delegate: delegate ?? 'unknown' },
        },
      ];
    }
    if (event.name === 'PutResourcePolicy')
      return [{ ...policyVerdict(event, facts), resource: namedInCall(event, 'resourceArn') }];
    const resource = namedInCall(event, [
      'eventDataStore',
      (id) => regionalArn(event, 'cloudtrail', `eventdatastore/${id}`),
    ]);
    const role = textAt(event.request, 'federationRoleArn') ?? 'unknown';
    return [{ message: 'federated', resource, data: { role } }];
  },
});

const resourceArn =
  'arn:aws:cloudtrail:us-east-1:111122223333:eventdatastore/0a1b2c3d-0000-4000-8000-000000000000';
const opens = (Principal: unknown, over: object = {}) =>
  call('cloudtrail:PutResourcePolicy', {
    request: {
      resourceArn,
      resourcePolicy: JSON.stringify({
        Statement: [{ Effect: 'Allow', Principal, Action: 'cloudtrail:StartQuery', Resource: resourceArn }],
      }),
    },
    ...over,
  });

export const examples = (): Example[] => [
  {
    name: 'an administrator',
    expect: ['administrator'],
    severity: 'high',
    record: call('cloudtrail:RegisterOrganizationDelegatedAdmin', {
      request: { memberAccountId: '444455556666' },
    }),
  },
  {
    name: 'to another account',
    expect: ['shared'],
    severity: 'high',
    record: opens({ AWS: 'arn:aws:iam::444455556666:root' }),
  },
  { name: 'to everybody', expect: ['shared'], severity: 'high', record: opens('*') },
  {
    name: 'within the account',
    expect: ['changed'],
    severity: 'low',
    record: opens({ AWS: 'arn:aws:iam::111122223333:role/analyst' }),
  },
  {
    name: 'to an account of the organization',
    expect: ['changed'],
    severity: 'low',
    settings: { organizationAccounts: ['444455556666'] },
    record: opens({ AWS: '444455556666' }),
  },
  {
    name: 'too large for CloudTrail',
    expect: ['unreadable'],
    severity: 'medium',
    record: call('cloudtrail:PutResourcePolicy', {
      request: { omitted: true, reason: 'requestParameters too large' },
    }),
  },
  {
    name: 'to queries of other services',
    expect: ['federated'],
    record: call('cloudtrail:EnableFederation', {
      request: {
        eventDataStore: resourceArn,
        federationRoleArn: 'arn:aws:iam::111122223333:role/lake',
      },
    }),
  },
  {
    name: 'refused',
    expect: ['changed'],
    severity: 'low',
    record: call('cloudtrail:PutResourcePolicy', {
      error: denied('cloudtrail:PutResourcePolicy', resourceArn),
    }),
  },
  {
    name: 'is the administrator already',
    expect: [],
    record: call('cloudtrail:RegisterOrganizationDelegatedAdmin', {
      request: { memberAccountId: '444455556666' },
      error: { code: 'AccountRegisteredException' },
    }),
  },
];
