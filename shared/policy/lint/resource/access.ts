import { defineCheck, ofStatements } from '../define-check.ts';
import { grant, policy } from '../sample.ts';
import { accountOf, isEveryone, isService, namedIn, ownershipOf, scopesCaller } from '../trust/principals.ts';
import { saysForWhom } from '../trust/services.ts';

const aws = '/Statement/0/Principal/AWS';
const known = { accountId: '111122223333' };
const source = 'IAM Access Analyzer, external access findings; Amazon S3 User Guide, "The meaning of public"';

export const publicAccess = defineCheck({
  id: 'public-access',
  severity: 'critical',
  kinds: ['resource'],
  title: 'The resource is open to everybody',
  explanation:
    'Principal "*" without a condition on who calls is everybody in the world, anonymous callers too.',
  fix: 'Name accounts or roles, or add aws:PrincipalOrgID, aws:SourceAccount or aws:SourceVpce.',
  source,
  find: ofStatements((statement) =>
    statement.effect?.text === 'Allow' && !scopesCaller(statement)
      ? namedIn(statement)
          .filter(isEveryone)
          .map(({ place }) => ({
            place,
            says:
              statement.tests.length > 0
                ? 'Everybody who meets the condition, which does not say who calls.'
                : 'Everybody, without signing in.',
            ...(statement.tests.length > 0 ? { severity: 'high' as const } : {}),
          }))
      : [],
  ),
  examples: [
    {
      name: 'everybody',
      document: policy(grant({ Principal: '*' })),
      expect: ['/Statement/0/Principal'],
      severity: 'critical',
    },
    {
      name: 'over TLS only',
      document: policy(
        grant({ Principal: { AWS: '*' }, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
      ),
      expect: [aws],
      severity: 'high',
    },
    {
      name: 'of the organisation',
      document: policy(
        grant({ Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
      ),
      expect: [],
    },
    { name: 'a Deny', document: policy(grant({ Effect: 'Deny', Principal: '*' })), expect: [] },
  ],
});

export const crossAccountUnknown = defineCheck({
  id: 'cross-account-unknown',
  severity: 'high',
  kinds: ['resource'],
  title: 'The resource is open to an account that nobody knows',
  explanation: 'Whoever owns that account reads or writes it.',
  fix: 'Find out whose account it is. Add it to trustedAccounts, or take it out.',
  source,
  find: ofStatements((statement, { context }) =>
    statement.effect?.text === 'Allow' && context.accountId !== undefined
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
      document: policy(grant({ Principal: { AWS: 'arn:aws:iam::444455556666:root' } })),
      context: known,
      expect: [aws],
    },
    {
      name: 'a partner',
      document: policy(grant({ Principal: { AWS: '444455556666' } })),
      context: { ...known, trustedAccounts: ['444455556666'] },
      expect: [],
    },
    { name: 'own', document: policy(grant({})), context: known, expect: [] },
  ],
});

export const serviceWithoutSource = defineCheck({
  id: 'service-without-source',
  severity: 'medium',
  kinds: ['resource'],
  title: 'A service may use the resource for any customer',
  explanation: 'The service acts for all its customers; another one can have it read or write here.',
  fix: 'Add aws:SourceAccount, aws:SourceArn or aws:SourceOrgID.',
  source: 'IAM User Guide, "The confused deputy problem"',
  find: ofStatements((statement) =>
    statement.effect?.text === 'Allow' && !saysForWhom(statement)
      ? namedIn(statement)
          .filter((principal) => isService(principal) && principal.text !== '*')
          .map(({ place, text }) => ({ place, says: `${text} may use it for any customer.` }))
      : [],
  ),
  examples: [
    {
      name: 'none',
      document: policy(grant({ Principal: { Service: 'cloudtrail.amazonaws.com' }, Action: 's3:PutObject' })),
      expect: ['/Statement/0/Principal/Service'],
    },
    {
      name: 'an account',
      document: policy(
        grant({
          Principal: { Service: 'cloudtrail.amazonaws.com' },
          Action: 's3:PutObject',
          Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
        }),
      ),
      expect: [],
    },
  ],
});

export const notPrincipalDeny = defineCheck({
  id: 'not-principal-deny',
  severity: 'low',
  kinds: ['resource'],
  title: 'A Deny for everybody but a few',
  explanation:
    'Deny with NotPrincipal also denies sessions of a listed role unless session, role and account are listed, and whoever has a permissions boundary.',
  fix: 'Use Principal "*" with ArnNotEquals on aws:PrincipalArn.',
  source: 'IAM User Guide, "AWS JSON policy elements: NotPrincipal"',
  find: ofStatements(({ effect, principals }) =>
    effect?.text === 'Deny' && principals?.except
      ? [{ place: principals.place, says: 'It denies more callers than it seems to.' }]
      : [],
  ),
  examples: [
    {
      name: 'a Deny',
      document: policy(
        grant({
          Effect: 'Deny',
          Principal: undefined,
          NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/x' },
        }),
      ),
      expect: ['/Statement/0/NotPrincipal'],
    },
    {
      name: 'by condition',
      document: policy(
        grant({
          Effect: 'Deny',
          Principal: '*',
          Condition: { ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/x' } },
        }),
      ),
      expect: [],
    },
  ],
});

const isOfS3 = (text: string): boolean => /^s3:/i.test(text);

export const noSecureTransport = defineCheck({
  id: 'no-secure-transport',
  severity: 'info',
  kinds: ['resource'],
  title: 'Unencrypted requests are not denied',
  explanation: 'Without a Deny on aws:SecureTransport "false" the bucket can be read over plain HTTP.',
  fix: 'Add a Deny for Principal "*", s3:*, with Bool aws:SecureTransport "false".',
  source: 'Amazon S3 User Guide, "Security best practices for Amazon S3"',
  find: ({ document }) => {
    const ofS3 = document.statements.some(({ actions }) => actions?.entries.some(({ text }) => isOfS3(text)));
    const denied = document.statements.some(
      ({ effect, tests }) =>
        effect?.text === 'Deny' &&
        tests.some(
          ({ name, entries }) =>
            name.toLowerCase() === 'aws:securetransport' &&
            entries.every(({ text }) => text.toLowerCase() === 'false'),
        ),
    );
    return ofS3 && !denied && document.root !== undefined
      ? [{ place: document.root.place, says: 'Plain HTTP is not denied.' }]
      : [];
  },
  examples: [
    { name: 'no Deny', document: policy(grant({})), expect: [''] },
    {
      name: 'a Deny',
      document: policy(
        grant({}),
        grant({
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      ),
      expect: [],
    },
    { name: 'another service', document: policy(grant({ Action: 'sqs:SendMessage' })), expect: [] },
  ],
});
