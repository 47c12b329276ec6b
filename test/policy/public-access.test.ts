import { describe, expect, it } from 'vitest';
import { publicStatements } from '../../shared/policy/public-access.ts';
import { readPolicy } from '../../shared/policy/read-policy.ts';

const publicOnes = (...statements: object[]) => {
  const reading = readPolicy({ Version: '2012-10-17', Statement: statements });
  return reading.status === 'read' ? publicStatements(reading.policy).map(({ sid }) => sid) : reading;
};
const allow = (over: object = {}) => ({
  Sid: 'It',
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::web/*',
  ...over,
});
const deny = (Condition: object, over: object = {}) =>
  allow({ Sid: 'No', Effect: 'Deny', Action: 's3:*', Resource: '*', Condition, ...over });

describe('a statement is public', () => {
  it.each<[string, object]>([
    ['for a star', allow()],
    ['for any AWS principal', allow({ Principal: { AWS: '*' } })],
    ['with one star among others', allow({ Principal: { AWS: ['arn:aws:iam::111122223333:root', '*'] } })],
    ['for all but somebody', allow({ Principal: undefined, NotPrincipal: { AWS: '111122223333' } })],
    ['over TLS only', allow({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } })],
    ['from half of the internet', allow({ Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/1' } } })],
    ['if the key is there', allow({ Condition: { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } } })],
    ['from any bucket', allow({ Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:*:*:*' } } })],
  ])('%s', (_, statement) => {
    expect(publicOnes(statement)).toEqual(['It']);
  });
});

describe('a statement is not public', () => {
  it.each<[string, object]>([
    ['for an account', allow({ Principal: { AWS: '111122223333' } })],
    ['for a service', allow({ Principal: { Service: 'sns.amazonaws.com' } })],
    ['for an organization', allow({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } })],
    [
      "as in SNS's own default policy",
      allow({ Principal: { AWS: '*' }, Condition: { StringEquals: { 'AWS:SourceOwner': '111122223333' } } }),
    ],
    [
      "as in the policies of AWS's own keys",
      allow({
        Principal: { AWS: '*' },
        Condition: {
          StringEquals: {
            'kms:CallerAccount': '111122223333',
            'kms:ViaService': 'rds.us-east-1.amazonaws.com',
          },
        },
      }),
    ],
    [
      'through a mount target',
      allow({ Condition: { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } } }),
    ],
    ['that denies', deny({})],
  ])('%s', (_, statement) => {
    expect(publicOnes(statement)).toEqual([]);
  });
});

describe('a Deny', () => {
  const others = { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } };
  it.each<[string, object, readonly string[]]>([
    ['for all others takes it back', deny(others), []],
    ['for all others, of another action', deny(others, { Action: 's3:PutObject' }), ['It']],
    ['for all others, of another resource', deny(others, { Resource: 'arn:aws:s3:::web' }), ['It']],
    ['for all without TLS', deny({ Bool: { 'aws:SecureTransport': 'false' } }), ['It']],
    ['for all others without TLS', deny({ ...others, Bool: { 'aws:SecureTransport': 'false' } }), ['It']],
    ['for one account', deny(others, { Principal: { AWS: '111122223333' } }), ['It']],
  ])('%s', (_, denial, expected) => {
    expect(publicOnes(allow(), denial)).toEqual(expected);
  });
});
