import { mayOverlap } from './compare-patterns.ts';
import { operatorUse } from './conditions/operators.ts';
import { coversAll } from './covers-all.ts';
import { isEverything, type Pattern, patternOf } from './pattern.ts';
import type { Condition, Scope, Statement } from './policy.ts';
import { StepBudget } from './step-budget.ts';

/** What a statement says of an action that it covers: on which resources, under which tests. */
export type Grant = Pick<Statement, 'resources' | 'conditions'>;

const isSubset = (part: readonly string[], whole: readonly string[]): boolean => {
  const known = new Set(whole);
  return part.every((value) => known.has(value));
};

/** Pairs of characters compared in a step. */
const pairsPerStep = 4;

const patternsByScope = new WeakMap<Scope, readonly Pattern[]>();

/** The patterns, each once. The same element is compared with many others. */
const patternsOf = (scope: Scope): readonly Pattern[] => {
  const known = patternsByScope.get(scope) ?? [...new Set(scope.patterns)].map(patternOf);
  patternsByScope.set(scope, known);
  return known;
};

/** All resources: `*`, or no element at all, as in trust policies. */
const isAll = ({ except, patterns }: Scope): boolean =>
  !except && (patterns.length === 0 || patterns.some((pattern) => isEverything(patternOf(pattern))));

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

/** Whether no resource that an element covers may be one of those that another leaves out. */
const staysClear = (inner: Scope, leftOut: readonly Pattern[], budget: StepBudget): boolean =>
  inner.patterns.map(widest).every(
    (each) =>
      !leftOut.some((left) => {
        budget.spend(1 + Math.ceil((left.text.length * each.text.length) / pairsPerStep));
        return mayOverlap(left, each);
      }),
  );

/**
 * Whether everything that one Resource or NotResource element covers is covered by another. A yes is certain.
 *
 * @throws PolicyLimitError when that takes more steps than are left
 */
export const coversResources = (
  outer: Scope,
  inner: Scope,
  budget: StepBudget = new StepBudget(),
): boolean => {
  budget.spend(1 + outer.patterns.length + inner.patterns.length);
  if (isAll(outer) || isSameScope(outer, inner)) return true;
  if (isAll(inner) || isUncertain(outer)) return false;
  if (outer.except && !inner.except) return staysClear(inner, patternsOf(outer), budget);
  if (outer.except) return coversAll(patternsOf(inner), patternsOf(outer), budget);
  return !inner.except && coversAll(patternsOf(outer), patternsOf(inner), budget);
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

/**
 * Whether one grant gives everything that another one gives. A yes is certain.
 *
 * @throws PolicyLimitError when that takes more steps than are left
 */
export const coversGrant = (outer: Grant, inner: Grant, budget: StepBudget = new StepBudget()): boolean =>
  coversResources(outer.resources, inner.resources, budget) &&
  outer.conditions.every((test) => inner.conditions.some((from) => follows(from, test)));
