import { literalOf, type WildcardPattern } from '../custom-rules/wildcard.ts';
import { EncodingError, inBase64, isUtf16, withDashes } from './encodings.ts';
import type { FieldKey } from './field-key.ts';
import { parseWildcards } from './parse-wildcards.ts';

/** A value that cannot be applied; the message says why. */
export class ValueError extends Error {
  override readonly name = 'ValueError';
}

const encodedPatterns = (value: string, { encodings }: FieldKey): readonly WildcardPattern[] => {
  const variants = encodings.includes('windash') ? withDashes(value) : [value];
  const base64 = encodings.find((name) => name === 'base64' || name === 'base64offset');
  if (base64 === undefined) return variants.map(parseWildcards);
  const utf16 = encodings.find(isUtf16);
  return variants.flatMap((variant) => {
    const literal = literalOf(parseWildcards(variant));
    if (literal === undefined) throw new ValueError(`"${value}": a wildcard cannot be encoded in Base64`);
    if (literal === '') throw new ValueError('an empty text cannot be encoded in Base64');
    return inBase64(literal, base64, utf16).map((text) => [{ text }]);
  });
};

const anchored = (pattern: WildcardPattern, { match }: FieldKey): WildcardPattern => [
  ...(match === 'contains' || match === 'endswith' ? (['any'] as const) : []),
  ...pattern,
  ...(match === 'contains' || match === 'startswith' ? (['any'] as const) : []),
];

/**
 * The patterns of which one must fit the whole of a text, for a value with its wildcards and encodings.
 *
 * @throws ValueError when the value cannot be encoded
 */
export const textPatterns = (value: string, key: FieldKey): readonly WildcardPattern[] => {
  try {
    return encodedPatterns(value, key).map((pattern) => anchored(pattern, key));
  } catch (error) {
    if (error instanceof EncodingError) throw new ValueError(error.message);
    throw error;
  }
};
