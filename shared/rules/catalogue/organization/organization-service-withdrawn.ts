import { call, denied } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { otherAccountArn } from '../../other-account.ts';

/** Services that watch or guard the accounts of an organisation (Organizations User Guide, "Services that you can use with AWS Organizations"). */
const guarding = [
  'access-analyzer',
  'auditmanager',
  'cloudtrail',
  'config',
  'config-multiaccountsetup',
  'detective',
  'fms',
  'guardduty',
  'iam',
  'inspector2',
  'macie',
  'malware-protection.guardduty',
  'securityhub',
  'securitylake',
  'sso',
];

const isGuarding = (servicePrincipal: string): boolean =>
  guarding.some((service) => servicePrincipal.startsWith(`${service}.amazonaws.`));

export default defineRule({
  id: 'organization-service-withdrawn',
  kind: 'incident',
  severity: 'medium',
  on: {
    actions: ['organizations:DeregisterDelegatedAdministrator', 'organizations:DisableAWSServiceAccess'],
  },
  outcome: 'attempted',
  title: 'Administrator or service taken from the organisation',
  why: 'A service of security that loses its access or its administrator stops seeing the accounts: GuardDuty, Security Hub, the trail and Config of the whole organisation among them.',
  fix: 'Give the access back and register the administrator again. Check in each account that the service still runs.',
  misses: 'What the service does in the accounts by itself afterwards.',
  falsePositives: 'Moving a service to another administrator, giving up a service.',
  attack: ['T1562.001', 'T1562.008'],
  messages: {
    deregistered: {
      done: '{actor} took the administration of {servicePrincipal} for the organisation from account {delegate}.',
      tried: '{actor} tried to take the administration of a service from an account; AWS refused it.',
    },
    disabled: {
      done: '{actor} took from {servicePrincipal} its access to the organisation.',
      tried: '{actor} tried to take from a service its access to the organisation; AWS refused it.',
    },
  },
  undo: {
    deregistered:
      'aws organizations register-delegated-administrator --account-id {delegate} --service-principal {servicePrincipal}',
    disabled: 'aws organizations enable-aws-service-access --service-principal {servicePrincipal}',
  },

  evaluate(event) {
    const servicePrincipal = textAt(event.request, 'servicePrincipal') ?? 'unknown';
    const severity = isGuarding(servicePrincipal) ? 'high' : 'medium';
    const delegate = textAt(event.request, 'accountId');
    const isService = event.name === 'DisableAWSServiceAccess';
    return [
      {
        message: isService ? 'disabled' : 'deregistered',
        severity,
        resource: isService ? accountArn(event) : otherAccountArn(event, delegate),
        aspect: servicePrincipal,
        data: { servicePrincipal, delegate: delegate ?? 'unknown' },
      },
    ];
  },
});

const deregisters = (servicePrincipal: string, over: object = {}) =>
  call('organizations:DeregisterDelegatedAdministrator', {
    request: { accountId: '444455556666', servicePrincipal },
    ...over,
  });

export const examples = (): Example[] => [
  {
    name: 'GuardDuty’s administrator',
    expect: ['deregistered'],
    severity: 'high',
    record: deregisters('guardduty.amazonaws.com'),
  },
  {
    name: 'another administrator',
    expect: ['deregistered'],
    severity: 'medium',
    record: deregisters('license-manager.amazonaws.com'),
  },
  {
    name: 'the access of CloudTrail',
    expect: ['disabled'],
    severity: 'high',
    record: call('organizations:DisableAWSServiceAccess', {
      request: { servicePrincipal: 'cloudtrail.amazonaws.com' },
    }),
  },
  {
    name: 'refused',
    expect: ['disabled'],
    severity: 'low',
    record: call('organizations:DisableAWSServiceAccess', {
      error: denied('organizations:DisableAWSServiceAccess'),
    }),
  },
  {
    name: 'is none',
    expect: [],
    record: deregisters('guardduty.amazonaws.com', { error: { code: 'AccountNotRegisteredException' } }),
  },
];
