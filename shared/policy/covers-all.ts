import { coversPattern } from './compare-patterns.ts';
import type { Pattern } from './pattern.ts';
import { PatternSet } from './pattern-set.ts';
import type { StepBudget } from './step-budget.ts';

/** Fewer pairs than this are compared one by one: a set costs more to make. */
const fewPairs = 16;

/** The same patterns are held against many others. */
const sets = new WeakMap<readonly Pattern[], { readonly set: PatternSet; readonly budget: StepBudget }>();

const setOf = (patterns: readonly Pattern[], budget: StepBudget): PatternSet => {
  const known = sets.get(patterns);
  if (known?.budget === budget) return known.set;
  const set = new PatternSet(patterns, budget);
  sets.set(patterns, { set, budget });
  return set;
};

/**
 * Whether each of some patterns is covered by one of others, in the sense of `coversPattern`, in near linear time.
 *
 * @throws PolicyLimitError when that takes more steps than are left
 */
export const coversAll = (
  wide: readonly Pattern[],
  narrow: readonly Pattern[],
  budget: StepBudget,
): boolean => {
  if (wide.length * narrow.length <= fewPairs)
    return narrow.every((each) =>
      wide.some((one) => {
        budget.spend(1 + (each.text.length >> 2));
        return coversPattern(one, each);
      }),
    );
  const set = setOf(wide, budget);
  return narrow.every((each) => set.covering(each) !== undefined);
};
