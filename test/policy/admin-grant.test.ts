import { describe, expect, it } from 'vitest';
import { adminGrantOf } from '../../shared/policy/admin-grant.ts';
import { readPolicy } from '../../shared/policy/read-policy.ts';

const grantOf = (...statements: readonly object[]) => {
  const reading = readPolicy({
    Statement: statements.map((over) => ({ Effect: 'Allow', Resource: '*', ...over })),
  });
  if (reading.status !== 'read') throw new Error(reading.cause);
  return adminGrantOf(reading.policy);
};

describe('adminGrantOf', () => {
  it.each([
    ['everything', [{ Action: '*' }]],
    ['everything', [{ Action: '*:*' }]],
    ['everything', [{ NotAction: 'aws-portal:*' }]],
    ['everything', [{ Action: ['s3:*', '*'] }]],
    ['all-but-iam', [{ NotAction: ['iam:*', 'organizations:*'] }]],
    ['all-but-iam', [{ Action: '*' }, { Effect: 'Deny', Action: 'iam:*' }]],
    [
      'everything',
      [{ Action: '*' }, { Effect: 'Deny', Action: 'iam:*', Condition: { Bool: { a: 'true' } } }],
    ],
    ['iam', [{ Action: 'iam:*' }]],
    ['iam', [{ Action: 'IAM:*', Resource: 'arn:aws:iam::111122223333:*' }]],
    ['escalation', [{ Action: ['iam:Put*', 'iam:PassRole'], Resource: 'arn:aws:iam::*:user/*' }]],
    ['escalation', [{ Action: 'iam:CreatePolicyVersion' }]],
    ['any-role', [{ Action: 'sts:*' }]],
    [undefined, [{ Action: 'sts:AssumeRole' }]],
    [undefined, [{ Action: 'iam:CreateAccessKey', Resource: 'arn:aws:iam::*:user/\x24{aws:username}' }]],
    [undefined, [{ Action: 'iam:*', Resource: 'arn:aws:iam::111122223333:role/one' }]],
    [undefined, [{ Action: '*', Resource: 'arn:aws:s3:::bucket/*' }]],
    [undefined, [{ Action: ['iam:Get*', 'iam:List*'] }]],
    [undefined, [{ Effect: 'Deny', Action: '*' }]],
    [undefined, [{ Action: '*' }, { Effect: 'Deny', Action: '*' }]],
  ])('%s: %j', (kind, statements) => {
    expect(grantOf(...statements)?.kind).toBe(kind);
  });

  it('names the escalating actions', () => {
    expect(grantOf({ Action: ['iam:AttachUserPolicy', 'iam:AddUserToGroup', 's3:*'] })).toEqual({
      kind: 'escalation',
      actions: ['iam:AttachUserPolicy', 'iam:AddUserToGroup'],
      conditional: false,
    });
  });

  it.each([
    [true, [{ Action: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }]],
    [
      false,
      [{ Action: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }, { Action: '*' }],
    ],
  ])('conditional %s: %j', (conditional, statements) => {
    expect(grantOf(...statements)?.conditional).toBe(conditional);
  });
});
