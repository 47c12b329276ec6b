import { isActionPattern } from '../match-action.ts';
import { isEverything, type Pattern, patternOf } from '../pattern.ts';
import { PatternSet } from '../pattern-set.ts';
import type { Scope } from '../policy.ts';
import { StepBudget } from '../step-budget.ts';
import type { ActionCatalogue, ActionDetail } from './action-catalogue.ts';
import { matchedOf, matchingOf } from './walk-names.ts';

/** The patterns that name their service, by it, and those that have a wildcard there. */
const byService = (
  patterns: readonly Pattern[],
): { readonly named: ReadonlyMap<string, readonly Pattern[]>; readonly wild: readonly Pattern[] } => {
  const prefixOf = ({ text }: Pattern): string => text.slice(0, text.indexOf(':'));
  const isNamed = (pattern: Pattern): boolean => !/[*?]/.test(prefixOf(pattern));
  return {
    named: Map.groupBy(patterns.filter(isNamed), prefixOf),
    wild: patterns.filter((pattern) => !isNamed(pattern)),
  };
};

/** The actions that some of the patterns, in lower case, cover. */
const coveredByAny = (
  texts: ReadonlySet<string>,
  catalogue: ActionCatalogue,
  budget: StepBudget,
): ReadonlySet<ActionDetail> => {
  const patterns = [...texts].filter(isActionPattern).map(patternOf);
  if (patterns.some(isEverything)) return catalogue.everything;
  const found = new Set<ActionDetail>();
  const add = (details: readonly ActionDetail[]) => {
    budget.spend(details.length >> 2);
    for (const detail of details) found.add(detail);
  };
  const exact = patterns.filter(({ codes }) => codes === undefined);
  add(exact.map(({ text }) => catalogue.find(text)).filter((detail) => detail !== undefined));
  const { named, wild } = byService(patterns.filter(({ codes }) => codes !== undefined));
  for (const [service, group] of named) add(matchedOf(new PatternSet(group, budget), service, catalogue));
  if (wild.length === 0) return found;
  const everywhere = new PatternSet(wild, budget);
  for (const service of catalogue.services) add(matchedOf(everywhere, service, catalogue));
  return found;
};

/**
 * The actions of the catalogue that an Action or NotAction element covers, in near linear time.
 *
 * @throws PolicyLimitError when its patterns are too many and too different
 */
export const coveredActions = (
  { except, patterns }: Scope,
  catalogue: ActionCatalogue,
  budget: StepBudget = new StepBudget(),
): ReadonlySet<ActionDetail> => {
  const covered = coveredByAny(new Set(patterns.map((pattern) => pattern.toLowerCase())), catalogue, budget);
  if (!except) return covered;
  budget.spend(catalogue.everything.size);
  return catalogue.everything.difference(covered);
};

const isWild = (text: string): boolean => /[*?]/.test(text);

/**
 * The patterns of Action elements, as written, that cover no action of the catalogue, in near linear time.
 *
 * @throws PolicyLimitError when they are too many and too different
 */
export const unmatchedActions = (
  written: readonly string[],
  catalogue: ActionCatalogue,
  budget: StepBudget,
): ReadonlySet<string> => {
  const texts = [
    ...new Set(
      written.filter((text) => isActionPattern(text) && isWild(text)).map((text) => text.toLowerCase()),
    ),
  ];
  const set = new PatternSet(texts.map(patternOf), budget);
  const matched = new Set<string>();
  for (const service of texts.length === 0 ? [] : catalogue.services)
    for (const at of matchingOf(set, service, catalogue)) matched.add(texts[at] ?? '');
  const covers = (text: string): boolean =>
    isWild(text) ? matched.has(text.toLowerCase()) : catalogue.find(text) !== undefined;
  return new Set(written.filter((text) => !isActionPattern(text) || !covers(text)));
};
