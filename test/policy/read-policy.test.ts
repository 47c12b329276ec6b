import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../shared/policy/read-policy.ts';

const document = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'iam:*', Resource: '*' } };
const text = JSON.stringify(document);
const statement = {
  effect: 'Allow',
  actions: { except: false, patterns: ['iam:*'] },
  resources: { except: false, patterns: ['*'] },
  principals: { except: false, list: [] },
  conditions: [],
};

describe('readPolicy', () => {
  it.each([
    ['an object', document],
    ['text', text],
    ['text with line breaks', JSON.stringify(document, null, 2)],
    ['URL-encoded text', encodeURIComponent(text)],
    ['text that was URL-encoded twice', encodeURIComponent(encodeURIComponent(text))],
    ['a list of statements', { ...document, Statement: [document.Statement] }],
    ['element names in another case', { statement: { effect: 'Allow', action: ['iam:*'], RESOURCE: ['*'] } }],
  ])('reads %s', (_, given) => {
    expect(readPolicy(given)).toMatchObject({ status: 'read', policy: { statements: [statement] } });
  });

  it('keeps the version, which decides on policy variables', () => {
    expect(readPolicy(document)).toMatchObject({ policy: { version: '2012-10-17' } });
    expect(readPolicy({ Statement: [] })).toEqual({ status: 'read', policy: { statements: [] } });
  });

  it('reads an empty list of statements as one that grants nothing', () => {
    expect(readPolicy({ Statement: [] })).toEqual({ status: 'read', policy: { statements: [] } });
  });

  it('reads the negated elements, principals and conditions, one or many', () => {
    const reading = readPolicy({
      Statement: {
        Sid: 'x',
        Effect: 'Deny',
        NotAction: ['iam:*', 'sts:*'],
        NotResource: 'arn:aws:s3:::b',
        Principal: { AWS: ['*', '123837392027'], Service: 'ec2.amazonaws.com' },
        Condition: {
          Bool: { 'aws:MultiFactorAuthPresent': false },
          StringEquals: { 'aws:PrincipalOrgID': ['o-1', 'o-2'] },
        },
      },
    });
    expect(reading).toEqual({
      status: 'read',
      policy: {
        statements: [
          {
            sid: 'x',
            effect: 'Deny',
            actions: { except: true, patterns: ['iam:*', 'sts:*'] },
            resources: { except: true, patterns: ['arn:aws:s3:::b'] },
            principals: {
              except: false,
              list: [
                { type: 'AWS', id: '*' },
                { type: 'AWS', id: '123837392027' },
                { type: 'Service', id: 'ec2.amazonaws.com' },
              ],
            },
            conditions: [
              { operator: 'Bool', key: 'aws:MultiFactorAuthPresent', values: ['false'] },
              { operator: 'StringEquals', key: 'aws:PrincipalOrgID', values: ['o-1', 'o-2'] },
            ],
          },
        ],
      },
    });
  });

  it.each([
    ['missing', undefined],
    ['missing', null],
    ['missing', ''],
    ['truncated', '{"Statement":['],
    ['not-json', '{"Statement":[}'],
    ['not-json', '%E0%A4%A'],
    ['no-statement', 42],
    ['no-statement', []],
    ['no-statement', {}],
    ['no-statement', { Statement: null }],
    ['no-statement', { Statement: 'Allow' }],
    ['bad-effect', { Statement: { Effect: 'allow', Action: '*' } }],
    ['bad-effect', { Statement: { Action: '*' } }],
    ['conflicting-elements', { Statement: { Effect: 'Allow', Action: 's3:*', NotAction: 'iam:*' } }],
    ['duplicate-key', { Statement: { Effect: 'Allow', Action: 's3:*', action: '*' } }],
    ['wrong-type', { Statement: { Effect: 'Deny', Action: '*', Condition: 'x' } }],
    ['wrong-type', { Statement: { Effect: 'Deny', Action: [null] } }],
  ])('says %s of %j', (cause, given) => {
    expect(readPolicy(given)).toEqual({ status: 'unreadable', cause });
  });

  it('answers whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json(), fc.string()), (given) => {
        expect(['read', 'unreadable']).toContain(readPolicy(given).status);
        expect(['read', 'unreadable']).toContain(readPolicy({ Statement: given }).status);
      }),
    );
  });
});
