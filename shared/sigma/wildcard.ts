/** A piece of a value: literal text, `*` (any text) or `?` (one character). */
export type Token = { readonly text: string } | 'any' | 'one';

/** A value with its wildcards told from its text. */
export type WildcardPattern = readonly Token[];

const wildcards: Readonly<Record<string, 'any' | 'one'>> = { '*': 'any', '?': 'one' };

/**
 * Reads a value's wildcards. `\*`, `\?` and `\\` stand for the characters themselves; a backslash before anything else is a
 * backslash (Sigma Rules Specification, "Escaping").
 */
export const parseWildcards = (value: string): WildcardPattern => {
  const tokens: Token[] = [];
  let text = '';
  const endText = () => {
    if (text !== '') tokens.push({ text });
    text = '';
  };
  for (let i = 0; i < value.length; i += 1) {
    const char = value[i] as string;
    const next = value[i + 1];
    const wildcard = wildcards[char];
    if (char === '\\' && next !== undefined && '*?\\'.includes(next)) {
      text += next;
      i += 1;
    } else if (wildcard) {
      endText();
      tokens.push(wildcard);
    } else text += char;
  }
  endText();
  return tokens;
};

/** The text of a value without wildcards; undefined when it has one. */
export const literalOf = (pattern: WildcardPattern): string | undefined =>
  pattern.every((token) => typeof token === 'object')
    ? pattern.map((token) => token.text).join('')
    : undefined;

/** What lies between two stars. */
interface Piece {
  readonly tokens: readonly ({ readonly text: string } | 'one')[];
  readonly length: number;
}

const segmentsOf = (pattern: WildcardPattern): readonly Piece[] => {
  const segments: Token[][] = [[]];
  for (const token of pattern) {
    if (token === 'any') segments.push([]);
    else segments.at(-1)?.push(token);
  }
  return segments.map((tokens) => ({
    tokens: tokens.filter((token) => token !== 'any'),
    length: tokens.reduce((sum, token) => sum + (typeof token === 'object' ? token.text.length : 1), 0),
  }));
};

const fitsAt = (text: string, at: number, { tokens, length }: Piece): boolean => {
  if (at < 0 || at + length > text.length) return false;
  let position = at;
  for (const token of tokens) {
    if (token !== 'one' && !text.startsWith(token.text, position)) return false;
    position += token === 'one' ? 1 : token.text.length;
  }
  return true;
};

/** Where a piece is found first; -1 when nowhere. */
const findFrom = (text: string, from: number, piece: Piece): number => {
  const [only, ...more] = piece.tokens;
  if (only === undefined) return from;
  if (only !== 'one' && more.length === 0) return text.indexOf(only.text, from);
  for (let at = from; at + piece.length <= text.length; at += 1) if (fitsAt(text, at, piece)) return at;
  return -1;
};

const lowered = (pattern: WildcardPattern): WildcardPattern =>
  pattern.map((token) => (typeof token === 'object' ? { text: token.text.toLowerCase() } : token));

/**
 * Compiles a pattern that must fit the whole text. Time grows with the length of the text times the length of the pattern at worst, since
 * each piece between stars is looked for once, behind the one before.
 *
 * @param cased whether upper and lower case differ; Sigma's default is that they do not
 */
export const compileWildcards = (pattern: WildcardPattern, cased: boolean): ((text: string) => boolean) => {
  const pieces = segmentsOf(cased ? pattern : lowered(pattern));
  const first = pieces[0] as Piece;
  const last = pieces.at(-1) as Piece;
  const middle = pieces.slice(1, -1);
  const fits = (text: string): boolean => {
    if (pieces.length === 1) return text.length === first.length && fitsAt(text, 0, first);
    if (!fitsAt(text, 0, first)) return false;
    let at = first.length;
    for (const piece of middle) {
      const found = findFrom(text, at, piece);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return text.length - last.length >= at && fitsAt(text, text.length - last.length, last);
  };
  return cased ? fits : (text) => fits(text.toLowerCase());
};
