import { call, denied } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'outbound-federation-enabled',
  kind: 'condition',
  severity: 'medium',
  on: { actions: ['iam:EnableOutboundWebIdentityFederation'] },
  outcome: 'attempted',
  title: 'Account made to vouch for its principals to the outside',
  why: 'Principals that may call sts:GetWebIdentityToken now get signed tokens that other clouds and services take as proof of who they are: a way out of AWS that its policies do not follow.',
  fix: 'Disable outbound federation unless an application of yours needs it. If it stays, limit sts:GetWebIdentityToken to its roles and audiences.',
  misses: 'Accounts that had it before. Who asks for tokens: see web-identity-token-requested.',
  falsePositives: 'Applications that reach other clouds without stored secrets, which is what it is for.',
  attack: ['T1606', 'T1550.001'],
  messages: {
    enabled: {
      done: '{actor} had account {account} vouch for its principals to outside services (issuer {issuer}).',
      tried:
        '{actor} tried to have account {account} vouch for its principals to outside services; AWS refused it.',
    },
  },
  undo: { enabled: 'aws iam disable-outbound-web-identity-federation' },
  undoneBy: [
    {
      actions: ['iam:DisableOutboundWebIdentityFederation'],
      undoes: (event) => [{ resource: accountArn(event) }],
    },
  ],

  evaluate(event) {
    const issuer = textAt(event.response, 'issuerIdentifier') ?? 'not logged';
    return [{ message: 'enabled', resource: accountArn(event), data: { issuer } }];
  },
});

export const examples = (): Example[] => [
  {
    name: 'enabled',
    expect: ['enabled'],
    severity: 'medium',
    record: call('iam:EnableOutboundWebIdentityFederation', {
      response: { issuerIdentifier: 'https://a1b2c3d4.tokens.sts.global.api.aws' },
    }),
  },
  {
    name: 'refused',
    expect: ['enabled'],
    severity: 'low',
    record: call('iam:EnableOutboundWebIdentityFederation', {
      error: denied('iam:EnableOutboundWebIdentityFederation'),
    }),
  },
  {
    name: 'was enabled already',
    expect: [],
    record: call('iam:EnableOutboundWebIdentityFederation', { error: { code: 'FeatureEnabledException' } }),
  },
];
