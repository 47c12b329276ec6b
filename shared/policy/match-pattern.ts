import { matches, patternOf } from './pattern.ts';
import type { Scope } from './policy.ts';

/** Whether a text matches an IAM pattern: `*` is any run of characters, `?` any one. For one comparison; see pattern.ts for many. */
export const matchesPattern = (pattern: string, text: string): boolean => matches(patternOf(pattern), text);

/** Whether an Action element covers an action. Action names match in any case. */
export const coversAction = ({ except, patterns }: Scope, action: string): boolean => {
  const wanted = action.toLowerCase();
  return patterns.some((pattern) => matchesPattern(pattern.toLowerCase(), wanted)) !== except;
};
