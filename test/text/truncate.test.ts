import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, escapeMrkdwn } from '../../shared/text/escape.ts';
import { truncate } from '../../shared/text/truncate.ts';
import { hostile } from './hostile.ts';

describe('truncate', () => {
  it.each([
    ['short stays', 'abc', 3, 'abc'],
    ['the mark counts', 'abcd', 3, 'ab…'],
    ['not inside an entity', 'ab&amp;cd', 7, 'ab…'],
    ['behind an entity', 'ab&amp;cdefg', 8, 'ab&amp;…'],
    ['not inside a family', 'a👩‍👩‍👧bc', 6, 'a…'],
    ['not between a letter and its accents', 'abe\u0301\u0302cdef', 5, 'ab…'],
    ['nothing but room for the mark', 'abcd', 1, '…'],
    ['no room at all', 'abcd', 0, ''],
  ])('%s', (_, text, max, expected) => {
    expect(truncate(text, max)).toBe(expected);
  });

  it('cuts one endless grapheme between code points', () => {
    const zalgo = `a${'\u{1D165}'.repeat(50)}`;
    const cut = truncate(zalgo, 21);
    expect(cut.length).toBeGreaterThan(10);
    expect(cut.isWellFormed()).toBe(true);
  });

  it('holds its limit, stays well-formed and never cuts an entity', () => {
    fc.assert(
      fc.property(hostile, fc.nat(60), fc.constantFrom(escapeMrkdwn, escapeHtml), (text, max, escaper) => {
        const escaped = escaper(text);
        const cut = truncate(escaped, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut.isWellFormed()).toBe(true);
        expect(cut).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
        if (escaped.length > max && max > 0) expect(cut.endsWith('…')).toBe(true);
      }),
    );
  });
});
