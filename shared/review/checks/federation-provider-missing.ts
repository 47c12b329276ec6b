import { arnOf, reads, report, reportRow, rootRow } from '../../account/example.ts';
import type { SnapshotValues } from '../../account/snapshot.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { ofAccount } from '../judge-each.ts';
import { usersIn } from '../report-rows.ts';

export const check = defineCheck({
  id: 'federation-provider-missing',
  topic: 'hygiene',
  severity: 'low',
  title: 'Account has IAM users and no identity provider',
  why: 'Who leaves the company keeps an IAM user until somebody thinks of it; a provider ends both at once.',
  fix: 'Let people sign in through IAM Identity Center or a SAML or OIDC provider, and delete their users.',
  misses: 'Whether people use the provider. One for machines (GitHub, EKS) counts as well.',
  needs: ['samlProviders', 'oidcProviders', 'credentialReport'],
  consults: ['identityCenterInstances'],
  messages: {
    FAIL: { none: 'The account has {users} IAM users and no identity provider.' },
    PASS: { some: 'Identity providers: {providers}.' },
    NOT_APPLICABLE: { 'no-users': 'The account has no IAM user.' },
  },

  judge({ sources, account }) {
    const users = usersIn(sources.credentialReport).length;
    if (users === 0) return [ofAccount(account, 'no-users')];
    const { samlProviders, oidcProviders, identityCenterInstances = [] } = sources;
    const providers = [...samlProviders, ...oidcProviders, ...identityCenterInstances];
    return [
      providers.length > 0
        ? ofAccount(account, 'some', { providers })
        : ofAccount(account, 'none', { users }),
    ];
  },
});

const state = (over: Partial<SnapshotValues>, ...users: readonly string[]) =>
  reads({
    ...report(rootRow(), ...users.map((name) => reportRow(name))),
    samlProviders: [],
    oidcProviders: [],
    ...over,
  });

export const examples = (): CheckExample[] => [
  { name: 'a user and no provider', expect: ['none'], severity: 'low', state: state({}, 'kim') },
  {
    name: 'an OIDC provider only',
    expect: ['some'],
    state: state({ oidcProviders: [arnOf('oidc-provider/idp.example.com')] }, 'kim'),
  },
  {
    name: 'a SAML provider',
    expect: ['some'],
    state: state({ samlProviders: [arnOf('saml-provider/corp')] }, 'kim'),
  },
  {
    name: 'Identity Center',
    expect: ['some'],
    state: state({ identityCenterInstances: ['arn:aws:sso:::instance/ssoins-0123456789abcdef'] }, 'kim'),
  },
  { name: 'no user', expect: ['no-users'], state: state({}) },
];
