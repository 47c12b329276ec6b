import { describe, expect, it } from 'vitest';
import { coversGrant, coversResources } from '../../shared/policy/compare-grants.ts';
import type { Condition } from '../../shared/policy/policy.ts';

const only = (...patterns: string[]) => ({ except: false, patterns });
const butFor = (...patterns: string[]) => ({ except: true, patterns });
const a = 'arn:aws:s3:::a/*';
const b = 'arn:aws:s3:::b/*';
const home = 'arn:aws:s3:::home/${aws:username}';

describe('coversResources', () => {
  it.each([
    ['all covers all but some', only('*'), butFor(a), true],
    ['all but some does not cover all', butFor(a), only('*'), false],
    ['no element is all', only(), only(a), true],
    ['a pattern covers a narrower one', only(a), only('arn:aws:s3:::a/x/*'), true],
    ['one of two covers one', only(a, b), only(b), true],
    ['one does not cover two', only(a), only(a, b), false],
    ['all but some covers what is elsewhere', butFor(a), only(b), true],
    ['all but some does not cover what may be among them', butFor(a), only('arn:aws:s3:::*'), false],
    ['all but one covers all but two', butFor(a), butFor(a, b), true],
    ['all but two does not cover all but one', butFor(a, b), butFor(a), false],
    ['a pattern covers a variable in it', only('arn:aws:s3:::home/*'), only(home), true],
    ['a variable may be what is left out', butFor('arn:aws:s3:::home/alice'), only(home), false],
    ['a variable left out may leave out everything', butFor(home), only(b), false],
    ['what is no ARN leaves out everything', butFor('a/*'), only(b), false],
    ['the same covers itself, whatever it is', butFor(home), butFor(home), true],
  ])('%s', (_, outer, inner, expected) => {
    expect(coversResources(outer, inner)).toBe(expected);
  });
});

describe('coversGrant', () => {
  const test = (operator: string, ...values: string[]): Condition => ({ operator, key: 'k:a', values });
  it.each<[string, Condition[], Condition[], boolean]>([
    ['without tests covers with tests', [], [test('StringEquals', 'x')], true],
    ['with a test does not cover without', [test('StringEquals', 'x')], [], false],
    ['more values cover fewer', [test('StringEquals', 'x', 'y')], [test('StringEquals', 'x')], true],
    ['fewer values do not cover more', [test('StringEquals', 'x')], [test('StringEquals', 'x', 'y')], false],
    [
      'negated: fewer values cover more',
      [test('StringNotLike', 'x')],
      [test('StringNotLike', 'x', 'y')],
      true,
    ],
    [
      'negated: more do not cover fewer',
      [test('StringNotLike', 'x', 'y')],
      [test('StringNotLike', 'x')],
      false,
    ],
    ['another operator is another test', [test('StringLike', 'x')], [test('StringEquals', 'x')], false],
  ])('%s', (_, outer, inner, expected) => {
    const resources = only('*');
    const covers = coversGrant({ resources, conditions: outer }, { resources, conditions: inner });
    expect(covers).toBe(expected);
  });
});
