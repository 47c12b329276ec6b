import { call, denied } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { oidcProviderOf } from '../../identity-providers.ts';

type Message = 'clientAdded' | 'thumbprint' | 'deleted';

const messageOf: Readonly<Record<string, Message>> = {
  AddClientIDToOpenIDConnectProvider: 'clientAdded',
  UpdateOpenIDConnectProviderThumbprint: 'thumbprint',
  DeleteOpenIDConnectProvider: 'deleted',
};

export default defineRule({
  id: 'oidc-provider-changed',
  kind: 'incident',
  severity: 'high',
  on: {
    actions: [
      'iam:AddClientIDToOpenIDConnectProvider',
      'iam:UpdateOpenIDConnectProviderThumbprint',
      'iam:DeleteOpenIDConnectProvider',
    ],
  },
  outcome: 'attempted',
  title: 'OIDC identity provider changed or deleted',
  why: 'A new client id admits tokens that were made for another application; a new thumbprint admits another server as the provider; deletion locks its users out.',
  fix: 'Check the client ids and thumbprints against the provider’s own documentation, and take back what does not belong.',
  misses:
    'Removed client ids. AWS ignores thumbprints for providers whose certificate a public authority signed.',
  falsePositives:
    'New applications, changes of the provider’s certificate, clusters and pipelines that are torn down.',
  attack: ['T1484.002'],
  messages: {
    clientAdded: {
      done: '{actor} added client id {client} to OIDC provider {resource}.',
      tried: '{actor} tried to add a client id to an OIDC provider ({resource}); AWS refused it.',
    },
    thumbprint: {
      done: '{actor} replaced the certificate thumbprints of OIDC provider {resource}.',
      tried: '{actor} tried to replace the thumbprints of an OIDC provider ({resource}); AWS refused it.',
    },
    deleted: {
      done: '{actor} deleted OIDC provider {resource}.',
      tried: '{actor} tried to delete an OIDC provider ({resource}); AWS refused it.',
    },
  },
  undo: {
    clientAdded:
      'aws iam remove-client-id-from-open-id-connect-provider --open-id-connect-provider-arn {resource} --client-id {client}',
  },

  evaluate(event) {
    const message = messageOf[event.name];
    if (message === undefined) return [];
    const client = textAt(event.request, 'clientID') ?? 'unknown';
    return [{ message, resource: oidcProviderOf(event), data: { client } }];
  },
});

const openIDConnectProviderArn = 'arn:aws:iam::111122223333:oidc-provider/id.example.com';

export const examples = (): Example[] => [
  {
    name: 'a client id',
    expect: ['clientAdded'],
    severity: 'high',
    record: call('iam:AddClientIDToOpenIDConnectProvider', {
      request: { openIDConnectProviderArn, clientID: 'other-app' },
    }),
  },
  {
    name: 'thumbprints',
    expect: ['thumbprint'],
    record: call('iam:UpdateOpenIDConnectProviderThumbprint', {
      request: { openIDConnectProviderArn, thumbprintList: ['0'.repeat(40)] },
    }),
  },
  {
    name: 'deletion refused',
    expect: ['deleted'],
    severity: 'medium',
    record: call('iam:DeleteOpenIDConnectProvider', {
      error: denied('iam:DeleteOpenIDConnectProvider', openIDConnectProviderArn),
    }),
  },
  {
    name: 'no such provider',
    expect: [],
    record: call('iam:DeleteOpenIDConnectProvider', {
      request: { openIDConnectProviderArn },
      error: { code: 'NoSuchEntityException' },
    }),
  },
];
