import { describe, expect, it } from 'vitest';
import { wideOidcTrustsOf } from '../../shared/policy/oidc-trust.ts';
import { readPolicy } from '../../shared/policy/read-policy.ts';
import { opennessOf } from '../../shared/policy/trust.ts';

const policyOf = (...statements: readonly object[]) => {
  const reading = readPolicy({
    Statement: statements.map((over) => ({ Effect: 'Allow', Action: 'sts:AssumeRole', ...over })),
  });
  if (reading.status !== 'read') throw new Error(reading.cause);
  return reading.policy;
};

describe('opennessOf', () => {
  const everyone = { Principal: { AWS: '*' } };
  const when = (operator: string, key: string, value: unknown) => ({
    ...everyone,
    Condition: { [operator]: { [key]: value } },
  });
  it.each([
    ['everyone', 'AWS *', [everyone]],
    ['everyone', 'a bare *', [{ Principal: '*' }]],
    ['everyone', 'a star among others', [{ Principal: { AWS: ['arn:aws:iam::111122223333:root', '*'] } }]],
    ['everyone', 'all but one', [{ NotPrincipal: { AWS: 'arn:aws:iam::111122223333:root' } }]],
    ['everyone', 'a wildcard action', [{ ...everyone, Action: 'sts:*' }]],
    ['everyone', 'a condition on MFA', [when('Bool', 'aws:MultiFactorAuthPresent', 'true')]],
    ['everyone', 'any organisation', [when('StringLike', 'aws:PrincipalOrgID', 'o-*')]],
    [
      'everyone',
      'a role name in any account',
      [when('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/ci')],
    ],
    [
      'everyone',
      'a key that may be absent',
      [when('StringEqualsIfExists', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5')],
    ],
    ['everyone', 'ForAllValues', [when('ForAllValues:StringEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5')]],
    [
      'everyone',
      'one organisation shut out',
      [when('StringNotEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5')],
    ],
    ['everyone', 'the whole internet', [when('IpAddress', 'aws:SourceIp', '0.0.0.0/0')]],
    [
      'everyone',
      'one range and the whole internet',
      [when('IpAddress', 'aws:SourceIp', ['203.0.113.0/24', '::/0'])],
    ],
    [
      'everyone',
      'an external id beside an open statement',
      [when('StringEquals', 'sts:ExternalId', 'x'), everyone],
    ],
    ['external-id', 'an external id', [when('StringEquals', 'sts:ExternalId', 'x')]],
    ['closed', 'one organisation', [when('StringEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5')]],
    [
      'closed',
      'paths of one organisation',
      [when('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', 'o-a1b2c3d4e5/*')],
    ],
    [
      'closed',
      'roles of one account',
      [when('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::111122223333:role/*')],
    ],
    [
      'closed',
      'IfExists on a key that is always there',
      [when('StringEqualsIfExists', 'aws:PrincipalAccount', '111122223333')],
    ],
    ['closed', 'one range', [when('IpAddress', 'aws:SourceIp', '203.0.113.0/24')]],
    ['everyone', 'an empty value', [when('StringEquals', 'aws:PrincipalOrgID', '')]],
    ['closed', 'one VPC', [when('StringEquals', 'aws:SourceVpc', 'vpc-1')]],
    ['closed', 'one account', [{ Principal: { AWS: '123837392027' } }]],
    ['closed', 'a service', [{ Principal: { Service: 'ec2.amazonaws.com' } }]],
    ['closed', 'tags only', [{ ...everyone, Action: 'sts:TagSession' }]],
    [
      'closed',
      'everyone else denied',
      [everyone, { ...when('StringNotEquals', 'aws:PrincipalOrgID', 'o-a1b2c3d4e5'), Effect: 'Deny' }],
    ],
    [
      'everyone',
      'a Deny with a second test',
      [
        everyone,
        {
          ...everyone,
          Effect: 'Deny',
          Condition: {
            StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' },
            Bool: { 'aws:SecureTransport': 'false' },
          },
        },
      ],
    ],
  ])('%s: %s', (expected, _, statements) => {
    expect(opennessOf(policyOf(...statements))).toBe(expected);
  });
});

describe('wideOidcTrustsOf', () => {
  const github = 'token.actions.githubusercontent.com';
  const trust = (provider: string, condition: object = {}) => ({
    Principal: {
      Federated:
        provider.includes('amazonaws.com') && !provider.includes('/')
          ? provider
          : `arn:aws:iam::111122223333:oidc-provider/${provider}`,
    },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: condition,
  });
  const sub = (operator: string, value: unknown) =>
    trust(github, {
      [operator]: { [`${github}:sub`]: value },
      StringEquals: { [`${github}:aud`]: 'sts.amazonaws.com' },
    });
  const eks = 'oidc.eks.us-east-1.amazonaws.com/id/ABC';
  it.each([
    [
      'any-tenant',
      'GitHub without a subject',
      trust(github, { StringEquals: { [`${github}:aud`]: 'sts.amazonaws.com' } }),
    ],
    ['any-tenant', 'a subject of *', sub('StringLike', '*')],
    ['any-tenant', 'any organisation', sub('StringLike', 'repo:*/deploy:*')],
    ['any-tenant', 'an organisation by its beginning', sub('StringLike', 'repo:acme*')],
    ['any-tenant', 'one of two values is open', sub('StringLike', ['repo:acme/app:*', 'repo:*'])],
    ['any-tenant', 'one subject shut out', sub('StringNotLike', 'repo:acme/app:*')],
    ['any-repository', 'one organisation', sub('StringLike', 'repo:acme/*')],
    [undefined, 'one repository', sub('StringLike', 'repo:acme/app:*')],
    [
      undefined,
      'one branch',
      { ...trust(github, { StringEquals: { [`${github}:sub`]: 'repo:acme/app:ref:refs/heads/main' } }) },
    ],
    [
      undefined,
      'one owner by claim',
      trust(github, { StringEquals: { [`${github}:repository_owner`]: 'acme' } }),
    ],
    [
      'any-tenant',
      'GitLab without a subject',
      trust('gitlab.com', { StringEquals: { 'gitlab.com:aud': 'x' } }),
    ],
    ['any-identity-pool', 'Cognito without an audience', trust('cognito-identity.amazonaws.com')],
    [
      undefined,
      'Cognito with an audience',
      trust('cognito-identity.amazonaws.com', {
        StringEquals: { 'cognito-identity.amazonaws.com:aud': 'us-east-1:1' },
      }),
    ],
    [
      'any-workload',
      'EKS with an audience only',
      trust(eks, { StringEquals: { [`${eks}:aud`]: 'sts.amazonaws.com' } }),
    ],
    [
      undefined,
      'EKS with a subject',
      trust(eks, { StringEquals: { [`${eks}:sub`]: 'system:serviceaccount:a:b' } }),
    ],
    ['any-workload', 'an own provider without tests', trust('id.example.com')],
    [
      undefined,
      'an own provider with an audience',
      trust('id.example.com', { StringEquals: { 'id.example.com:aud': 'app' } }),
    ],
    [
      undefined,
      'a SAML provider',
      { ...trust(github), Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/okta' } },
    ],
  ])('%s: %s', (gap, _, statement) => {
    expect(wideOidcTrustsOf(policyOf(statement)).map((found) => found.gap)).toEqual(
      gap === undefined ? [] : [gap],
    );
  });
});
