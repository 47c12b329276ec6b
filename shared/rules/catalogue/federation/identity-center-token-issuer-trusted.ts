import { call, denied } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { findText } from '../../find-text.ts';
import { namedInCall } from '../../named-in-call.ts';

export default defineRule({
  id: 'identity-center-token-issuer-trusted',
  kind: 'condition',
  severity: 'high',
  on: { actions: ['sso:CreateTrustedTokenIssuer', 'sso:UpdateTrustedTokenIssuer'] },
  outcome: 'attempted',
  title: 'Outside issuer of tokens trusted by IAM Identity Center',
  why: 'Whoever runs the issuer can say that a token belongs to any person of the directory, and applications act for that person in AWS services.',
  fix: 'Delete the issuer unless its address is that of your identity provider. Check which attribute its tokens are matched by: one that people set themselves makes anybody anyone.',
  misses: 'Issuers that were trusted before. Applications that do not take tokens of issuers.',
  falsePositives:
    'Setting up applications that pass identities on with your own identity provider: acknowledge it once.',
  attack: ['T1484.002', 'T1606'],
  messages: {
    trusted: {
      done: '{actor} had IAM Identity Center trust tokens of {issuer} (matched by {attribute}, {eventName}).',
      tried:
        '{actor} tried to have IAM Identity Center trust tokens of another issuer ({eventName}); AWS refused it.',
    },
  },
  undo: { trusted: 'aws sso-admin delete-trusted-token-issuer --trusted-token-issuer-arn {resource}' },
  undoneBy: [
    {
      actions: ['sso:DeleteTrustedTokenIssuer'],
      undoes: (event) => [{ resource: namedInCall(event, 'trustedTokenIssuerArn') }],
    },
  ],

  evaluate(event) {
    const data = {
      issuer: findText(event.request, 'issuerUrl') ?? 'an issuer that is not named',
      attribute: findText(event.request, 'identityStoreAttributePath') ?? 'what it was',
    };
    const resource = namedInCall(event, 'trustedTokenIssuerArn');
    return [{ message: 'trusted', resource, data }];
  },
});

const trustedTokenIssuerArn =
  'arn:aws:sso::111122223333:trustedTokenIssuer/ssoins-1234567890abcdef/tti-1234567890abcdef';

export const examples = (): Example[] => [
  {
    name: 'a new one',
    expect: ['trusted'],
    severity: 'high',
    record: call('sso:CreateTrustedTokenIssuer', {
      request: {
        name: 'idp',
        trustedTokenIssuerConfiguration: {
          oidcJwtConfiguration: {
            issuerUrl: 'https://idp.example.net',
            claimAttributePath: 'email',
            identityStoreAttributePath: 'emails.value',
          },
        },
      },
      response: { trustedTokenIssuerArn },
    }),
  },
  {
    name: 'another attribute',
    expect: ['trusted'],
    record: call('sso:UpdateTrustedTokenIssuer', { request: { trustedTokenIssuerArn } }),
  },
  {
    name: 'refused',
    expect: ['trusted'],
    severity: 'medium',
    record: call('sso:CreateTrustedTokenIssuer', { error: denied('sso:CreateTrustedTokenIssuer') }),
  },
  {
    name: 'in error',
    expect: [],
    record: call('sso:CreateTrustedTokenIssuer', { error: { code: 'ValidationException' } }),
  },
];
