import { describe, expect, it } from 'vitest';
import { matchesPattern } from './event-pattern-matcher.ts';

// Cases of "Comparison operators for use in event patterns" (EventBridge User Guide) and of the README of aws/event-ruler.
const cases: readonly (readonly [name: string, pattern: object, event: object, matches: boolean])[] = [
  ['equal', { a: ['x', 'y'] }, { a: 'y' }, true],
  ['not equal', { a: ['x', 'y'] }, { a: 'z' }, false],
  ['case matters', { a: ['x'] }, { a: 'X' }, false],
  ['all fields', { a: ['x'], b: [1] }, { a: 'x', b: 2 }, false],
  ['nested', { a: { b: ['x'] } }, { a: { b: 'x' } }, true],
  ['null', { a: [null] }, { a: null }, true],
  ['null is not absent', { a: [null] }, {}, false],
  ['empty text', { a: [''] }, { a: '' }, true],
  ['true is not text', { a: [true] }, { a: 'true' }, false],
  ['any element of a list', { a: ['x'] }, { a: ['z', 'x'] }, true],
  ['elements of a list of objects', { a: { b: ['x'] } }, { a: [{ b: 'z' }, { b: 'x' }] }, true],
  ['prefix', { a: [{ prefix: 'us-' }] }, { a: 'us-east-1' }, true],
  ['prefix elsewhere', { a: [{ prefix: 'us-' }] }, { a: 'eu-us-1' }, false],
  ['prefix of a number', { a: [{ prefix: '1' }] }, { a: 12 }, false],
  ['prefix, ignore case', { a: [{ prefix: { 'equals-ignore-case': 'US-' } }] }, { a: 'us-east-1' }, true],
  ['suffix', { a: [{ suffix: '.png' }] }, { a: 'x.png' }, true],
  ['equals-ignore-case', { a: [{ 'equals-ignore-case': 'alice' }] }, { a: 'Alice' }, true],
  ['equals-ignore-case is no prefix', { a: [{ 'equals-ignore-case': 'alice' }] }, { a: 'alices' }, false],
  ['wildcard', { a: [{ wildcard: 'dir/*.png' }] }, { a: 'dir/x/y.png' }, true],
  ['wildcard needs the rest', { a: [{ wildcard: 'dir/*.png' }] }, { a: 'dir/x.jpg' }, false],
  ['wildcard, escaped', { a: [{ wildcard: 'a\\*' }] }, { a: 'ab' }, false],
  ['cidr', { a: [{ cidr: '10.0.0.0/24' }] }, { a: '10.0.0.255' }, true],
  ['cidr outside', { a: [{ cidr: '10.0.0.0/24' }] }, { a: '10.0.1.0' }, false],
  ['cidr of no address', { a: [{ cidr: '10.0.0.0/24' }] }, { a: 'iam.amazonaws.com' }, false],
  ['anything-but', { a: [{ 'anything-but': 'x' }] }, { a: 'y' }, true],
  ['anything-but a list', { a: [{ 'anything-but': ['x', 'y'] }] }, { a: 'y' }, false],
  ['anything-but with another type', { a: [{ 'anything-but': 'x' }] }, { a: null }, true],
  ['anything-but, field absent', { a: [{ 'anything-but': 'x' }] }, {}, false],
  ['anything-but prefix', { a: [{ 'anything-but': { prefix: 'us-' } }] }, { a: 'us-east-1' }, false],
  ['anything-but wildcard', { a: [{ 'anything-but': { wildcard: '*/lib/*' } }] }, { a: '/src/x' }, true],
  ['exists', { a: [{ exists: true }] }, { a: null }, true],
  ['exists, absent', { a: [{ exists: true }] }, {}, false],
  ['exists works on leaves only', { a: [{ exists: true }] }, { a: { b: 1 } }, false],
  ['exists false, absent', { a: { b: [{ exists: false }] } }, {}, true],
  ['exists false, parent empty', { a: { b: [{ exists: false }] } }, { a: {} }, true],
  ['exists false, present', { a: { b: [{ exists: false }] } }, { a: { b: '' } }, false],
  ['$or, one of two', { $or: [{ a: ['x'] }, { b: ['y'] }] }, { b: 'y' }, true],
  ['$or, neither', { $or: [{ a: ['x'] }, { b: ['y'] }] }, { a: 'y', b: 'x' }, false],
  ['$or and a field', { c: ['z'], $or: [{ a: ['x'] }, { b: ['y'] }] }, { a: 'x' }, false],
  ['$or below a field', { d: { $or: [{ a: ['x'] }, { b: ['y'] }] } }, { d: { a: 'x' } }, true],
  [
    '$or at two levels',
    { $or: [{ d: { a: ['x'] } }, { d: { b: ['y'] } }], d: { $or: [{ c: [1] }, { c: [2] }] } },
    { d: { b: 'y', c: 2 } },
    true,
  ],
];

const refused: readonly (readonly [name: string, pattern: object])[] = [
  ['$or of one', { $or: [{ a: ['x'] }] }],
  ['a field inside and outside of $or', { a: ['x'], $or: [{ a: ['y'] }, { b: ['y'] }] }],
  ['an unknown filter', { a: [{ contains: 'x' }] }],
  ['anything-but with a boolean', { a: [{ 'anything-but': [true] }] }],
  ['an empty list', { a: [] }],
];

describe('the pattern matcher of the tests', () => {
  it.each(cases)('%s', (_, pattern, event, matches) => {
    expect(matchesPattern(pattern, event)).toBe(matches);
  });

  it.each(refused)('refuses %s', (_, pattern) => {
    expect(() => matchesPattern(pattern, { a: 'x' })).toThrow();
  });
});
