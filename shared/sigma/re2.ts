import { RE2JS } from 're2js';
import type { CompileRegex } from '../custom-rules/regex.ts';

const flagBits: Readonly<Record<string, number>> = {
  i: RE2JS.CASE_INSENSITIVE,
  m: RE2JS.MULTILINE,
  s: RE2JS.DOTALL,
};

/**
 * Compiles with RE2, whose time is linear in the text. Look-around and backreferences, which need more, are no part of Sigma's
 * flavour.
 */
export const re2: CompileRegex = (source, flags) => {
  const bits = [...flags].reduce((sum, flag) => sum | (flagBits[flag] ?? 0), 0);
  const compiled = RE2JS.compile(source, bits);
  return (text) => compiled.matcher(text).find();
};
