import { call, denied } from '../../../events/example.ts';
import { accountArn } from '../../../events/target.ts';
import { knownNames } from '../../coverage/known-names.ts';
import { defineRule, type Example } from '../../define-rule.ts';

// Lower case: CloudTrail and the lists of actions spell some names differently (UpdateSsoConfiguration, UpdateSSOConfiguration).
const known = new Map(
  Object.entries(knownNames).map(([service, names]) => [service, new Set(names.toLowerCase().split(' '))]),
);

const isKnown = (action: string): boolean => {
  const [service = '', name = ''] = action.split(':');
  return known.get(service)?.has(name.toLowerCase()) ?? true;
};

export default defineRule({
  id: 'unclassified-iam-change',
  kind: 'incident',
  severity: 'medium',
  // Records before version 1.08 do not say whether they are read-only.
  on: { services: Object.keys(knownNames), where: { readOnly: [false, { exists: false }] } },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  title: 'Change to identities that no rule knows yet',
  why: 'AWS added this call after this version of Trailwarden was made. It may grant access, and no other rule looks at it.',
  fix: 'Read what the call does in the documentation of the service. Update Trailwarden, or write a rule or a reason for the call.',
  misses:
    'New calls of other services that pass roles or hold policies. New calls that CloudTrail marks as read-only.',
  falsePositives: 'Calls of the AWS console that AWS documents nowhere.',
  attack: ['T1098'],
  messages: {
    unclassified: {
      done: '{actor} called {eventName} of {service}, which no rule knows.',
      tried: '{actor} tried to call {eventName} of {service}, which no rule knows.',
    },
  },

  evaluate(event) {
    if (event.readOnly || event.type !== 'AwsApiCall' || isKnown(event.action)) return [];
    return [
      {
        message: 'unclassified',
        resource: accountArn(event),
        aspect: event.action,
        data: { service: event.source },
      },
    ];
  },
});

export const examples = (): Example[] => [
  { name: 'a call that AWS added', expect: ['unclassified'], record: call('iam:CreateSuperUser') },
  {
    name: 'in Identity Center',
    expect: ['unclassified'],
    record: call('sso:ShareInstance', { request: { instanceArn: 'arn:aws:sso:::instance/ssoins-1' } }),
  },
  {
    name: 'a refused attempt',
    expect: ['unclassified'],
    severity: 'low',
    record: call('iam:CreateSuperUser', { error: denied('iam:CreateSuperUser') }),
  },
  {
    name: 'a call that is known',
    expect: [],
    record: call('iam:CreateUser', { request: { userName: 'eve' } }),
  },
  { name: 'known by another spelling', expect: [], record: call('sso:UpdateSsoConfiguration') },
  { name: 'a new read', expect: [], record: call('iam:GetSuperUser', { readOnly: true }) },
  {
    name: 'an event of the service itself',
    expect: [],
    record: call('organizations:AccountMerged', { record: { eventType: 'AwsServiceEvent' } }),
  },
];
