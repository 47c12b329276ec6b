import type { Token, WildcardPattern } from '../custom-rules/wildcard.ts';

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
