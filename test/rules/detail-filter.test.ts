import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../../shared/rules/catalogue.ts';
import { compileDetail } from '../../shared/rules/detail-filter.ts';
import type { DetailPattern } from '../../shared/rules/trigger.ts';
import { matchesPattern } from '../infra/aws/event-pattern-matcher.ts';

describe('a filter', () => {
  it.each<[string, DetailPattern, unknown, boolean]>([
    ['takes a literal', { a: ['x'] }, 'x', true],
    ['refuses another', { a: ['x'] }, 'y', false],
    ['takes one of several', { a: ['x', 'y'] }, 'y', true],
    ['takes a beginning', { a: [{ prefix: 'ab' }] }, 'abc', true],
    ['refuses another beginning', { a: [{ prefix: 'ab' }] }, 'cab', false],
    ['takes an end', { a: [{ suffix: 'bc' }] }, 'abc', true],
    ['takes any case', { a: [{ 'equals-ignore-case': 'ABC' }] }, 'aBc', true],
    ['takes a wildcard', { a: [{ wildcard: '*kali*' }] }, 'os/linux#kali-6', true],
    ['takes what a star leaves empty', { a: [{ wildcard: 'a*b*c' }] }, 'abc', true],
    ['does not use a letter twice', { a: [{ wildcard: 'ab*bc' }] }, 'abc', false],
    ['takes a wildcard without a star', { a: [{ wildcard: 'abc' }] }, 'abc', true],
    ['takes one of several wildcards', { a: [{ wildcard: ['x*', 'y*'] }] }, 'yes', true],
    ['takes an element of a list', { a: ['x'] }, ['w', 'x'], true],
    ['takes absence', { a: [{ exists: false }] }, undefined, true],
    ['takes presence', { a: [{ exists: true }] }, 0, true],
    ['refuses absence', { a: [{ exists: true }] }, undefined, false],
    ['looks inside', { a: { b: ['x'] } }, { b: 'x' }, true],
    ['looks inside what is not there', { a: { b: ['x'] } }, null, false],
    ['lets pass what it does not know: the rule decides', { a: [{ cidr: '10.0.0.0/8' }] }, '192.0.2.1', true],
  ])('%s', (_, pattern, value, expected) => {
    expect(compileDetail(pattern)({ a: value })).toBe(expected);
  });
});

const filtersInUse = rules.flatMap(({ id, on }) => {
  const pattern = 'anyCall' in on ? on.anyCall : 'where' in on ? on.where : undefined;
  return pattern ? [[id, pattern] as const] : [];
});

const texts = fc.oneof(
  fc.constantFrom(
    'Root',
    'IAMUser',
    'AssumedRole',
    'arn:aws:sts::1:assumed-role/web/i-0a1b',
    'aws-cli kali',
    'TruffleHog',
    '',
  ),
  fc.string(),
);
const records = fc.record(
  {
    userIdentity: fc.oneof(
      fc.record({ type: texts, arn: texts, userName: texts }, { requiredKeys: [] }),
      fc.constant(null),
    ),
    userAgent: texts,
    sourceIPAddress: fc.oneof(fc.ipV4(), texts),
    errorCode: texts,
    eventCategory: texts,
    readOnly: fc.boolean(),
  },
  { requiredKeys: [] },
);

it.each(filtersInUse)('of %s lets pass all that EventBridge does', (_, pattern) => {
  const passes = compileDetail(pattern);
  fc.assert(
    fc.property(records, (record) => {
      if (matchesPattern(pattern, record)) expect(passes(record)).toBe(true);
    }),
  );
});
