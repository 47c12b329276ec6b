import { defineCheck } from '../define-check.ts';
import { audience, providerPlace, webIdentity, withSubject } from './federated-sample.ts';
import {
  claimHolds,
  cognito,
  github,
  isShared,
  namingClaims,
  oidcSource,
  overIssuers,
  testsOfClaim,
} from './issuers.ts';

export const oidcNoCondition = defineCheck({
  id: 'oidc-no-condition',
  severity: 'critical',
  kinds: ['trust'],
  title: 'An OIDC provider without any condition on its tokens',
  explanation: 'Every token that the provider signs opens the role, whoever it was made for.',
  fix: 'Add StringEquals on the provider’s audience and sub.',
  source: oidcSource,
  find: overIssuers((issuer, { place }, { tests }) =>
    tests.some(({ name }) => name.toLowerCase().startsWith(`${issuer.toLowerCase()}:`))
      ? []
      : [{ place, says: `Every token of ${issuer} opens the role.` }],
  ),
  examples: [
    { name: 'none', document: webIdentity('idp.example.com'), expect: [providerPlace] },
    {
      name: 'of another provider',
      document: webIdentity('idp.example.com', { StringEquals: { 'other.example.com:sub': 'x' } }),
      expect: [providerPlace],
    },
    {
      name: 'one',
      document: webIdentity('idp.example.com', { StringEquals: { 'idp.example.com:sub': 'x' } }),
      expect: [],
    },
  ],
});

export const oidcNoSub = defineCheck({
  id: 'oidc-no-sub',
  severity: 'critical',
  kinds: ['trust'],
  title: 'A shared OIDC provider without a condition on who it is',
  explanation:
    'The provider signs tokens for all its customers. Without a condition on sub, any of them, with a free account, opens the role.',
  fix: 'Add StringEquals (or StringLike with a fixed beginning) on sub, e.g. repo:ORG/REPO:ref:refs/heads/main.',
  source: oidcSource,
  find: overIssuers((issuer, { place }, statement) => {
    if (!isShared(issuer)) return [];
    const held = testsOfClaim(statement, issuer, ['sub', ...(namingClaims[issuer] ?? [])]).some(claimHolds);
    const hasAny = statement.tests.some(({ name }) =>
      name.toLowerCase().startsWith(`${issuer.toLowerCase()}:`),
    );
    // Without any condition providerPlace all it is told by oidc-no-condition.
    return held || !hasAny
      ? []
      : [{ place, says: `Everybody with an account providerPlace ${issuer} can take on the role.` }];
  }),
  examples: [
    {
      name: 'only an audience',
      document: webIdentity(github, { StringEquals: audience }),
      expect: [providerPlace],
    },
    {
      name: 'a subject',
      document: webIdentity(github, {
        StringEquals: { ...audience, [`${github}:sub`]: 'repo:acme/shop:ref:refs/heads/main' },
      }),
      expect: [],
    },
    {
      name: 'the owner by id',
      document: webIdentity(github, {
        StringEquals: { ...audience, [`${github}:repository_owner_id`]: '4711' },
      }),
      expect: [],
    },
    {
      name: 'a subject that may be absent',
      document: webIdentity(github, {
        StringEquals: audience,
        StringLikeIfExists: { [`${github}:sub`]: 'repo:acme/shop:*' },
      }),
      expect: [providerPlace],
    },
    {
      name: 'a provider of one owner',
      document: webIdentity('idp.acme.example', { StringEquals: { 'idp.acme.example:aud': 'x' } }),
      expect: [],
    },
  ],
});

export const oidcNoAud = defineCheck({
  id: 'oidc-no-aud',
  severity: 'medium',
  kinds: ['trust'],
  title: 'An OIDC provider without a condition on the audience',
  explanation: 'A token that was made for another application opens the role too.',
  fix: 'Add StringEquals on audience, for most providers "sts.amazonaws.com" or your client id.',
  source: oidcSource,
  find: overIssuers((issuer, { place }, statement) => {
    if (issuer === cognito || testsOfClaim(statement, issuer, ['sub']).length === 0) return [];
    return testsOfClaim(statement, issuer, ['aud', 'oaud', 'azp', 'app_id', 'client_id']).some(claimHolds)
      ? []
      : [{ place, says: `Tokens of ${issuer} for any audience are taken.` }];
  }),
  examples: [
    {
      name: 'only a subject',
      document: withSubject('repo:acme/shop:ref:refs/heads/main'),
      expect: [providerPlace],
    },
    {
      name: 'both',
      document: webIdentity(github, {
        StringEquals: { ...audience, [`${github}:sub`]: 'repo:acme/shop:ref:refs/heads/main' },
      }),
      expect: [],
    },
  ],
});
