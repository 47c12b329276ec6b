import { defineCheck, ofStatements } from '../define-check.ts';
import { policy, trust } from '../sample.ts';
import { asksExternalId, isAws, isEveryone, letsAssume, namedIn, scopesCaller } from './principals.ts';

const own = '111122223333';
const aws = '/Statement/0/Principal/AWS';

export const trustAnyone = defineCheck({
  id: 'trust-anyone',
  severity: 'critical',
  kinds: ['trust'],
  title: 'Everybody with an AWS account can take on the role',
  explanation:
    'Principal "*" is every user and role of every account in the world. An external id alone is a password that anybody may guess or read in a template.',
  fix: 'Name the accounts or roles that need it, or add aws:PrincipalOrgID with your organisation.',
  source: 'AWS documentation "AWS JSON policy elements: Principal"; Cloudsplaining; IAM Access Analyzer',
  find: ofStatements((statement) =>
    letsAssume(statement) && !scopesCaller(statement)
      ? namedIn(statement)
          .filter(isEveryone)
          .map(({ place }) => ({
            place,
            says: asksExternalId(statement)
              ? 'Everybody who knows the external id can take on the role.'
              : 'Everybody can take on the role.',
            ...(asksExternalId(statement) ? { severity: 'high' as const } : {}),
          }))
      : [],
  ),
  examples: [
    {
      name: 'a star',
      document: policy(trust({ Principal: '*' })),
      expect: ['/Statement/0/Principal'],
      severity: 'critical',
    },
    { name: 'a star of AWS', document: policy(trust({ Principal: { AWS: '*' } })), expect: [aws] },
    {
      name: 'with an external id',
      document: policy(
        trust({ Principal: { AWS: '*' }, Condition: { StringEquals: { 'sts:ExternalId': 'x1' } } }),
      ),
      expect: [aws],
      severity: 'high',
    },
    {
      name: 'with a condition that passes without its key',
      document: policy(
        trust({
          Principal: { AWS: '*' },
          Condition: { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
        }),
      ),
      expect: [aws],
    },
    {
      name: 'for the organisation',
      document: policy(
        trust({
          Principal: { AWS: '*' },
          Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
        }),
      ),
      expect: [],
    },
    { name: 'a Deny', document: policy(trust({ Effect: 'Deny', Principal: '*' })), expect: [] },
  ],
});

export const trustAnyoneConditioned = defineCheck({
  id: 'trust-anyone-conditioned',
  severity: 'medium',
  kinds: ['trust'],
  title: 'Everybody, limited by a condition only',
  explanation:
    'One condition stands between the role and the world. A slip in it opens the role to everybody.',
  fix: 'Name accounts or roles as principals and keep the condition besides.',
  source: 'Cloudsplaining',
  find: ofStatements((statement) =>
    letsAssume(statement) && scopesCaller(statement)
      ? namedIn(statement)
          .filter(isEveryone)
          .map(({ place }) => ({ place, says: 'Everybody is let in who meets the condition.' }))
      : [],
  ),
  examples: [
    {
      name: 'for the organisation',
      document: policy(
        trust({
          Principal: { AWS: '*' },
          Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
        }),
      ),
      expect: [aws],
    },
    { name: 'a named role', document: policy(trust({})), expect: [] },
  ],
});

export const trustNotPrincipalAllow = defineCheck({
  id: 'trust-not-principal-allow',
  severity: 'critical',
  kinds: ['trust', 'resource'],
  title: 'Allow for everybody but a few',
  explanation:
    'Allow with NotPrincipal lets in everybody in the world who is not listed, anonymous callers too.',
  fix: 'Write Principal and name who is meant.',
  source: 'IAM User Guide, "AWS JSON policy elements: NotPrincipal"',
  find: ofStatements(({ effect, principals }) =>
    effect?.text === 'Allow' && principals?.except
      ? [{ place: principals.place, says: 'Everybody is let in who is not listed.' }]
      : [],
  ),
  examples: [
    {
      name: 'Allow',
      document: policy(trust({ Principal: undefined, NotPrincipal: { AWS: own } })),
      expect: ['/Statement/0/NotPrincipal'],
    },
    {
      name: 'Deny',
      document: policy(trust({ Effect: 'Deny', Principal: undefined, NotPrincipal: { AWS: own } })),
      expect: [],
    },
  ],
});

export const trustWildcardAccount = defineCheck({
  id: 'trust-wildcard-account',
  severity: 'critical',
  kinds: ['trust', 'resource'],
  title: 'A wildcard inside a principal',
  explanation:
    'AWS takes no pattern there, so the policy is refused or matches nobody; whoever wrote it wanted to let in more than he may name.',
  fix: 'Name the accounts, or use Principal "*" with aws:PrincipalArn and aws:PrincipalOrgID.',
  source: 'IAM User Guide, "AWS JSON policy elements: Principal"; Cloudsplaining',
  find: ofStatements((statement) =>
    statement.effect?.text === 'Allow'
      ? namedIn(statement)
          .filter((principal) => isAws(principal) && !isEveryone(principal) && /[*?]/.test(principal.text))
          .map(({ place, text }) => ({ place, says: `"${text}" is a pattern.` }))
      : [],
  ),
  examples: [
    {
      name: 'any account',
      document: policy(trust({ Principal: { AWS: 'arn:aws:iam::*:root' } })),
      expect: [aws],
    },
    {
      name: 'any role',
      document: policy(trust({ Principal: { AWS: [`arn:aws:iam::${own}:role/ci-*`] } })),
      expect: [`${aws}/0`],
    },
    { name: 'a name', document: policy(trust({})), expect: [] },
  ],
});
