import { coversPattern, mayOverlap } from './compare-patterns.ts';
import { operatorUse } from './conditions/operators.ts';
import { isEverything, type Pattern, patternOf } from './pattern.ts';
import type { Condition, Scope, Statement } from './policy.ts';

/** What a statement says of an action that it covers: on which resources, under which tests. */
export type Grant = Pick<Statement, 'resources' | 'conditions'>;

const isSubset = (part: readonly string[], whole: readonly string[]): boolean =>
  part.every((value) => whole.includes(value));

const patternsOf = ({ patterns }: Scope): readonly Pattern[] => patterns.map(patternOf);

/** All resources: `*`, or no element at all, as in trust policies. */
const isAll = ({ except, patterns }: Scope): boolean =>
  (!except && patterns.length === 0) || (!except && patternsOf({ except, patterns }).some(isEverything));

/** A short ARN with `*` for the fields it lacks, as AWS reads it in some kinds of policies (match-resource.ts). */
const filledUp = (pattern: string): string => {
  const fields = pattern.split(':');
  if (fields[0] !== 'arn' || fields.length >= 6) return pattern;
  return [...fields, ...Array.from({ length: 6 - fields.length }, () => '*')].join(':');
};

/** With `*` for its variables and for the fields it lacks: what it may turn out to be. */
export const widest = (pattern: string): Pattern =>
  patternOf(filledUp(pattern.replaceAll(/\$\{[^}]*\}/g, '*')));

const isSameScope = (a: Scope, b: Scope): boolean =>
  a.except === b.except && isSubset(a.patterns, b.patterns) && isSubset(b.patterns, a.patterns);

/** NotResource covers nothing when a variable in it has no value, or an entry is no ARN. */
const isUncertain = ({ except, patterns }: Scope): boolean =>
  except && patterns.some((pattern) => pattern.includes('${') || !/^(\*+$|arn:([^:]*:){4}.)/.test(pattern));

/** Whether everything that one Resource or NotResource element covers is covered by another. A yes is certain. */
export const coversResources = (outer: Scope, inner: Scope): boolean => {
  if (isAll(outer) || isSameScope(outer, inner)) return true;
  if (isAll(inner) || isUncertain(outer)) return false;
  const wide = patternsOf(outer);
  const narrow = patternsOf(inner);
  if (outer.except && inner.except)
    return wide.every((left) => narrow.some((out) => coversPattern(out, left)));
  if (outer.except)
    return inner.patterns.every((each) => !wide.some((left) => mayOverlap(left, widest(each))));
  return !inner.except && narrow.every((each) => wide.some((one) => coversPattern(one, each)));
};

/** Whether a test holds whenever another one does: the same test with more values, or, negated, with fewer. */
const follows = (from: Condition, test: Condition): boolean => {
  const isSame =
    from.operator.toLowerCase() === test.operator.toLowerCase() &&
    from.key.toLowerCase() === test.key.toLowerCase();
  if (!isSame) return false;
  const isNegated = operatorUse(test.operator)?.operator.negated === true;
  return isNegated ? isSubset(test.values, from.values) : isSubset(from.values, test.values);
};

/** Whether one grant gives everything that another one gives. A yes is certain. */
export const coversGrant = (outer: Grant, inner: Grant): boolean =>
  coversResources(outer.resources, inner.resources) &&
  outer.conditions.every((test) => inner.conditions.some((from) => follows(from, test)));
