import { call, denied, role, service } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isIdentityCenterItself, samlProviderOf } from '../../identity-providers.ts';

export default defineRule({
  id: 'saml-provider-created',
  kind: 'incident',
  severity: 'high',
  on: { actions: ['iam:CreateSAMLProvider'] },
  outcome: 'attempted',
  title: 'SAML identity provider created',
  why: 'Whoever runs the provider can say of anybody that he is who he says. Roles that trust it are open to the one who made it, without any credential in AWS.',
  fix: 'Delete the provider unless a change request names it, and look for roles whose trust policy names it (UpdateAssumeRolePolicy, CreateRole).',
  misses:
    'Which roles trust the provider, and whose provider it is: its metadata is not compared with yours.',
  falsePositives: 'Setting up single sign-on. What IAM Identity Center does for itself is left out.',
  attack: ['T1484.002', 'T1606.002'],
  messages: {
    created: {
      done: '{actor} created SAML provider {resource}.',
      tried: '{actor} tried to create a SAML provider ({resource}); AWS refused it.',
    },
  },
  undo: { created: 'aws iam delete-saml-provider --saml-provider-arn {resource}' },

  evaluate: (event) =>
    isIdentityCenterItself(event) ? [] : [{ message: 'created', resource: samlProviderOf(event), data: {} }],
});

const request = { name: 'okta', sAMLMetadataDocument: '<EntityDescriptor/>' };

export const examples = (): Example[] => [
  {
    name: 'by a person',
    expect: ['created'],
    severity: 'high',
    record: call('iam:CreateSAMLProvider', {
      request,
      response: { sAMLProviderArn: 'arn:aws:iam::111122223333:saml-provider/okta' },
    }),
  },
  {
    name: 'refused',
    expect: ['created'],
    severity: 'medium',
    record: call('iam:CreateSAMLProvider', {
      error: denied('iam:CreateSAMLProvider', 'arn:aws:iam::111122223333:saml-provider/okta'),
    }),
  },
  {
    name: 'by a role that only bears the name of the service’s',
    expect: ['created'],
    record: call('iam:CreateSAMLProvider', { by: role('AWSServiceRoleForSSO', 'x'), request }),
  },
  {
    name: 'by Identity Center’s service-linked role',
    expect: [],
    record: call('iam:CreateSAMLProvider', {
      by: role('AWSServiceRoleForSSO', 'AWS-SSO', {}, '/aws-service-role/sso.amazonaws.com/'),
      request,
    }),
  },
  {
    name: 'by Identity Center',
    expect: [],
    record: call('iam:CreateSAMLProvider', { by: service('sso.amazonaws.com'), request }),
  },
  {
    name: 'in error',
    expect: [],
    record: call('iam:CreateSAMLProvider', { request, error: { code: 'InvalidInputException' } }),
  },
];
