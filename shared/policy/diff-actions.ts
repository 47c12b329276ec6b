import type { ActionCatalogue, ActionDetail } from './actions/action-catalogue.ts';
import { type AccessLevel, accessLevels } from './actions/action-data.ts';
import { coversGrant, coversResources, type Grant } from './compare-grants.ts';
import { compileAction } from './match-action.ts';
import type { Policy, Statement } from './policy.ts';

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

const covered = (
  statements: readonly Statement[],
  catalogue: ActionCatalogue,
): readonly Set<ActionDetail>[] =>
  statements.map(({ actions }) => {
    if (!actions.except) return new Set(actions.patterns.flatMap((pattern) => catalogue.covered(pattern)));
    const covers = compileAction(actions);
    return new Set(catalogue.covered('*').filter(({ action }) => covers(action.toLowerCase())));
  });

/** The statements of both documents that are about one action. */
interface Sides {
  readonly before: readonly Statement[];
  readonly after: readonly Statement[];
}

const having = (statements: readonly Statement[], effect: Statement['effect']): readonly Statement[] =>
  statements.filter((statement) => statement.effect === effect);

const isTakenBack = (grant: Grant, denials: readonly Statement[]): boolean =>
  denials.some(
    (denial) => denial.conditions.length === 0 && coversResources(denial.resources, grant.resources),
  );

const allowedBy = (statements: readonly Statement[]): readonly Grant[] => {
  const denials = having(statements, 'Deny');
  return having(statements, 'Allow').filter((grant) => !isTakenBack(grant, denials));
};

/** Whether some grant is not within one of the others. */
const goesBeyond = (grants: readonly Grant[], others: readonly Grant[]): boolean =>
  grants.some((grant) => !others.some((other) => coversGrant(other, grant)));

const changesOf = ({ before, after }: Sides): readonly ActionChange[] => {
  const was = allowedBy(before);
  const is = allowedBy(after);
  const [oldDenials, newDenials] = [having(before, 'Deny'), having(after, 'Deny')];
  const changes: Readonly<Record<ActionChange, boolean>> = {
    gained: was.length === 0 && is.length > 0,
    widened: was.length > 0 && goesBeyond(is, was),
    undenied: goesBeyond(oldDenials, newDenials),
    lost: was.length > 0 && is.length === 0,
    narrowed: is.length > 0 && goesBeyond(was, is),
    denied: goesBeyond(newDenials, oldDenials),
  };
  return actionChanges.filter((change) => changes[change]);
};

const indexesOf = (sets: readonly Set<ActionDetail>[], action: ActionDetail): readonly number[] =>
  sets.flatMap((set, index) => (set.has(action) ? [index] : []));

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

/**
 * What a change of a document does to the actions that the catalogue knows. Looks at the document alone. Resources and conditions are
 * compared as they are written, so that two ways to say the same may show as widened and narrowed at once; what is in none of the lists
 * has certainly not changed.
 */
export const diffActions = (before: Policy, after: Policy, catalogue: ActionCatalogue): ActionDiff => {
  const old = covered(before.statements, catalogue);
  const now = covered(after.statements, catalogue);
  const known = new Map<string, readonly ActionChange[]>();
  const found: Record<ActionChange, ActionDetail[]> = {
    gained: [],
    widened: [],
    undenied: [],
    lost: [],
    narrowed: [],
    denied: [],
  };
  for (const action of new Set([...old, ...now].flatMap((set) => [...set]))) {
    const [inOld, inNow] = [indexesOf(old, action), indexesOf(now, action)];
    const key = `${inOld.join()}|${inNow.join()}`;
    const sides = {
      before: inOld.flatMap((index) => before.statements[index] ?? []),
      after: inNow.flatMap((index) => after.statements[index] ?? []),
    };
    const changes = known.get(key) ?? changesOf(sides);
    known.set(key, changes);
    for (const change of changes) found[change].push(action);
  }
  return Object.fromEntries(actionChanges.map((change) => [change, grouped(found[change])])) as ActionDiff;
};
