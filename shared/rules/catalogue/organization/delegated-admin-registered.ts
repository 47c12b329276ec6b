import { call, denied } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { otherAccountArn } from '../../other-account.ts';

export default defineRule({
  id: 'delegated-admin-registered',
  kind: 'incident',
  severity: 'high',
  on: {
    actions: ['organizations:RegisterDelegatedAdministrator', 'organizations:EnableAWSServiceAccess'],
  },
  outcome: 'attempted',
  title: 'Account or service given power over the organisation',
  why: 'A delegated administrator acts for the whole organisation in that service, Identity Center and StackSets included; trusted access lets a service make roles in every account.',
  fix: 'Check that the account runs that service for you. If not, deregister it and look at what it did in the other accounts.',
  misses:
    'Administrators that a service’s own call appoints (EnableOrganizationAdminAccount of GuardDuty and its like).',
  falsePositives: 'Setting up security services for an organisation.',
  attack: ['T1098', 'T1484'],
  messages: {
    registered: {
      done: '{actor} made account {delegate} the administrator of {servicePrincipal} for the organisation.',
      tried:
        '{actor} tried to make an account the administrator of a service for the organisation; AWS refused it.',
    },
    trusted: {
      done: '{actor} gave {servicePrincipal} access to the whole organisation.',
      tried: '{actor} tried to give a service access to the whole organisation; AWS refused it.',
    },
  },
  undo: {
    registered:
      'aws organizations deregister-delegated-administrator --account-id {delegate} --service-principal {servicePrincipal}',
    trusted: 'aws organizations disable-aws-service-access --service-principal {servicePrincipal}',
  },

  evaluate(event) {
    const servicePrincipal = textAt(event.request, 'servicePrincipal') ?? 'unknown';
    if (event.name === 'EnableAWSServiceAccess')
      return [
        {
          message: 'trusted',
          resource: accountArn(event),
          aspect: servicePrincipal,
          severity: 'medium',
          data: { servicePrincipal },
        },
      ];
    const delegate = textAt(event.request, 'accountId');
    return [
      {
        message: 'registered',
        resource: otherAccountArn(event, delegate),
        aspect: servicePrincipal,
        data: { delegate: delegate ?? 'unknown', servicePrincipal },
      },
    ];
  },
});

export const examples = (): Example[] => [
  {
    name: 'an account',
    expect: ['registered'],
    severity: 'high',
    record: call('organizations:RegisterDelegatedAdministrator', {
      request: { accountId: '444455556666', servicePrincipal: 'sso.amazonaws.com' },
    }),
  },
  {
    name: 'a service',
    expect: ['trusted'],
    severity: 'medium',
    record: call('organizations:EnableAWSServiceAccess', {
      request: { servicePrincipal: 'member.org.stacksets.cloudformation.amazonaws.com' },
    }),
  },
  {
    name: 'refused',
    expect: ['registered'],
    severity: 'medium',
    record: call('organizations:RegisterDelegatedAdministrator', {
      error: denied('organizations:RegisterDelegatedAdministrator'),
    }),
  },
  {
    name: 'is one already',
    expect: [],
    record: call('organizations:RegisterDelegatedAdministrator', {
      request: { accountId: '444455556666', servicePrincipal: 'sso.amazonaws.com' },
      error: { code: 'AccountAlreadyRegisteredException' },
    }),
  },
];
