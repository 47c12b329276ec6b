import { RE2JS } from 're2js';
import { EncodingError, inBase64, isUtf16, withDashes } from './encodings.ts';
import type { FieldKey } from './field-key.ts';
import { compileWildcards, literalOf, parseWildcards, type WildcardPattern } from './wildcard.ts';

/** Whether a text is meant. */
export type TextTest = (text: string) => boolean;

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
    return inBase64(literal, base64, utf16).map((text) => [{ text }]);
  });
};

const anchored = (pattern: WildcardPattern, { match }: FieldKey): WildcardPattern => [
  ...(match === 'contains' || match === 'endswith' ? (['any'] as const) : []),
  ...pattern,
  ...(match === 'contains' || match === 'startswith' ? (['any'] as const) : []),
];

/**
 * Compiles a value to look for, with its wildcards and encodings.
 *
 * @throws ValueError when the value cannot be encoded
 */
export const compileText = (value: string, key: FieldKey): TextTest => {
  try {
    const tests = encodedPatterns(value, key).map((pattern) =>
      compileWildcards(anchored(pattern, key), key.cased),
    );
    const [only] = tests;
    return tests.length === 1 && only ? only : (text) => tests.some((test) => test(text));
  } catch (error) {
    if (error instanceof EncodingError) throw new ValueError(error.message);
    throw error;
  }
};

const flagBits: Readonly<Record<string, number>> = {
  i: RE2JS.CASE_INSENSITIVE,
  m: RE2JS.MULTILINE,
  s: RE2JS.DOTALL,
};

/**
 * Compiles a regular expression, found anywhere in the text. RE2 needs time linear in the text, which is the attacker's; look-around and
 * backreferences, which need more, are no part of Sigma's flavour.
 *
 * @throws ValueError when the expression is none that RE2 knows
 */
export const compileRegex = (value: string, flags: string): TextTest => {
  const bits = [...flags].reduce((sum, flag) => sum | (flagBits[flag] ?? 0), 0);
  try {
    const compiled = RE2JS.compile(value, bits);
    return (text) => compiled.matcher(text).find();
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new ValueError(`"${value}" is no regular expression that is supported (RE2 syntax): ${cause}`);
  }
};
