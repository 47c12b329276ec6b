import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Columns that a text takes on a terminal: Hangul syllables and emoji take two. */
export const columnsOf = (text: string): number => stringWidth(text);

const brokenWord = (word: string, columns: number): readonly string[] => {
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && columnsOf(piece + segment) > columns) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
};

const wrappedLine = (line: string, columns: number, longWords: 'break' | 'keep'): readonly string[] => {
  const lines: string[] = [];
  let current = '';
  const words = line
    .split(' ')
    .flatMap((word) =>
      longWords === 'break' && columnsOf(word) > columns ? brokenWord(word, columns) : [word],
    );
  for (const word of words) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current === '' || columnsOf(longer) <= columns) {
      current = longer;
    } else {
      lines.push(current);
      current = word;
    }
  }
  return [...lines, current].map((text) => text.trimEnd());
};

/**
 * Breaks a text at spaces into lines of at most `columns`. A longer word is broken between graphemes, or kept whole where it is
 * to be copied (an ARN, a link).
 */
export const wrap = (
  text: string,
  columns: number,
  longWords: 'break' | 'keep' = 'break',
): readonly string[] => text.split('\n').flatMap((line) => wrappedLine(line, columns, longWords));
