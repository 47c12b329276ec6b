import { call, denied, role, service } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isIdentityCenterItself, samlProviderOf } from '../../identity-providers.ts';

export default defineRule({
  id: 'saml-provider-deleted',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['iam:DeleteSAMLProvider'] },
  outcome: 'attempted',
  title: 'SAML identity provider deleted',
  why: 'Nobody can sign in through it any more: people are locked out, and an attacker who has other credentials works undisturbed.',
  fix: 'Create it again with the metadata of your identity provider, under the same name: the trust policies then work as before.',
  misses: 'Roles that were changed so that they no longer trust the provider.',
  falsePositives:
    'Retiring a provider after moving to another. What IAM Identity Center does for itself is left out.',
  attack: ['T1531', 'T1484.002'],
  messages: {
    deleted: {
      done: '{actor} deleted SAML provider {resource}.',
      tried: '{actor} tried to delete a SAML provider ({resource}); AWS refused it.',
    },
  },

  evaluate: (event) =>
    isIdentityCenterItself(event) ? [] : [{ message: 'deleted', resource: samlProviderOf(event), data: {} }],
});

const request = { sAMLProviderArn: 'arn:aws:iam::111122223333:saml-provider/okta' };

export const examples = (): Example[] => [
  {
    name: 'by a person',
    expect: ['deleted'],
    severity: 'medium',
    record: call('iam:DeleteSAMLProvider', { request }),
  },
  {
    name: 'refused',
    expect: ['deleted'],
    severity: 'low',
    record: call('iam:DeleteSAMLProvider', {
      error: denied('iam:DeleteSAMLProvider', 'arn:aws:iam::111122223333:saml-provider/okta'),
    }),
  },
  {
    name: 'by a role that only bears the name of the service’s',
    expect: ['deleted'],
    record: call('iam:DeleteSAMLProvider', { by: role('AWSServiceRoleForSSO', 'x'), request }),
  },
  {
    name: 'by Identity Center’s service-linked role',
    expect: [],
    record: call('iam:DeleteSAMLProvider', {
      by: role('AWSServiceRoleForSSO', 'AWS-SSO', {}, '/aws-service-role/sso.amazonaws.com/'),
      request,
    }),
  },
  {
    name: 'by Identity Center',
    expect: [],
    record: call('iam:DeleteSAMLProvider', { by: service('sso.amazonaws.com'), request }),
  },
  {
    name: 'in error',
    expect: [],
    record: call('iam:DeleteSAMLProvider', { request, error: { code: 'InvalidInputException' } }),
  },
];
