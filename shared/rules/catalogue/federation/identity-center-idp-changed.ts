import { call, denied } from '../../../events/example.ts';
import type { Action } from '../../../events/iam-event.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { identityCenterOf } from '../../identity-center.ts';

// Names: Service Authorization Reference, "AWS IAM Identity Center" and "… directory". The console logs some under either source.
const sourceCalls = [
  'AssociateDirectory',
  'DisassociateDirectory',
  'CreateExternalIdPConfigurationForDirectory',
  'UpdateExternalIdPConfigurationForDirectory',
  'DeleteExternalIdPConfigurationForDirectory',
  'EnableExternalIdPConfigurationForDirectory',
  'DisableExternalIdPConfigurationForDirectory',
];
const certificateCalls = ['ImportExternalIdPCertificate', 'DeleteExternalIdPCertificate'];
const provisioningCalls = ['CreateBearerToken', 'CreateProvisioningTenant'];

const actions = [...sourceCalls, ...certificateCalls, ...provisioningCalls].flatMap((name): Action[] => [
  `sso:${name}`,
  `sso-directory:${name}`,
]);

const messageOf = (name: string) => {
  if (certificateCalls.includes(name)) return 'certificate';
  return provisioningCalls.includes(name) ? 'provisioning' : 'source';
};

export default defineRule({
  id: 'identity-center-idp-changed',
  kind: 'incident',
  severity: 'high',
  on: { actions },
  outcome: 'any',
  title: 'Identity source of IAM Identity Center changed',
  why: 'Whoever controls the identity source, its certificate or a provisioning token can sign in as anybody to every account of the organisation.',
  fix: 'Check the identity source and the certificates in Identity Center’s settings against your identity provider; delete provisioning tokens you do not know. If it was not you, disable access portal sign-in for administrators until it is put right.',
  misses: 'Changes inside the identity provider itself. Which certificate was imported.',
  falsePositives: 'The yearly change of the signing certificate and of the provisioning token.',
  attack: ['T1484.002', 'T1556.007'],
  messages: {
    source: {
      done: '{actor} changed the identity source of IAM Identity Center ({eventName}).',
      tried:
        '{actor} tried to change the identity source of IAM Identity Center ({eventName}); it did not succeed.',
    },
    certificate: {
      done: '{actor} changed the certificates by which IAM Identity Center knows its identity provider ({eventName}).',
      tried:
        '{actor} tried to change the certificates of the identity provider of IAM Identity Center ({eventName}); it did not succeed.',
    },
    provisioning: {
      done: '{actor} made a token by which users and groups can be written into IAM Identity Center ({eventName}).',
      tried:
        '{actor} tried to make a provisioning token of IAM Identity Center ({eventName}); it did not succeed.',
    },
  },

  evaluate: (event) => [{ message: messageOf(event.name), resource: identityCenterOf(event), data: {} }],
});

export const examples = (): Example[] => [
  {
    name: 'an external provider enabled',
    expect: ['source'],
    severity: 'high',
    record: call('sso-directory:EnableExternalIdPConfigurationForDirectory', {
      request: { directoryId: 'd-1234567890', externalIdPConfigurationId: 'a' },
    }),
  },
  {
    name: 'a certificate',
    expect: ['certificate'],
    record: call('sso-directory:ImportExternalIdPCertificate', { request: { directoryId: 'd-1234567890' } }),
  },
  {
    name: 'a provisioning token',
    expect: ['provisioning'],
    record: call('sso-directory:CreateBearerToken', { request: { tenantId: 'a' } }),
  },
  {
    name: 'refused',
    expect: ['source'],
    severity: 'high',
    record: call('sso:DisassociateDirectory', { error: denied('sso:DisassociateDirectory') }),
  },
  {
    name: 'only looked at',
    expect: [],
    record: call('sso-directory:ListExternalIdPConfigurationsForDirectory', { readOnly: true }),
  },
];
