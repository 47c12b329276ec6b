import { policy, trust } from '../sample.ts';
import { github } from './issuers.ts';

/** Trust documents for the examples of the checks of identity providers. */
export const providerArn = (issuer: string) => `arn:aws:iam::111122223333:oidc-provider/${issuer}`;
export const webIdentity = (issuer: string, Condition?: unknown) =>
  policy(
    trust({
      Principal: { Federated: providerArn(issuer) },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition,
    }),
  );
export const providerPlace = '/Statement/0/Principal/Federated';
export const audience = { [`${github}:aud`]: 'sts.amazonaws.com' };

export const samlPrincipal = { Federated: 'arn:aws:iam::111122223333:saml-provider/corp' };

export const withSubject = (value: string, operator = 'StringLike', issuer = github) =>
  webIdentity(issuer, { [operator]: { [`${issuer}:sub`]: value } });
export const subjectPlace = (operator = 'StringLike', issuer = github) =>
  `/Statement/0/Condition/${operator}/${issuer}:sub`;
