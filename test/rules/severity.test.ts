import { expect, it } from 'vitest';
import { isAtLeast, lowered, rankOf, severities, worseOf } from '../../shared/rules/severity.ts';

it('ranks from info to critical', () => {
  expect(severities.map(rankOf)).toEqual([0, 1, 2, 3, 4]);
});

it('lowers by one level and stays at info', () => {
  expect(severities.map(lowered)).toEqual(['info', 'info', 'low', 'medium', 'high']);
});

it.each([
  ['medium', 'medium', true],
  ['high', 'medium', true],
  ['low', 'medium', false],
] as const)('%s is at least %s: %s', (severity, threshold, expected) => {
  expect(isAtLeast(severity, threshold)).toBe(expected);
});

it('tells the worse of two, whatever their order', () => {
  expect([worseOf('low', 'high'), worseOf('high', 'low'), worseOf('low', 'low')]).toEqual([
    'high',
    'high',
    'low',
  ]);
});
