/** Stands for any run of characters, also none. */
export const run = -1;
/** Stands for any one character. */
export const one = -2;

/**
 * Text with wildcards. A pattern is made of policy text, which may be an attacker's: it is never made into a regular expression.
 * Characters are UTF-16 units.
 */
export interface Pattern {
  /** With `*` and `?` as characters. */
  readonly text: string;
  /** One number a character: its code, or a wildcard. Absent when there is no wildcard: then the text is compared. */
  readonly codes?: readonly number[];
}

/** A pattern that stands for its text alone, whatever characters are in it. */
export const plainPattern = (text: string): Pattern => ({ text });

/** Reads `*` and `?` as wildcards. */
export const patternOf = (text: string): Pattern => {
  if (!text.includes('*') && !text.includes('?')) return { text };
  const codes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    codes.push(char === '*' ? run : char === '?' ? one : text.charCodeAt(at));
  }
  return { text, codes };
};

/** The pattern's numbers, also where it has no wildcard. */
export const codesOf = ({ text, codes }: Pattern): readonly number[] =>
  codes ?? Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

/** One pattern after the other. */
export const joinPatterns = (patterns: readonly Pattern[]): Pattern => {
  const text = patterns.map((pattern) => pattern.text).join('');
  return patterns.some(({ codes }) => codes !== undefined)
    ? { text, codes: patterns.flatMap(codesOf) }
    : { text };
};

const matchesCodes = (codes: readonly number[], text: string): boolean => {
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let resumeAt = 0;
  while (at < text.length) {
    const wanted = codes[inPattern];
    if (wanted === run) {
      star = inPattern;
      resumeAt = at;
      inPattern += 1;
    } else if (wanted === one || wanted === text.charCodeAt(at)) {
      at += 1;
      inPattern += 1;
    } else if (star >= 0) {
      resumeAt += 1;
      at = resumeAt;
      inPattern = star + 1;
    } else return false;
  }
  while (codes[inPattern] === run) inPattern += 1;
  return inPattern === codes.length;
};

/**
 * Whether a text matches. A scan with one point to go back to: time is at most the length of the text times that of the longest
 * part of the pattern between two `*`, and no pattern can make it run for ever.
 */
export const matches = ({ text: expected, codes }: Pattern, text: string): boolean =>
  codes === undefined ? expected === text : matchesCodes(codes, text);

/** Whether a pattern is nothing but `*`. */
export const isEverything = ({ codes }: Pattern): boolean =>
  codes !== undefined && codes.length > 0 && codes.every((code) => code === run);
