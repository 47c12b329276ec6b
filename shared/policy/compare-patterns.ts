import { codesOf, one, type Pattern, run } from './pattern.ts';

/**
 * Whether every text that matches `inner` matches `outer`, too. A wildcard of `inner` is taken as a character that only an equal or
 * wider wildcard matches, so a yes is certain; a no may be wrong where `inner` spells out everything that a wildcard of `outer` is.
 */
export const coversPattern = (outer: Pattern, inner: Pattern): boolean => {
  const pattern = codesOf(outer);
  const text = codesOf(inner);
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let resumeAt = 0;
  while (at < text.length) {
    const wanted = pattern[inPattern];
    const found = text[at];
    if (wanted === run) {
      star = inPattern;
      resumeAt = at;
      inPattern += 1;
    } else if (found !== run && (wanted === one || wanted === found)) {
      at += 1;
      inPattern += 1;
    } else if (star >= 0) {
      resumeAt += 1;
      at = resumeAt;
      inPattern = star + 1;
    } else return false;
  }
  while (pattern[inPattern] === run) inPattern += 1;
  return inPattern === pattern.length;
};

/** Pairs of characters compared at most; beyond, the answer is the cautious one. */
const maxPairs = 4_000_000;

/** Whether one character of each can be the same. */
const agree = (a: number | undefined, b: number | undefined): boolean => a === b || a === one || b === one;

/** Of `reachable[j]`, whether the codes so far and the first j of `right` can stand for the same text, with one code more on the left. */
const nextRow = (
  code: number,
  right: readonly number[],
  reachable: readonly boolean[],
): readonly boolean[] => {
  const next = [reachable[0] === true && code === run];
  for (let j = 1; j <= right.length; j += 1) {
    const isRun = code === run || right[j - 1] === run;
    next[j] = isRun
      ? reachable[j] === true || next[j - 1] === true
      : reachable[j - 1] === true && agree(code, right[j - 1]);
  }
  return next;
};

/** Whether some text may match both patterns. A no is certain. */
export const mayOverlap = (a: Pattern, b: Pattern): boolean => {
  const left = codesOf(a);
  const right = codesOf(b);
  if (left.length * right.length > maxPairs) return true;
  const leading = right.findIndex((code) => code !== run);
  const skippable = leading < 0 ? right.length : leading;
  const first: readonly boolean[] = [true, ...right.map((_, index) => index < skippable)];
  return left.reduce((reachable, code) => nextRow(code, right, reachable), first)[right.length] === true;
};
