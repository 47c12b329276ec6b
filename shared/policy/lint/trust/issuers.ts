import type { ConditionTest, DocumentStatement, PrincipalEntry } from '../../policy-document.ts';
import { type LintCheck, type LintHit, ofStatements } from '../define-check.ts';
import { isFederated, letsAssume, mustHold, namedIn } from './principals.ts';

/** Host and path of an OIDC provider; undefined for a SAML provider and for what is none. */
export const issuerOf = (principal: PrincipalEntry): string | undefined => {
  if (!isFederated(principal) || principal.text.includes(':saml-provider/')) return undefined;
  const start = principal.text.indexOf(':oidc-provider/');
  return start < 0 ? principal.text : principal.text.slice(start + ':oidc-provider/'.length);
};

export const isSaml = (principal: PrincipalEntry): boolean =>
  isFederated(principal) && principal.text.includes(':saml-provider/');

/** Issuers that sign for every customer of theirs with one key: only claims tell customers apart. */
export const sharedIssuers = [
  'token.actions.githubusercontent.com',
  'gitlab.com',
  'app.terraform.io',
  'agent.buildkite.com',
  'api.pulumi.com/oidc',
  'oidc.vercel.com',
  'token.circleci.com',
  'oidc.circleci.com',
  'app.harness.io/ng/api/oidc',
  'api.bitbucket.org',
  'accounts.google.com',
  'graph.facebook.com',
  'www.amazon.com',
];
export const isShared = (issuer: string): boolean =>
  sharedIssuers.some((shared) => issuer === shared || issuer.startsWith(`${shared}/`));
export const isEks = (issuer: string): boolean => issuer.startsWith('oidc.eks.');

/** Claims that name who it is as well as `sub` does, by issuer ("Available keys for AWS OIDC federation", IAM User Guide). */
export const namingClaims: Readonly<Record<string, readonly string[]>> = {
  'token.actions.githubusercontent.com': [
    'repository',
    'repository_id',
    'repository_owner',
    'repository_owner_id',
    'job_workflow_ref',
    'enterprise',
    'enterprise_id',
  ],
  'gitlab.com': ['project_id', 'namespace_id', 'project_path', 'namespace_path'],
};

export const testsOfClaim = (
  { tests }: DocumentStatement,
  issuer: string,
  claims: readonly string[],
): readonly ConditionTest[] => {
  const keys = claims.map((claim) => `${issuer}:${claim}`.toLowerCase());
  return tests.filter(({ name }) => keys.includes(name.toLowerCase()));
};

export const claimHolds = (test: ConditionTest): boolean => mustHold(test) && test.entries.length > 0;

export const issuersIn = (
  statement: DocumentStatement,
): readonly { readonly principal: PrincipalEntry; readonly issuer: string }[] =>
  letsAssume(statement)
    ? namedIn(statement).flatMap((principal) => {
        const issuer = issuerOf(principal);
        return issuer === undefined ? [] : [{ principal, issuer }];
      })
    : [];

export const overIssuers = (
  find: (issuer: string, principal: PrincipalEntry, statement: DocumentStatement) => readonly LintHit[],
): LintCheck['find'] =>
  ofStatements((statement) =>
    issuersIn(statement).flatMap(({ issuer, principal }) => find(issuer, principal, statement)),
  );

export const oidcSource =
  'IAM User Guide, "Creating a role for OpenID Connect federation"; IAM Access Analyzer policy checks';
export const cognito = 'cognito-identity.amazonaws.com';
export const github = 'token.actions.githubusercontent.com';
