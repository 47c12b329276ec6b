import { isEverything, matches, type Pattern, patternOf } from './pattern.ts';
import type { Scope } from './policy.ts';

/** Whether a text can match an action at all: `*`, or a pattern with exactly one colon and no white space or comma. */
export const isActionPattern = (text: string): boolean =>
  /^[^:\s,]+:[^:\s,]+$/.test(text) || isEverything(patternOf(text));

/** Tells for an action in lower case whether an Action or NotAction element covers it. */
export type ActionMatcher = (action: string) => boolean;

/**
 * Compiles an Action or NotAction element. Actions match in any case; `*` and `?` stand anywhere, `*` alone is every action. An entry
 * that is no action pattern matches nothing, which makes a NotAction match more.
 */
export const compileAction = ({ except, patterns }: Scope): ActionMatcher => {
  const exact = new Set<string>();
  const wild: Pattern[] = [];
  for (const text of patterns) {
    const pattern = patternOf(text.toLowerCase());
    if (!isActionPattern(text)) continue;
    if (pattern.codes === undefined) exact.add(pattern.text);
    else wild.push(pattern);
  }
  return (action) => (exact.has(action) || wild.some((pattern) => matches(pattern, action))) !== except;
};
