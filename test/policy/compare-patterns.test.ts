import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coversPattern, mayOverlap } from '../../shared/policy/compare-patterns.ts';
import { matches, patternOf } from '../../shared/policy/pattern.ts';

describe('coversPattern', () => {
  it.each([
    ['*', 'a*b?', true],
    ['a*', 'a', true],
    ['a*', 'ab*', true],
    ['ab*', 'a*', false],
    ['a?', 'a?', true],
    ['a?', 'a*', false],
    ['a*', 'a?', true],
    ['a?', 'ab', true],
    ['*b', 'a*b', true],
    ['*b', 'b*', false],
    ['', '', true],
    ['', '*', false],
  ])('%s covers %s: %s', (outer, inner, expected) => {
    expect(coversPattern(patternOf(outer), patternOf(inner))).toBe(expected);
  });
});

describe('mayOverlap', () => {
  it.each([
    ['a*', '*b', true],
    ['a*', 'b*', false],
    ['a?c', 'ab*', true],
    ['a?', 'abc', false],
    ['*', '', true],
    ['?', '', false],
    ['a*c', 'a*d', false],
    ['*a*', '*b*', true],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(mayOverlap(patternOf(a), patternOf(b))).toBe(expected);
    expect(mayOverlap(patternOf(b), patternOf(a))).toBe(expected);
  });

  it('gives the cautious answer on patterns that would take too long', () => {
    const long = (char: string) => patternOf(`${char.repeat(20_000)}*`);
    expect(mayOverlap(long('a'), long('b'))).toBe(true);
  });
});

it('agrees with matching on texts', () => {
  const pattern = fc.stringMatching(/^[ab*?]{0,6}$/);
  const text = fc.stringMatching(/^[ab]{0,6}$/);
  fc.assert(
    fc.property(pattern, pattern, text, (a, b, sample) => {
      const [first, second] = [patternOf(a), patternOf(b)];
      const inBoth = matches(first, sample) && matches(second, sample);
      if (inBoth) expect(mayOverlap(first, second)).toBe(true);
      if (coversPattern(first, second) && matches(second, sample)) expect(matches(first, sample)).toBe(true);
    }),
    { numRuns: 5000 },
  );
});
