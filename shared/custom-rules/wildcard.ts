/** A piece of a value: literal text, `any` text (`*`) or `one` character (`?`). */
export type Token = { readonly text: string } | 'any' | 'one';

/** A value with its wildcards told from its text. */
export type WildcardPattern = readonly Token[];

/** The text of a value without wildcards; undefined when it has one. */
export const literalOf = (pattern: WildcardPattern): string | undefined =>
  pattern.every((token) => typeof token === 'object')
    ? pattern.map((token) => token.text).join('')
    : undefined;

/** Finds a pattern in a text that was prepared for it. */
type Fits = (text: string) => boolean;

/** The literal texts between the stars; they alone decide when no single character is open. */
const textsBetweenStars = (pattern: WildcardPattern): readonly string[] => {
  const texts = [''];
  for (const token of pattern) {
    if (typeof token === 'object') texts.push(`${texts.pop()}${token.text}`);
    else texts.push('');
  }
  return texts;
};

/** Each text is looked for once, behind the one before: linear in the text for each. */
const fitsTexts = (texts: readonly string[]): Fits => {
  const first = texts[0] ?? '';
  const last = texts.at(-1) ?? '';
  const middle = texts.slice(1, -1);
  if (texts.length === 1) return (text) => text === first;
  return (text) => {
    if (!text.startsWith(first)) return false;
    let at = first.length;
    for (const piece of middle) {
      const found = text.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return text.length - last.length >= at && text.endsWith(last);
  };
};

/** Characters as people count them (code points); `undefined` stands for any one of them. */
type Piece = readonly (string | undefined)[];

const piecesBetweenStars = (pattern: WildcardPattern): readonly Piece[] => {
  const pieces: (string | undefined)[][] = [[]];
  for (const token of pattern) {
    if (token === 'any') pieces.push([]);
    else pieces.at(-1)?.push(...(token === 'one' ? [undefined] : token.text));
  }
  return pieces;
};

const isAt = (characters: readonly string[], at: number, piece: Piece): boolean =>
  at >= 0 &&
  at + piece.length <= characters.length &&
  piece.every((character, i) => character === undefined || character === characters[at + i]);

const findFrom = (characters: readonly string[], from: number, piece: Piece): number => {
  for (let at = from; at + piece.length <= characters.length; at += 1)
    if (isAt(characters, at, piece)) return at;
  return -1;
};

/** At worst the length of the text times that of the pattern, for patterns with `?`. */
const fitsPieces = (pieces: readonly Piece[]): Fits => {
  const first = pieces[0] ?? [];
  const last = pieces.at(-1) ?? [];
  const middle = pieces.slice(1, -1);
  return (text) => {
    const characters = [...text];
    if (pieces.length === 1) return characters.length === first.length && isAt(characters, 0, first);
    if (!isAt(characters, 0, first)) return false;
    let at = first.length;
    for (const piece of middle) {
      const found = findFrom(characters, at, piece);
      if (found < 0) return false;
      at = found + piece.length;
    }
    const end = characters.length - last.length;
    return end >= at && isAt(characters, end, last);
  };
};

const lowered = (pattern: WildcardPattern): WildcardPattern =>
  pattern.map((token) => (typeof token === 'object' ? { text: token.text.toLowerCase() } : token));

/**
 * Compiles a pattern that must fit the whole text. The text is the attacker's: there is no backtracking.
 *
 * @param cased whether upper and lower case differ; Sigma's default is that they do not
 */
export const compileWildcards = (pattern: WildcardPattern, cased: boolean): Fits => {
  const given = cased ? pattern : lowered(pattern);
  const fits = given.includes('one')
    ? fitsPieces(piecesBetweenStars(given))
    : fitsTexts(textsBetweenStars(given));
  return cased ? fits : (text) => fits(text.toLowerCase());
};
