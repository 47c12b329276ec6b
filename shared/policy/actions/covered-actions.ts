import { isActionPattern } from '../match-action.ts';
import { isEverything, type Pattern, patternOf } from '../pattern.ts';
import { PatternSet } from '../pattern-set.ts';
import type { Scope } from '../policy.ts';
import { StepBudget } from '../step-budget.ts';
import type { ActionCatalogue, ActionDetail } from './action-catalogue.ts';

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

const commonLength = (a: string, b: string): number => {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
};

/** The actions of one service that a set covers. What a name has in common with the one before it, as its verb, is walked once. */
const inService = (set: PatternSet, service: string, catalogue: ActionCatalogue): readonly ActionDetail[] => {
  const start = set.after(set.start(), `${service}:`);
  if (start.length === 0) return [];
  if (PatternSet.takesAll(start)) return catalogue.actionsOf(service);
  /** The places after so many characters of the name. */
  const walked = [start];
  let before = '';
  return catalogue.actionsOf(service).filter(({ name }) => {
    walked.length = Math.min(walked.length, commonLength(before, name) + 1);
    before = name;
    let places = walked.at(-1) ?? start;
    for (let at = walked.length - 1; at < name.length && places.length > 0; at += 1) {
      if (PatternSet.takesAll(places)) return true;
      places = set.step(places, name.charCodeAt(at));
      walked.push(places);
    }
    return PatternSet.ending(places) !== undefined;
  });
};

/** The actions that some of the patterns, in lower case, cover. */
const coveredByAny = (
  texts: ReadonlySet<string>,
  catalogue: ActionCatalogue,
  budget: StepBudget,
): ReadonlySet<ActionDetail> => {
  const patterns = [...texts].filter(isActionPattern).map(patternOf);
  if (patterns.some(isEverything)) return new Set(catalogue.everything);
  const found = new Set<ActionDetail>();
  const add = (details: readonly ActionDetail[]) => {
    budget.spend(details.length);
    for (const detail of details) found.add(detail);
  };
  const exact = patterns.filter(({ codes }) => codes === undefined);
  add(exact.map(({ text }) => catalogue.find(text)).filter((detail) => detail !== undefined));
  const { named, wild } = byService(patterns.filter(({ codes }) => codes !== undefined));
  for (const [service, group] of named) add(inService(new PatternSet(group, budget), service, catalogue));
  if (wild.length === 0) return found;
  const everywhere = new PatternSet(wild, budget);
  for (const service of catalogue.services) add(inService(everywhere, service, catalogue));
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
  budget.spend(catalogue.everything.length);
  return new Set(catalogue.everything.filter((detail) => !covered.has(detail)));
};
