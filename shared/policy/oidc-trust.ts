import { isPositive, readsWildcards } from './narrowing.ts';
import type { Condition, Policy, Statement } from './policy.ts';
import { isAboutAssuming } from './trust.ts';

/**
 * Whom a trust in an OIDC provider lets in beyond what was meant.
 *
 * - `any-tenant`: every customer of a provider that serves the whole world, e.g. any GitHub repository.
 * - `any-repository`: every repository, branch and pull request of one GitHub organisation.
 * - `any-identity-pool`: every Cognito identity pool, also of other AWS accounts.
 * - `any-workload`: every token that the provider issues, e.g. every pod of an EKS cluster.
 */
export type OidcGap = 'any-tenant' | 'any-repository' | 'any-identity-pool' | 'any-workload';

/** A provider (host and path of its issuer URL) that is trusted too widely. */
export interface WideOidcTrust {
  readonly provider: string;
  readonly gap: OidcGap;
}

// Issuers that sign tokens for every customer of theirs with one key: only the subject tells customers apart.
const sharedIssuers = new Set([
  'token.actions.githubusercontent.com',
  'gitlab.com',
  'app.terraform.io',
  'agent.buildkite.com',
  'api.pulumi.com/oidc',
  'oidc.vercel.com',
  'token.circleci.com',
  'app.harness.io/ng/api/oidc',
]);

const github = 'token.actions.githubusercontent.com';
const cognito = 'cognito-identity.amazonaws.com';

// Claims that name an organisation, repository or workflow as well as `sub` does ("Available keys for AWS OIDC federation",
// IAM User Guide).
const namingClaims = [
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'job_workflow_ref',
];

const providerOf = (id: string): string => {
  const start = id.indexOf(':oidc-provider/');
  return start < 0 ? id : id.slice(start + ':oidc-provider/'.length);
};

/** Federated principals that are no SAML provider. */
const oidcProvidersOf = ({ principals }: Statement): readonly string[] =>
  principals.list
    .filter(({ type, id }) => type === 'Federated' && !id.includes(':saml-provider/'))
    .map(({ id }) => providerOf(id));

/** What a pattern fixes: the text before its first wildcard. */
const fixedPart = (condition: Condition, value: string): string =>
  readsWildcards(condition) ? (value.split(/[*?]/, 1)[0] ?? '') : value;

const testsOf = ({ conditions }: Statement, provider: string, claims: readonly string[]) => {
  const keys = claims.map((claim) => `${provider}:${claim}`.toLowerCase());
  return conditions.filter(
    (condition) => keys.includes(condition.key.toLowerCase()) && isPositive(condition),
  );
};

const fixesSomething = (condition: Condition): boolean =>
  condition.values.length > 0 && condition.values.every((value) => fixedPart(condition, value) !== '');

type Reach = OidcGap | 'narrow';

/** GitHub writes `repo:ORGANISATION/REPOSITORY:…`; a customised subject need not begin so. */
const reachOfSubject = (fixed: string): Reach => {
  const prefix = 'repo:';
  if (prefix.startsWith(fixed)) return 'any-tenant';
  if (!fixed.startsWith(prefix)) return 'narrow';
  const slash = fixed.indexOf('/');
  if (slash < 0) return 'any-tenant';
  return slash === fixed.length - 1 ? 'any-repository' : 'narrow';
};

/** The widest of the values of one test, since they are joined by "or". */
const reachOfTest = (test: Condition): Reach => {
  const reaches = test.values.map((value) => reachOfSubject(fixedPart(test, value)));
  if (reaches.length === 0 || reaches.includes('any-tenant')) return 'any-tenant';
  return reaches.includes('any-repository') ? 'any-repository' : 'narrow';
};

/** The narrowest of several tests, since they are joined by "and". */
const githubGap = (tests: readonly Condition[]): OidcGap | undefined => {
  const reaches = tests.map(reachOfTest);
  if (reaches.includes('narrow')) return undefined;
  return reaches.includes('any-repository') ? 'any-repository' : 'any-tenant';
};

const gapOf = (statement: Statement, provider: string): OidcGap | undefined => {
  const subjects = testsOf(statement, provider, ['sub']);
  const audiences = testsOf(statement, provider, ['aud', 'oaud', 'azp']).filter(fixesSomething);
  if (provider === cognito) return audiences.length > 0 ? undefined : 'any-identity-pool';
  if (testsOf(statement, provider, namingClaims).some(fixesSomething)) return undefined;
  if (provider === github) return githubGap(subjects);
  const hasSubject = subjects.some(fixesSomething);
  if (sharedIssuers.has(provider)) return hasSubject ? undefined : 'any-tenant';
  // An audience stands for one application; EKS gives the same audience to every pod.
  const needsSubject = provider.startsWith('oidc.eks.');
  return hasSubject || (!needsSubject && audiences.length > 0) ? undefined : 'any-workload';
};

/** The OIDC providers that a role's trust policy lets in without saying which of their identities. */
export const wideOidcTrustsOf = ({ statements }: Policy): readonly WideOidcTrust[] =>
  statements
    .filter((statement) => statement.effect === 'Allow' && isAboutAssuming(statement))
    .flatMap((statement) =>
      oidcProvidersOf(statement).flatMap((provider) => {
        const gap = gapOf(statement, provider);
        return gap === undefined ? [] : [{ provider, gap }];
      }),
    );
