import type { ActionCatalogue, ActionDetail } from './actions/action-catalogue.ts';
import { type AccessLevel, accessLevels } from './actions/action-data.ts';
import { coveredActions } from './actions/covered-actions.ts';
import { coversGrant, coversResources, type Grant } from './compare-grants.ts';
import type { Policy, Statement } from './policy.ts';
import { StepBudget } from './step-budget.ts';

/**
 * What became of an action.
 *
 * - `gained`, `lost`: allowed now and not before, and the reverse.
 * - `widened`, `narrowed`: allowed both times; now on resources or under conditions where it was not, and the reverse. Both may be true.
 * - `undenied`, `denied`: a Deny of it is gone, or shrank; a Deny of it is new, or grew.
 */
export type ActionChange = 'gained' | 'widened' | 'undenied' | 'lost' | 'narrowed' | 'denied';

export const actionChanges: readonly ActionChange[] = [
  'gained',
  'widened',
  'undenied',
  'lost',
  'narrowed',
  'denied',
];

export interface LevelGroup {
  readonly level: AccessLevel;
  /** As AWS writes them, sorted. */
  readonly actions: readonly string[];
}

/** By kind of change the actions, the strongest level first. */
export type ActionDiff = { readonly [change in ActionChange]: readonly LevelGroup[] };

/** The statements of both documents that are about one action. */
interface Sides {
  readonly before: readonly Statement[];
  readonly after: readonly Statement[];
}

const having = (statements: readonly Statement[], effect: Statement['effect']): readonly Statement[] =>
  statements.filter((statement) => statement.effect === effect);

const isTakenBack = (grant: Grant, denials: readonly Statement[], budget: StepBudget): boolean =>
  denials.some((denial) => coversResources(denial.resources, grant.resources, budget));

const allowedBy = (statements: readonly Statement[], budget: StepBudget): readonly Statement[] => {
  const denials = having(statements, 'Deny').filter(({ conditions }) => conditions.length === 0);
  return having(statements, 'Allow').filter((grant) => !isTakenBack(grant, denials, budget));
};

const grantKeys = new WeakMap<Statement, string>();

/** Statements with the same key give the same of an action that both cover. */
const grantKey = (statement: Statement): string => {
  const known = grantKeys.get(statement) ?? JSON.stringify([statement.resources, statement.conditions]);
  grantKeys.set(statement, known);
  return known;
};

/** Whether some grant is not within one of the others. */
const goesBeyond = (
  grants: readonly Statement[],
  others: readonly Statement[],
  budget: StepBudget,
): boolean => {
  const same = new Set(others.map(grantKey));
  const rest = new Map(grants.map((grant) => [grantKey(grant), grant]));
  return [...rest].some(
    ([key, grant]) => !same.has(key) && !others.some((other) => coversGrant(other, grant, budget)),
  );
};

const changesOf = ({ before, after }: Sides, budget: StepBudget): readonly ActionChange[] => {
  const was = allowedBy(before, budget);
  const is = allowedBy(after, budget);
  const [oldDenials, newDenials] = [having(before, 'Deny'), having(after, 'Deny')];
  const changes: Readonly<Record<ActionChange, boolean>> = {
    gained: was.length === 0 && is.length > 0,
    widened: was.length > 0 && goesBeyond(is, was, budget),
    undenied: goesBeyond(oldDenials, newDenials, budget),
    lost: was.length > 0 && is.length === 0,
    narrowed: is.length > 0 && goesBeyond(was, is, budget),
    denied: goesBeyond(newDenials, oldDenials, budget),
  };
  return actionChanges.filter((change) => changes[change]);
};

/** Statements, each once, that have the same Action element. */
interface SameActions {
  readonly isBefore: boolean;
  readonly statements: readonly Statement[];
}

const distinct = (statements: readonly Statement[]): readonly Statement[] => [
  ...new Map(statements.map((one) => [`${one.effect} ${grantKey(one)}`, one])).values(),
];

const byActions = (statements: readonly Statement[], isBefore: boolean): ReadonlyMap<string, SameActions> =>
  new Map(
    [...Map.groupBy(statements, ({ actions }) => JSON.stringify(actions))].map(([key, same]) => [
      key,
      { isBefore, statements: distinct(same) },
    ]),
  );

/** For each action the statements of both documents that are about it. */
const statementsByAction = (
  groups: readonly SameActions[],
  catalogue: ActionCatalogue,
  budget: StepBudget,
): ReadonlyMap<ActionDetail, readonly number[]> => {
  const found = new Map<ActionDetail, number[]>();
  const coverage = new Map<string, ReadonlySet<ActionDetail>>();
  for (const [at, { statements }] of groups.entries()) {
    const [{ actions } = { actions: { except: false, patterns: [] } }] = statements;
    const key = JSON.stringify(actions);
    const covered = coverage.get(key) ?? coveredActions(actions, catalogue, budget);
    coverage.set(key, covered);
    budget.spend(covered.size >> 2);
    for (const action of covered) {
      const known = found.get(action);
      if (known === undefined) found.set(action, [at]);
      else known.push(at);
    }
  }
  return found;
};

const grouped = (details: readonly ActionDetail[]): readonly LevelGroup[] =>
  accessLevels
    .map((level) => ({
      level,
      actions: details
        .filter((detail) => detail.level === level)
        .map(({ action }) => action)
        .sort(),
    }))
    .filter(({ actions }) => actions.length > 0);

const sidesOf = (groups: readonly SameActions[], at: readonly number[]): Sides => {
  const about = at.flatMap((index) => groups[index] ?? []);
  const statementsOf = (isBefore: boolean) =>
    about.filter((group) => group.isBefore === isBefore).flatMap(({ statements }) => statements);
  return { before: statementsOf(true), after: statementsOf(false) };
};

/**
 * What a change of a document does to the actions that the catalogue knows. Looks at the document alone. Resources and conditions are
 * compared as they are written, so that two ways to say the same may show as widened and narrowed at once; what is in none of the lists
 * has certainly not changed.
 *
 * @throws PolicyLimitError for documents of more different patterns and statements than AWS would accept
 */
export const diffActions = (
  before: Policy,
  after: Policy,
  catalogue: ActionCatalogue,
  budget: StepBudget = new StepBudget(),
): ActionDiff => {
  const groups = [
    ...byActions(before.statements, true).values(),
    ...byActions(after.statements, false).values(),
  ];
  const known = new Map<string, readonly ActionChange[]>();
  const found: Record<ActionChange, ActionDetail[]> = {
    gained: [],
    widened: [],
    undenied: [],
    lost: [],
    narrowed: [],
    denied: [],
  };
  for (const [action, at] of statementsByAction(groups, catalogue, budget)) {
    const key = at.join();
    const changes = known.get(key) ?? changesOf(sidesOf(groups, at), budget);
    known.set(key, changes);
    for (const change of changes) found[change].push(action);
  }
  return Object.fromEntries(actionChanges.map((change) => [change, grouped(found[change])])) as ActionDiff;
};
