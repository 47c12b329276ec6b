const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** An entity that begins in the kept part and ends behind it. */
const openEntity = /&[a-z0-9#]{0,6}$/i;
const restOfEntity = /^[a-z0-9#]{0,6};/i;

const isHalfPair = (text: string, at: number): boolean => (text.codePointAt(at - 1) ?? 0) > 0xffff;

/** The nearest place at or before `at` where the text may be cut. */
const boundaryBefore = (text: string, at: number): number => {
  const start = graphemes.segment(text).containing(at)?.index ?? at;
  // One letter under a thousand accents is one grapheme: then a code point must do.
  if (start > 0 || at === 0) return start;
  return isHalfPair(text, at) ? at - 1 : at;
};

const outsideEntity = (text: string, at: number): number => {
  const open = openEntity.exec(text.slice(Math.max(0, at - 8), at));
  return open && restOfEntity.test(text.slice(at)) ? at - open[0].length : at;
};

/**
 * Cuts a text to at most `max` UTF-16 units, the mark included: between graphemes, never inside an HTML or Slack entity. Escape
 * first, then truncate: limits count what is sent.
 *
 * @param mark what shows that something is missing; itself already escaped
 */
export const truncate = (text: string, max: number, mark = '…'): string => {
  if (text.length <= max) return text;
  if (max <= mark.length) return mark.slice(0, Math.max(0, max));
  const end = outsideEntity(text, boundaryBefore(text, max - mark.length));
  return text.slice(0, end) + mark;
};
