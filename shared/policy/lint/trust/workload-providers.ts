import { defineCheck } from '../define-check.ts';
import { operatorParts } from '../operator-parts.ts';
import { policy, trust } from '../sample.ts';
import { providerPlace, webIdentity } from './federated-sample.ts';
import { claimHolds, cognito, isEks, overIssuers, testsOfClaim } from './issuers.ts';

export const eksIrsaNoSub = defineCheck({
  id: 'eks-irsa-no-sub',
  severity: 'high',
  kinds: ['trust'],
  title: 'Any pod of an EKS cluster can take on the role',
  explanation:
    'Without a condition on sub every service account of the cluster opens the role, and so does whoever runs a pod there.',
  fix: 'Add StringEquals on sub: system:serviceaccount:NAMESPACE:NAME.',
  source: 'Amazon EKS User Guide, "IAM roles for service accounts"',
  find: overIssuers((issuer, { place }, statement) => {
    if (!isEks(issuer)) return [];
    const held = testsOfClaim(statement, issuer, ['sub']).filter(claimHolds);
    if (held.length === 0)
      return [{ place, says: 'Every service account of the cluster can take on the role.' }];
    return held.flatMap(({ operator, entries }) =>
      entries
        .filter(
          ({ text }) => /like$/.test(operatorParts(operator).base) && /[*?]/.test(text.split(':')[2] ?? '*'),
        )
        .map((entry) => ({
          place: entry.place,
          says: `"${entry.text}" lets in service accounts of several namespaces.`,
          severity: 'medium' as const,
        })),
    );
  }),
  examples: [
    {
      name: 'only an audience',
      document: webIdentity('oidc.eks.eu-west-1.amazonaws.com/id/A1', {
        StringEquals: { 'oidc.eks.eu-west-1.amazonaws.com/id/A1:aud': 'sts.amazonaws.com' },
      }),
      expect: [providerPlace],
      severity: 'high',
    },
    {
      name: 'any namespace',
      document: webIdentity('oidc.eks.eu-west-1.amazonaws.com/id/A1', {
        StringLike: { 'oidc.eks.eu-west-1.amazonaws.com/id/A1:sub': 'system:serviceaccount:*:app' },
      }),
      expect: ['/Statement/0/Condition/StringLike/oidc.eks.eu-west-1.amazonaws.com~1id~1A1:sub'],
      severity: 'medium',
    },
    {
      name: 'one',
      document: webIdentity('oidc.eks.eu-west-1.amazonaws.com/id/A1', {
        StringEquals: { 'oidc.eks.eu-west-1.amazonaws.com/id/A1:sub': 'system:serviceaccount:shop:app' },
      }),
      expect: [],
    },
  ],
});

export const cognitoNoAudOrAmr = defineCheck({
  id: 'cognito-no-aud-or-amr',
  severity: 'critical',
  kinds: ['trust'],
  title: 'A Cognito role for any identity pool, or for guests',
  explanation:
    'Without aud, an identity pool in any account of the world opens the role. Without amr "authenticated", guests who never signed in do.',
  fix: 'Add StringEquals on cognito-identity.amazonaws.com:aud with the pool id, and ForAnyValue:StringLike on :amr with "authenticated".',
  source: 'Amazon Cognito Developer Guide, "Role trust and permissions"',
  find: overIssuers((issuer, { place }, statement) => {
    if (issuer !== cognito) return [];
    if (!testsOfClaim(statement, issuer, ['aud']).some(claimHolds))
      return [{ place, says: 'Any identity pool of any account opens the role.' }];
    const amr = testsOfClaim(statement, issuer, ['amr']).filter(claimHolds);
    const authenticated =
      amr.length > 0 &&
      amr.every(({ entries }) =>
        entries.every(({ text }) => text.toLowerCase() !== 'unauthenticated' && text !== '*'),
      );
    return authenticated
      ? []
      : [{ place, says: 'Guests who have not signed in can take on the role.', severity: 'high' }];
  }),
  examples: [
    {
      name: 'no pool',
      document: policy(
        trust({
          Principal: { Federated: cognito },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: { 'ForAnyValue:StringLike': { [`${cognito}:amr`]: 'authenticated' } },
        }),
      ),
      expect: [providerPlace],
      severity: 'critical',
    },
    {
      name: 'guests',
      document: policy(
        trust({
          Principal: { Federated: cognito },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: { [`${cognito}:aud`]: 'eu-west-1:1' },
            'ForAnyValue:StringLike': { [`${cognito}:amr`]: 'unauthenticated' },
          },
        }),
      ),
      expect: [providerPlace],
      severity: 'high',
    },
    {
      name: 'users of one pool',
      document: policy(
        trust({
          Principal: { Federated: cognito },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: { [`${cognito}:aud`]: 'eu-west-1:1' },
            'ForAnyValue:StringLike': { [`${cognito}:amr`]: 'authenticated' },
          },
        }),
      ),
      expect: [],
    },
  ],
});
