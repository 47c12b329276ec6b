import { call, denied, role, service } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isIdentityCenterItself, samlProviderOf } from '../../identity-providers.ts';

export default defineRule({
  id: 'saml-provider-updated',
  kind: 'incident',
  severity: 'high',
  on: { actions: ['iam:UpdateSAMLProvider'] },
  outcome: 'attempted',
  title: 'Metadata of a SAML identity provider replaced',
  why: 'With the metadata comes the certificate that AWS believes. Whoever put in his own can sign in as every user of the provider, into every role that trusts it.',
  fix: 'Compare the certificate with that of your identity provider. If it differs, upload the right metadata, then look for AssumeRoleWithSAML since.',
  misses: 'Whether the certificate is another one: the metadata is not compared with what was there.',
  falsePositives:
    'The yearly change of the signing certificate. What IAM Identity Center does for itself is left out.',
  attack: ['T1484.002', 'T1606.002'],
  messages: {
    updated: {
      done: '{actor} replaced the metadata of SAML provider {resource}.',
      tried: '{actor} tried to replace the metadata of a SAML provider ({resource}); AWS refused it.',
    },
  },

  evaluate: (event) =>
    isIdentityCenterItself(event) ? [] : [{ message: 'updated', resource: samlProviderOf(event), data: {} }],
});

const request = {
  sAMLProviderArn: 'arn:aws:iam::111122223333:saml-provider/okta',
  sAMLMetadataDocument: '<EntityDescriptor/>',
};

export const examples = (): Example[] => [
  {
    name: 'by a person',
    expect: ['updated'],
    severity: 'high',
    record: call('iam:UpdateSAMLProvider', { request }),
  },
  {
    name: 'refused',
    expect: ['updated'],
    severity: 'medium',
    record: call('iam:UpdateSAMLProvider', {
      error: denied('iam:UpdateSAMLProvider', 'arn:aws:iam::111122223333:saml-provider/okta'),
    }),
  },
  {
    name: 'by a role that only bears the name of the service’s',
    expect: ['updated'],
    record: call('iam:UpdateSAMLProvider', { by: role('AWSServiceRoleForSSO', 'x'), request }),
  },
  {
    name: 'by Identity Center’s service-linked role',
    expect: [],
    record: call('iam:UpdateSAMLProvider', {
      by: role('AWSServiceRoleForSSO', 'AWS-SSO', {}, '/aws-service-role/sso.amazonaws.com/'),
      request,
    }),
  },
  {
    name: 'by Identity Center',
    expect: [],
    record: call('iam:UpdateSAMLProvider', { by: service('sso.amazonaws.com'), request }),
  },
  {
    name: 'in error',
    expect: [],
    record: call('iam:UpdateSAMLProvider', { request, error: { code: 'InvalidInputException' } }),
  },
];
