import type { Scope } from './policy.ts';

/**
 * Whether a text matches an IAM pattern: `*` is any run of characters, `?` any one. Written as a scan because patterns are the
 * attacker's text: a regular expression made of it could be made to run for ever. Time is at most pattern × text.
 */
export const matchesPattern = (pattern: string, text: string): boolean => {
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let resumeAt = 0;
  while (at < text.length) {
    const wanted = pattern[inPattern];
    if (wanted === '*') {
      star = inPattern;
      resumeAt = at;
      inPattern += 1;
    } else if (wanted === '?' || wanted === text[at]) {
      at += 1;
      inPattern += 1;
    } else if (star >= 0) {
      resumeAt += 1;
      at = resumeAt;
      inPattern = star + 1;
    } else return false;
  }
  while (pattern[inPattern] === '*') inPattern += 1;
  return inPattern === pattern.length;
};

/** Whether an Action element covers an action. Action names match in any case. */
export const coversAction = ({ except, patterns }: Scope, action: string): boolean => {
  const wanted = action.toLowerCase();
  return patterns.some((pattern) => matchesPattern(pattern.toLowerCase(), wanted)) !== except;
};
