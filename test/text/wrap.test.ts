import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine } from '../../shared/text/clean.ts';
import { columnsOf, wrap } from '../../shared/text/wrap.ts';
import { hostile } from './hostile.ts';

describe('wrap', () => {
  it('breaks at spaces, keeps line breaks and counts Hangul as two columns', () => {
    expect(wrap('one two three\nfour', 7)).toEqual(['one two', 'three', 'four']);
    expect(wrap('한국어 한국', 6)).toEqual(['한국어', '한국']);
    expect(wrap('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
  });

  it('never makes a line too wide and never loses a letter', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 4, max: 40 }), (text, columns) => {
        const clean = cleanLine(text);
        const lines = wrap(clean, columns);
        for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
        expect(lines.join('').replaceAll(/\s/g, '')).toBe(clean.replaceAll(/\s/g, ''));
      }),
    );
  });
});
