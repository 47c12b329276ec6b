import type { Rule } from '../define-rule.ts';
import { type KnownAction, knownActions, wholeServices } from './known-actions.ts';
import type { Planned, Reason } from './reason.ts';
import { planned, reasons } from './reasons.ts';
import { watchingOf } from './watching.ts';

/**
 * - `rule`: a rule names the action, or a condition ends with it.
 * - `inventory`: recorded for the report, no finding.
 * - `planned`: waits for work that is not done yet.
 * - `reason`: no rule, and written down why.
 * - `gap`: none of these. There must be none.
 */
export type Status = 'rule' | 'inventory' | 'planned' | 'reason' | 'gap';

export const statuses = [
  'rule',
  'inventory',
  'planned',
  'reason',
  'gap',
] as const satisfies readonly Status[];

export interface CoveredAction extends KnownAction {
  readonly status: Status;
  /** Ids of the rules that name it or that it ends. */
  readonly rules: readonly string[];
  /** Id of the reason or plan. */
  readonly reason?: string;
}

export interface Coverage {
  readonly actions: readonly CoveredAction[];
  /** What is wrong with the lists, a sentence each; empty when the proof holds. */
  readonly faults: readonly string[];
}

export interface Explanations {
  readonly reasons: readonly Reason[];
  readonly planned: readonly Planned[];
}

const toTest = (pattern: string): ((action: string) => boolean) => {
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^:]*');
  const expression = new RegExp(`^${source}$`);
  return (action) => expression.test(action);
};

interface Entry {
  readonly explanation: Reason | Planned;
  readonly pattern: string;
  readonly covers: (known: KnownAction) => boolean;
}

const entriesOf = (explanations: readonly (Reason | Planned)[]): readonly Entry[] =>
  explanations.flatMap((explanation) =>
    explanation.actions.map((pattern) => {
      const test = toTest(pattern);
      const { levels } = explanation;
      const isExact = !pattern.includes('*');
      return {
        explanation,
        pattern,
        covers: ({ action, level }: KnownAction) =>
          test(action) && (isExact || levels === undefined || levels.includes(level)),
      };
    }),
  );

interface Explained extends CoveredAction {
  readonly entry?: Entry;
}

const explain = (known: KnownAction, rules: readonly Rule[], entries: readonly Entry[]): Explained => {
  const { named, recorded, ended } = watchingOf(known, rules);
  const ids = [...new Set([...named, ...ended, ...recorded].map(({ id }) => id))];
  if (named.length + ended.length > 0) return { ...known, status: 'rule', rules: ids };
  if (recorded.length > 0) return { ...known, status: 'inventory', rules: ids };
  const entry = entries.find(({ covers }) => covers(known));
  if (!entry) return { ...known, status: 'gap', rules: [] };
  const status = isPlan(entry.explanation) ? 'planned' : 'reason';
  return { ...known, status, rules: [], reason: entry.explanation.id, entry };
};

const isPlan = (explanation: Reason | Planned): explanation is Planned => 'waitsFor' in explanation;

const staleness = (
  { explanation, pattern, covers }: Entry,
  actions: readonly Explained[],
): string | undefined => {
  const where = `"${pattern}" of ${isPlan(explanation) ? 'plan' : 'reason'} ${explanation.id}`;
  const meant = actions.filter(covers);
  if (meant.length === 0) return `${where} names no action that exists. Remove it.`;
  // Whoever writes one rule of a plan need not edit the plan as well.
  if (isPlan(explanation)) return undefined;
  if (meant.some(({ entry }) => entry?.explanation === explanation && entry.pattern === pattern))
    return undefined;
  const watched = meant.flatMap(({ rules }) => rules);
  return watched.length > 0
    ? `${where} is stale: watched by ${[...new Set(watched)].join(', ')}. Remove it.`
    : `${where} explains nothing that an earlier reason does not explain. Remove it.`;
};

const donePlans = (plans: readonly Planned[], actions: readonly Explained[]): readonly string[] =>
  plans
    .filter((plan) => !actions.some(({ entry }) => entry?.explanation === plan))
    .map(({ id }) => `Plan ${id} is done: every action of it has a rule. Remove it.`);

const serviceOf = (action: string): string => action.slice(0, action.indexOf(':'));

/** A rule that names an action which does not exist never fires. */
const unknownTriggers = (rules: readonly Rule[], actions: readonly KnownAction[]): readonly string[] => {
  const known = new Set(actions.map(({ action }) => action.toLowerCase()));
  return rules.flatMap(({ id, on, undoneBy = [] }) =>
    [...('actions' in on ? on.actions : []), ...undoneBy.flatMap((undo) => undo.actions)]
      .filter((action) => wholeServices.has(serviceOf(action)) && !known.has(action.toLowerCase()))
      .map(
        (action) =>
          `Rule ${id} names ${action}, which is no known action. Mend the name, or add it to other-events.ts with its source.`,
      ),
  );
};

/** Says of every known action whether rules watch it or why none does, and what is wrong with the explanations. */
export const coverageOf = (
  rules: readonly Rule[],
  explanations: Explanations = { reasons, planned },
  known: readonly KnownAction[] = knownActions,
): Coverage => {
  const entries = entriesOf([...explanations.planned, ...explanations.reasons]);
  const explained = known.map((one) => explain(one, rules, entries));
  const gaps = explained.filter(({ status }) => status === 'gap');
  return {
    actions: explained.map(({ entry: _, ...action }) => action),
    faults: [
      ...gaps.map(
        ({ action, level }) => `${action} (${level}) has neither a rule nor a reason. Write one of them.`,
      ),
      ...entries.map((entry) => staleness(entry, explained)).filter((fault) => fault !== undefined),
      ...donePlans(explanations.planned, explained),
      ...unknownTriggers(rules, known),
    ],
  };
};
