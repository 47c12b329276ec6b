import { defineCheck, ofStatements } from '../define-check.ts';
import { policy, trust } from '../sample.ts';
import { providerArn, providerPlace, samlPrincipal } from './federated-sample.ts';
import { claimHolds, github, isSaml } from './issuers.ts';
import { coversCall, isFederated, letsAssume, namedIn } from './principals.ts';

export const samlNoAud = defineCheck({
  id: 'saml-no-aud',
  severity: 'medium',
  kinds: ['trust'],
  title: 'A SAML provider without a condition on the audience',
  explanation:
    'An assertion that the identity provider made for another application can be played back to AWS.',
  fix: 'Add StringEquals on SAML:aud with "https://signin.aws.amazon.com/saml" (in China and GovCloud their own addresses).',
  source: 'IAM User Guide, "Creating a role for SAML 2.0 federation"',
  find: ofStatements((statement) =>
    letsAssume(statement) &&
    !statement.tests.some((test) => test.name.toLowerCase() === 'saml:aud' && claimHolds(test))
      ? namedIn(statement)
          .filter(isSaml)
          .map(({ place }) => ({ place, says: 'Assertions for any audience are taken.' }))
      : [],
  ),
  examples: [
    {
      name: 'none',
      document: policy(trust({ Principal: samlPrincipal, Action: 'sts:AssumeRoleWithSAML' })),
      expect: [providerPlace],
    },
    {
      name: 'one',
      document: policy(
        trust({
          Principal: samlPrincipal,
          Action: 'sts:AssumeRoleWithSAML',
          Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
        }),
      ),
      expect: [],
    },
  ],
});

export const oidcMismatchedAction = defineCheck({
  id: 'oidc-mismatched-action',
  severity: 'low',
  kinds: ['trust'],
  title: 'The action does not fit the provider',
  explanation:
    'OIDC tokens come with AssumeRoleWithWebIdentity, SAML assertions with AssumeRoleWithSAML. The statement lets nobody in.',
  fix: 'Write the action of the provider.',
  source: 'IAM Access Analyzer policy check reference, "Mismatched action for principal"',
  find: ofStatements((statement) =>
    letsAssume(statement)
      ? namedIn(statement)
          .filter(
            (principal) =>
              isFederated(principal) &&
              !coversCall(
                statement,
                isSaml(principal) ? 'sts:AssumeRoleWithSAML' : 'sts:AssumeRoleWithWebIdentity',
              ),
          )
          .map(({ place, text }) => ({ place, says: `${text} never calls what is allowed here.` }))
      : [],
  ),
  examples: [
    {
      name: 'OIDC with AssumeRole',
      document: policy(trust({ Principal: { Federated: providerArn(github) } })),
      expect: [providerPlace],
    },
    {
      name: 'SAML with web identity',
      document: policy(trust({ Principal: samlPrincipal, Action: 'sts:AssumeRoleWithWebIdentity' })),
      expect: [providerPlace],
    },
    {
      name: 'as it should be',
      document: policy(trust({ Principal: samlPrincipal, Action: 'sts:AssumeRoleWithSAML' })),
      expect: [],
    },
  ],
});
