import { call, denied } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { oidcProviderOf } from '../../identity-providers.ts';

export default defineRule({
  id: 'oidc-provider-created',
  kind: 'incident',
  severity: 'high',
  on: { actions: ['iam:CreateOpenIDConnectProvider'] },
  outcome: 'attempted',
  title: 'OIDC identity provider created',
  why: 'Tokens of the provider can now be exchanged for sessions of every role that trusts it. An attacker’s own provider is a way in that needs no credential in AWS.',
  fix: 'Delete the provider unless a change request names it, and look for roles whose trust policy names it.',
  misses: 'Which roles trust it, and how widely: see oidc-trust-too-wide.',
  falsePositives: 'New EKS clusters and the first pipeline of GitHub Actions or GitLab in an account.',
  attack: ['T1484.002'],
  messages: {
    created: {
      done: '{actor} created OIDC provider {resource}.',
      tried: '{actor} tried to create an OIDC provider ({resource}); AWS refused it.',
    },
  },
  undo: { created: 'aws iam delete-open-id-connect-provider --open-id-connect-provider-arn {resource}' },

  evaluate: (event) => [{ message: 'created', resource: oidcProviderOf(event), data: {} }],
});

const request = { url: 'https://id.example.com/tenant', clientIDList: ['sts.amazonaws.com'] };

export const examples = (): Example[] => [
  {
    name: 'by a person',
    expect: ['created'],
    severity: 'high',
    record: call('iam:CreateOpenIDConnectProvider', { request }),
  },
  {
    name: 'refused',
    expect: ['created'],
    severity: 'medium',
    record: call('iam:CreateOpenIDConnectProvider', {
      error: denied(
        'iam:CreateOpenIDConnectProvider',
        'arn:aws:iam::111122223333:oidc-provider/id.example.com/tenant',
      ),
    }),
  },
  {
    name: 'there is one',
    expect: [],
    record: call('iam:CreateOpenIDConnectProvider', {
      request,
      error: { code: 'EntityAlreadyExistsException' },
    }),
  },
];
