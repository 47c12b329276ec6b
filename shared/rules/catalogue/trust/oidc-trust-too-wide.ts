import { call } from '../../../events/example.ts';
import { type OidcGap, wideOidcTrustsOf } from '../../../policy/oidc-trust.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import type { Severity } from '../../severity.ts';
import { trustUndoing, trustWritingActions, writtenTrustOf } from '../../trust-document.ts';

/** From the widest to the narrowest: the first that occurs leads. */
const gaps: readonly { readonly gap: OidcGap; readonly message: Message; readonly severity: Severity }[] = [
  { gap: 'any-tenant', message: 'anyTenant', severity: 'critical' },
  { gap: 'any-identity-pool', message: 'anyIdentityPool', severity: 'critical' },
  { gap: 'any-workload', message: 'anyWorkload', severity: 'high' },
  { gap: 'any-repository', message: 'anyRepository', severity: 'medium' },
];

type Message = 'anyTenant' | 'anyIdentityPool' | 'anyWorkload' | 'anyRepository';

export default defineRule({
  id: 'oidc-trust-too-wide',
  kind: 'condition',
  severity: 'high',
  on: { actions: trustWritingActions },
  title: 'Role opened to strangers of an OIDC provider',
  why: 'The role trusts a provider’s tokens without saying whose. For GitHub and its like that means: anybody with an account there.',
  fix: 'Add a condition on the token’s subject (for GitHub repo:ORGANISATION/REPOSITORY:…, for Cognito the audience), then revoke the sessions of the role.',
  misses:
    'Subjects that are fixed but wrong. Providers on a company’s own address that serve many tenants. Refused attempts: role-trust-policy-public tells of them.',
  falsePositives:
    'A GitHub organisation in which every repository may deploy. A provider of your own whose every token is meant.',
  attack: ['T1199', 'T1098.003'],
  messages: {
    anyTenant: '{actor} opened role {role} to every customer of {providers}: no subject is required.',
    anyIdentityPool:
      '{actor} opened role {role} to the Cognito identity pools of all AWS accounts: no audience is required.',
    anyWorkload: '{actor} opened role {role} to every token of {providers}.',
    anyRepository: '{actor} opened role {role} to every repository and branch of a GitHub organisation.',
    unreadable: '{actor} wrote a trust policy for role {role} that cannot be read ({cause}).',
  },
  undoneBy: [trustUndoing],

  evaluate(event) {
    const { resource, role, document } = writtenTrustOf(event);
    if (document.status === 'unreadable')
      return [{ message: 'unreadable', resource, severity: 'medium', data: { role, cause: document.cause } }];
    const wide = document.status === 'read' ? wideOidcTrustsOf(document.policy) : [];
    const worst = gaps.find(({ gap }) => wide.some((trust) => trust.gap === gap));
    if (!worst) return [];
    const providers = [
      ...new Set(wide.filter(({ gap }) => gap === worst.gap).map(({ provider }) => provider)),
    ];
    return [{ message: worst.message, resource, severity: worst.severity, data: { role, providers } }];
  },
});

const github = 'token.actions.githubusercontent.com';
const trust = (federated: string, condition: object) =>
  call('iam:UpdateAssumeRolePolicy', {
    request: {
      roleName: 'ci',
      policyDocument: JSON.stringify({
        Statement: {
          Effect: 'Allow',
          Principal: { Federated: federated },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: condition,
        },
      }),
    },
  });
const providerArn = (host: string) => `arn:aws:iam::111122223333:oidc-provider/${host}`;
const subject = (value: string) => ({ StringLike: { [`${github}:sub`]: value } });

export const examples = (): Example[] => [
  {
    name: 'GitHub, audience only',
    expect: ['anyTenant'],
    severity: 'critical',
    record: trust(providerArn(github), { StringEquals: { [`${github}:aud`]: 'sts.amazonaws.com' } }),
  },
  {
    name: 'GitHub, a subject of *',
    expect: ['anyTenant'],
    severity: 'critical',
    record: trust(providerArn(github), subject('*')),
  },
  {
    name: 'GitHub, one organisation',
    expect: ['anyRepository'],
    severity: 'medium',
    record: trust(providerArn(github), subject('repo:acme/*')),
  },
  {
    name: 'Cognito without an audience',
    expect: ['anyIdentityPool'],
    severity: 'critical',
    record: trust('cognito-identity.amazonaws.com', {
      'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
    }),
  },
  {
    name: 'every pod of an EKS cluster',
    expect: ['anyWorkload'],
    severity: 'high',
    record: trust(providerArn('oidc.eks.eu-west-1.amazonaws.com/id/ABC'), {}),
  },
  {
    name: 'a document that cannot be read',
    expect: ['unreadable'],
    severity: 'medium',
    record: call('iam:UpdateAssumeRolePolicy', { request: { roleName: 'ci', policyDocument: '%' } }),
  },
  {
    name: 'GitHub, one repository',
    expect: [],
    record: trust(providerArn(github), subject('repo:acme/app:*')),
  },
  { name: 'a SAML provider', expect: [], record: trust('arn:aws:iam::111122223333:saml-provider/okta', {}) },
];
