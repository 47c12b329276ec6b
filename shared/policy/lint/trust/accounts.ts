import { defineCheck, ofStatements } from '../define-check.ts';
import { policy, trust } from '../sample.ts';
import {
  accountOf,
  asksExternalId,
  isWholeAccount,
  letsAssume,
  namedIn,
  ownershipOf,
  scopesCaller,
} from './principals.ts';

const own = '111122223333';
const foreign = '444455556666';
const foreignRole = { AWS: `arn:aws:iam::${foreign}:role/vendor` };
const known = { accountId: own };
const aws = '/Statement/0/Principal/AWS';

export const trustUnknownAccount = defineCheck({
  id: 'trust-unknown-account',
  severity: 'high',
  kinds: ['trust'],
  title: 'Trust in an account that nobody knows',
  explanation:
    'Whoever owns that account can come in whenever they like, and a stolen key there is one here.',
  fix: 'Find out whose account it is. Add it to trustedAccounts, or take it out and revoke the sessions of the role.',
  source: 'Cloudsplaining; IAM Access Analyzer external access findings',
  find: ofStatements((statement, { context }) =>
    letsAssume(statement) && context.accountId !== undefined
      ? namedIn(statement).flatMap((principal) => {
          const account = accountOf(principal);
          return account !== undefined && ownershipOf(account, context) === 'unknown'
            ? [{ place: principal.place, says: `Account ${account} is neither yours nor known as trusted.` }]
            : [];
        })
      : [],
  ),
  examples: [
    {
      name: 'a stranger',
      document: policy(trust({ Principal: foreignRole })),
      context: known,
      expect: [aws],
    },
    {
      name: 'as a bare number',
      document: policy(trust({ Principal: { AWS: [foreign] } })),
      context: known,
      expect: [`${aws}/0`],
    },
    {
      name: 'a partner',
      document: policy(trust({ Principal: foreignRole })),
      context: { ...known, trustedAccounts: [foreign] },
      expect: [],
    },
    {
      name: 'of the organisation',
      document: policy(trust({ Principal: foreignRole })),
      context: { ...known, organizationAccounts: [foreign] },
      expect: [],
    },
    { name: 'own', document: policy(trust({})), context: known, expect: [] },
    {
      name: 'when it is not known whose account this is',
      document: policy(trust({ Principal: foreignRole })),
      expect: [],
    },
  ],
});

export const trustExternalNoExternalId = defineCheck({
  id: 'trust-external-no-external-id',
  severity: 'medium',
  kinds: ['trust'],
  title: 'Another account without an external id',
  explanation:
    'A vendor takes on roles for many customers. Without an external id another customer can have it take on yours (the confused deputy).',
  fix: 'Add StringEquals on sts:ExternalId with the value the vendor gave you. StringLike, IfExists and a wildcard do not count.',
  source: 'IAM User Guide, "The confused deputy problem"',
  find: ofStatements((statement, { context }) =>
    letsAssume(statement) && context.accountId !== undefined && !asksExternalId(statement)
      ? namedIn(statement).flatMap((principal) => {
          const account = accountOf(principal);
          if (account === undefined || account === context.accountId) return [];
          const inOrganization = ownershipOf(account, context) === 'organization' || scopesCaller(statement);
          return [
            {
              place: principal.place,
              says: `Account ${account} needs no external id.`,
              ...(inOrganization ? { severity: 'low' as const } : {}),
            },
          ];
        })
      : [],
  ),
  examples: [
    {
      name: 'none',
      document: policy(trust({ Principal: foreignRole })),
      context: known,
      expect: [aws],
      severity: 'medium',
    },
    {
      name: 'one that may be absent',
      document: policy(
        trust({ Principal: foreignRole, Condition: { StringEqualsIfExists: { 'sts:ExternalId': 'x' } } }),
      ),
      context: known,
      expect: [aws],
    },
    {
      name: 'a pattern',
      document: policy(
        trust({ Principal: foreignRole, Condition: { StringLike: { 'sts:ExternalId': '*' } } }),
      ),
      context: known,
      expect: [aws],
    },
    {
      name: 'in the organisation',
      document: policy(trust({ Principal: foreignRole })),
      context: { ...known, organizationAccounts: [foreign] },
      expect: [aws],
      severity: 'low',
    },
    {
      name: 'asked for',
      document: policy(
        trust({ Principal: foreignRole, Condition: { StringEquals: { 'sts:ExternalId': 'x1' } } }),
      ),
      context: known,
      expect: [],
    },
  ],
});

export const trustAccountRoot = defineCheck({
  id: 'trust-account-root',
  severity: 'medium',
  kinds: ['trust'],
  title: 'The whole own account is trusted',
  explanation:
    'Everybody here whose policies allow sts:AssumeRole on the role can take it on, now and when policies change.',
  fix: 'Name the users or roles that need it, or add a condition such as aws:PrincipalTag or MFA.',
  source: 'iam-vulnerable, permissive role trust',
  find: ofStatements((statement, { context }) =>
    letsAssume(statement) && statement.tests.length === 0 && context.accountId !== undefined
      ? namedIn(statement)
          .filter((principal) => isWholeAccount(principal) && accountOf(principal) === context.accountId)
          .map(({ place }) => ({
            place,
            says: 'Everybody of this account with sts:AssumeRole on it can take on the role.',
            ...(context.privileged ? { severity: 'high' as const } : {}),
          }))
      : [],
  ),
  examples: [
    {
      name: 'root',
      document: policy(trust({ Principal: { AWS: `arn:aws:iam::${own}:root` } })),
      context: known,
      expect: [aws],
      severity: 'medium',
    },
    {
      name: 'of an administrator role',
      document: policy(trust({ Principal: { AWS: own } })),
      context: { ...known, privileged: true },
      expect: [aws],
      severity: 'high',
    },
    {
      name: 'with a condition',
      document: policy(
        trust({ Principal: { AWS: own }, Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
      ),
      context: known,
      expect: [],
    },
    { name: 'a role', document: policy(trust({})), context: known, expect: [] },
  ],
});
