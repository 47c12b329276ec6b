import type { Context } from './context.ts';
import { joinPatterns, matches, type Pattern, patternOf, plainPattern } from './pattern.ts';
import type { Truth } from './truth.ts';

/** `${aws:username}` or, with a default, `${aws:PrincipalTag/team, 'none'}`. */
interface Variable {
  /** In lower case. */
  readonly key: string;
  readonly fallback?: string;
}

type Part = Pattern | Variable;

/** Policy text that may hold policy variables. Without any, `parts` is one pattern. */
export interface Template {
  readonly parts: readonly Part[];
}

const isVariable = (part: Part): part is Variable => 'key' in part;

/** The version of the policy language in which `${…}` means something (IAM User Guide, "Version"). */
export const variablesVersion = '2012-10-17';

const literals = new Set(['*', '?', '$']);
const withDefault = /^([^,]+),\s*'([^']*)'\s*$/;

const variableOf = (inner: string): Part => {
  if (literals.has(inner)) return plainPattern(inner);
  const [, key, fallback] = withDefault.exec(inner) ?? [];
  if (key !== undefined && fallback !== undefined) return { key: key.trim().toLowerCase(), fallback };
  return { key: inner.trim().toLowerCase() };
};

/** Where the text up to its first `:` outside of a variable ends; -1 when there is none. */
export const colonOutsideVariables = (text: string, from: number): number => {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === ':') return at;
    const close = text.startsWith('${', at) ? text.indexOf('}', at) : -1;
    if (close > 0) at = close;
  }
  return -1;
};

/**
 * Reads policy text with wildcards and variables (IAM User Guide, "Policy variables"). A `${` without its brace is literal text.
 *
 * @param version of the document: before 2012-10-17, and without one, `${…}` is literal text
 */
export const templateOf = (text: string, version: string | undefined): Template => {
  if (version !== variablesVersion || !text.includes('${')) return { parts: [patternOf(text)] };
  const parts: Part[] = [];
  let from = 0;
  for (let open = text.indexOf('${'); open >= 0; open = text.indexOf('${', from)) {
    const close = text.indexOf('}', open);
    if (close < 0) break;
    if (open > from) parts.push(patternOf(text.slice(from, open)));
    parts.push(variableOf(text.slice(open + 2, close)));
    from = close + 1;
  }
  if (from < text.length || parts.length === 0) parts.push(patternOf(text.slice(from)));
  return parts.some(isVariable) ? { parts } : { parts: [joinPatterns(parts as Pattern[])] };
};

const anything = patternOf('*');

/**
 * What a template stands for in a request.
 *
 * - `exact`: all variables have a value.
 * - `open`: some variable's key is unknown; the pattern has `*` in its place, so that a text that does not match it never will.
 * - `void`: some variable has no value and no default, or several values: it matches nothing.
 */
export type Resolved =
  | { readonly status: 'exact' | 'open'; readonly pattern: Pattern }
  | { readonly status: 'void' };

const valueIn = ({ key, fallback }: Variable, context: Context): Pattern | 'unknown' | undefined => {
  const state = context.get(key);
  if (state === 'unknown') return 'unknown';
  if (state === 'absent') return fallback === undefined ? undefined : plainPattern(fallback);
  // A key of several values cannot be a variable. Wildcards in a value are plain characters.
  return state.length === 1 && state[0] !== undefined ? plainPattern(state[0]) : undefined;
};

export const resolve = ({ parts }: Template, context: Context): Resolved => {
  const [first] = parts;
  if (parts.length === 1 && first !== undefined && !isVariable(first))
    return { status: 'exact', pattern: first };
  const patterns: Pattern[] = [];
  let status: 'exact' | 'open' = 'exact';
  for (const part of parts) {
    const value = isVariable(part) ? valueIn(part, context) : part;
    if (value === undefined) return { status: 'void' };
    if (value === 'unknown') status = 'open';
    patterns.push(value === 'unknown' ? anything : value);
  }
  return { status, pattern: joinPatterns(patterns) };
};

/** The pattern of a template without variables; undefined when it has some. */
export const fixedPattern = ({ parts }: Template): Pattern | undefined => {
  const [first] = parts;
  return parts.length === 1 && first !== undefined && !isVariable(first) ? first : undefined;
};

/** Whether a text matches a template. */
export const matchesTemplate = (template: Template, text: string, context: Context): Truth => {
  const resolved = resolve(template, context);
  if (resolved.status === 'void' || !matches(resolved.pattern, text)) return 'no';
  return resolved.status === 'exact' ? 'yes' : 'unknown';
};
