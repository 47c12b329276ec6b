import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileTest } from '../../../shared/policy/conditions/compile-test.ts';
import { evaluateTest } from '../../../shared/policy/conditions/evaluate-test.ts';
import { operators, operatorUse } from '../../../shared/policy/conditions/operators.ts';
import { contextOf } from '../../../shared/policy/context.ts';

type Row = readonly [policy: string | readonly string[], request: string, holds: 'yes' | 'no'];

const arn = 'arn:aws:iam::123837392027:user/staff/alice';

/** For each operator: values of the policy, value in the request, whether the test holds. */
const table: Readonly<Record<string, readonly Row[]>> = {
  StringEquals: [
    ['a', 'a', 'yes'],
    ['a', 'A', 'no'],
    ['*', 'a', 'no'],
    ['*', '*', 'yes'],
    [['b', 'a'], 'a', 'yes'],
    ['', '', 'yes'],
  ],
  StringNotEquals: [
    ['a', 'a', 'no'],
    ['a', 'A', 'yes'],
    [['b', 'a'], 'a', 'no'],
    [['b', 'c'], 'a', 'yes'],
  ],
  StringEqualsIgnoreCase: [
    ['a', 'A', 'yes'],
    ['É', 'é', 'yes'],
    ['a*', 'ab', 'no'],
  ],
  StringNotEqualsIgnoreCase: [
    ['a', 'A', 'no'],
    ['a', 'b', 'yes'],
  ],
  StringLike: [
    ['a*', 'abc', 'yes'],
    ['a*', 'Abc', 'no'],
    ['a?c', 'abc', 'yes'],
    ['a?c', 'ac', 'no'],
    ['*b*', 'a:b/c', 'yes'],
    ['abc', 'abc', 'yes'],
    [['x*', 'a*'], 'abc', 'yes'],
  ],
  StringNotLike: [
    ['a*', 'abc', 'no'],
    ['a*', 'xabc', 'yes'],
    [['x*', 'a*'], 'abc', 'no'],
  ],
  NumericEquals: [
    ['10', '10', 'yes'],
    ['10', '10.0', 'yes'],
    ['10', '11', 'no'],
    ['-1', '-1', 'yes'],
    ['ten', 'ten', 'no'],
    ['10', 'ten', 'no'],
    ['1e1', '10', 'no'],
    ['0x0a', '10', 'no'],
    ['', '0', 'no'],
  ],
  NumericNotEquals: [
    ['10', '11', 'yes'],
    ['10', '10', 'no'],
    [['10', '11'], '11', 'no'],
    // What is no number never matches, not even a negated operator.
    ['ten', '10', 'no'],
    ['10', 'ten', 'no'],
  ],
  NumericLessThan: [
    ['10', '9.99', 'yes'],
    ['10', '10', 'no'],
    ['10', '11', 'no'],
    [['5', '20'], '10', 'yes'],
  ],
  NumericLessThanEquals: [
    ['10', '10', 'yes'],
    ['10', '10.01', 'no'],
  ],
  NumericGreaterThan: [
    ['10', '10.01', 'yes'],
    ['10', '10', 'no'],
    ['9', '10', 'yes'],
  ],
  NumericGreaterThanEquals: [
    ['10', '10', 'yes'],
    ['10', '9', 'no'],
  ],
  DateEquals: [
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'yes'],
    ['2026-01-01T00:00:00Z', '2026-01-01T01:00:00+01:00', 'yes'],
    ['2026-01-01', '2026-01-01T00:00:00Z', 'yes'],
    ['2026', '2026-01-01', 'yes'],
    // Unix time counts seconds.
    ['1767225600', '2026-01-01T00:00:00Z', 'yes'],
    ['1767225600000', '2026-01-01T00:00:00Z', 'no'],
    ['2026-01-01T00:00:00', '2026-01-01T00:00:00Z', 'yes'],
    ['yesterday', '2026-01-01T00:00:00Z', 'no'],
    ['2026-01-01T00:00:00Z', 'now', 'no'],
    ['2026-13-01', '2026-13-01', 'no'],
    ['January 1, 2026', '2026-01-01T00:00:00Z', 'no'],
  ],
  DateNotEquals: [
    ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', 'yes'],
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'no'],
    ['yesterday', '2026-01-01T00:00:00Z', 'no'],
  ],
  DateLessThan: [
    ['2026-01-01T00:00:00Z', '2025-12-31T23:59:59Z', 'yes'],
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'no'],
    ['2026-01-01T00:00:00Z', '1767225599', 'yes'],
  ],
  DateLessThanEquals: [
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'yes'],
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:01Z', 'no'],
  ],
  DateGreaterThan: [
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.001Z', 'yes'],
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'no'],
  ],
  DateGreaterThanEquals: [
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'yes'],
    ['2026-01-01T00:00:00Z', '2025-12-31T00:00:00Z', 'no'],
  ],
  Bool: [
    ['true', 'true', 'yes'],
    ['true', 'TRUE', 'yes'],
    ['false', 'true', 'no'],
    [['true', 'false'], 'false', 'yes'],
    ['1', 'true', 'no'],
    ['true', '1', 'no'],
  ],
  BinaryEquals: [
    ['QmluYXJ5', 'QmluYXJ5', 'yes'],
    ['YQ==', 'YQ', 'yes'],
    ['QmluYXJ5', 'qmluyxj5', 'no'],
    ['not base64!', 'not base64!', 'no'],
  ],
  IpAddress: [
    ['203.0.113.0/24', '203.0.113.255', 'yes'],
    ['203.0.113.0/24', '203.0.114.0', 'no'],
    ['203.0.113.7', '203.0.113.7', 'yes'],
    ['203.0.113.7', '203.0.113.8', 'no'],
    ['0.0.0.0/0', '203.0.113.7', 'yes'],
    ['2001:db8::/32', '2001:DB8:1::1', 'yes'],
    ['2001:db8::/32', '2001:db9::1', 'no'],
    ['2001:db8::1', '2001:0db8:0:0::1', 'yes'],
    ['0.0.0.0/0', '2001:db8::1', 'no'],
    ['::/0', '203.0.113.7', 'no'],
    ['203.0.113.0/33', '203.0.113.0', 'no'],
    ['203.0.113.0/', '203.0.113.0', 'no'],
    ['203.0.113', '203.0.113.0', 'no'],
    ['203.0.113.*', '203.0.113.7', 'no'],
    ['203.0.113.0/24', 'cloudformation.amazonaws.com', 'no'],
    [['10.0.0.0/8', '203.0.113.0/24'], '203.0.113.7', 'yes'],
  ],
  NotIpAddress: [
    ['203.0.113.0/24', '203.0.114.0', 'yes'],
    ['203.0.113.0/24', '203.0.113.9', 'no'],
    ['203.0.113.0/24', '2001:db8::1', 'yes'],
    [['10.0.0.0/8', '203.0.113.0/24'], '203.0.113.7', 'no'],
    ['203.0.113.0/33', '203.0.114.0', 'no'],
    ['203.0.113.0/24', 'AWS Internal', 'no'],
  ],
  ArnEquals: [
    [arn, arn, 'yes'],
    ['arn:aws:iam::*:user/staff/*', arn, 'yes'],
    ['arn:aws:iam::123837392027:user/staff/ALICE', arn, 'no'],
  ],
  ArnNotEquals: [
    [arn, arn, 'no'],
    ['arn:aws:iam::*:role/*', arn, 'yes'],
  ],
  ArnLike: [
    ['arn:aws:iam::123837392027:user/*', arn, 'yes'],
    ['arn:aws:iam::1238373920??:user/*/alice', arn, 'yes'],
    ['arn:???:*:*:*:*', arn, 'yes'],
    ['*', arn, 'yes'],
    // A star stays inside of its field.
    ['arn:aws:*:user/staff/alice', arn, 'no'],
    ['arn:aws:iam::*', arn, 'no'],
    ['arn:aws:sns:*:*:a:*', 'arn:aws:sns:us-east-1:123837392027:a:b:c', 'yes'],
    ['arn:aws:iam::123837392027:user/*', 'alice', 'no'],
    ['alice', 'alice', 'no'],
  ],
  ArnNotLike: [
    ['arn:aws:iam::123837392027:role/*', arn, 'yes'],
    ['arn:aws:iam::123837392027:user/*', arn, 'no'],
    ['arn:aws:iam::123837392027:user/*', 'alice', 'no'],
  ],
  Null: [
    ['true', 'present', 'no'],
    ['false', 'present', 'yes'],
    ['maybe', 'present', 'no'],
  ],
};

const holds = (operator: string, policy: string | readonly string[], request: string) =>
  evaluateTest(
    compileTest({ operator, key: 'k', values: [policy].flat() as readonly string[] }, '2012-10-17'),
    contextOf({ K: request }, { others: 'absent' }),
  );

describe('condition operators', () => {
  it('are 27, one a file, each with a table', () => {
    const files = readdirSync(join(import.meta.dirname, '../../../shared/policy/conditions'));
    const named = operators.map(({ name }) =>
      name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase(),
    );
    expect(operators).toHaveLength(27);
    expect(files).toEqual(expect.arrayContaining(named.map((name) => `${name}.ts`)));
    expect(Object.keys(table).sort()).toEqual(operators.map(({ name }) => name).sort());
  });

  describe.each(Object.entries(table))('%s', (operator, rows) => {
    it.each(rows)('policy %j, request %j: %s', (policy, request, expected) => {
      expect(holds(operator, policy, request)).toBe(expected);
    });
  });
});

describe('operatorUse', () => {
  it.each([
    ['StringEquals', { ifExists: false }],
    ['stringlikeifexists', { ifExists: true }],
    ['ForAnyValue:ArnLike', { set: 'any', ifExists: false }],
    ['ForAllValues:StringNotEqualsIgnoreCaseIfExists', { set: 'all', ifExists: true }],
  ])('reads %s', (written, use) => {
    expect(operatorUse(written)).toMatchObject(use);
  });

  it.each([
    'StringMatches',
    'NullIfExists',
    'ForSomeValues:StringLike',
    'IfExists',
    'ForAnyValue:',
    '',
    'constructor',
  ])('knows no %s', (written) => {
    expect(operatorUse(written)).toBeUndefined();
  });
});
