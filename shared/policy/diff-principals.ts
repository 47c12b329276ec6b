import { coversGrant } from './compare-grants.ts';
import { coversAll } from './covers-all.ts';
import { type Pattern, patternOf } from './pattern.ts';
import type { Policy, Principal, Scope, Statement } from './policy.ts';
import { StepBudget } from './step-budget.ts';

/**
 * What became of a principal of a resource or trust policy; the words are those of `ActionChange`, said of whom a statement names:
 * `widened` is more actions, more resources or fewer conditions.
 */
export type PrincipalChange = 'gained' | 'widened' | 'undenied' | 'lost' | 'narrowed' | 'denied';

export interface ChangedPrincipal {
  /** As written: `*`, `AWS`, `Service`, `Federated` … */
  readonly type: string;
  readonly id: string;
  /** NotPrincipal: everybody but this one is meant. */
  readonly except: boolean;
}

export type PrincipalDiff = { readonly [change in PrincipalChange]: readonly ChangedPrincipal[] };

/** What one statement says of one principal. */
interface Saying {
  readonly principal: ChangedPrincipal;
  readonly statement: Statement;
}

/** `"*"` and `{"AWS": "*"}` are the same; an account's id and its root ARN are the same. */
const keyOf = ({ type, id, except }: ChangedPrincipal): string => {
  const account = /^arn:[^:]+:iam::(\d{12}):root$/.exec(id)?.[1] ?? id;
  const kind = type === '*' ? 'aws' : type.toLowerCase();
  return `${except ? '!' : ''}${kind}:${account}`;
};

const everyone = keyOf({ type: '*', id: '*', except: false });

const sayings = ({ statements }: Policy, effect: Statement['effect']): readonly Saying[] =>
  statements
    .filter((statement) => statement.effect === effect)
    .flatMap((statement) =>
      statement.principals.list.map((principal: Principal) => ({
        principal: { ...principal, except: statement.principals.except },
        statement,
      })),
    );

const lowerByScope = new WeakMap<Scope, readonly Pattern[]>();

const lower = (scope: Scope): readonly Pattern[] => {
  const texts = new Set(scope.patterns.map((pattern) => pattern.toLowerCase()));
  const known = lowerByScope.get(scope) ?? [...texts].map(patternOf);
  lowerByScope.set(scope, known);
  return known;
};

const coversActions = (outer: Scope, inner: Scope, budget: StepBudget): boolean => {
  if (outer.except !== inner.except) return false;
  return outer.except
    ? coversAll(lower(inner), lower(outer), budget)
    : coversAll(lower(outer), lower(inner), budget);
};

const coversStatement = (outer: Statement, inner: Statement, budget: StepBudget): boolean =>
  outer === inner ||
  (coversActions(outer.actions, inner.actions, budget) && coversGrant(outer, inner, budget));

/** What is said of the principals of some that the others do not say of them, or of everybody. */
const beyond = (
  some: readonly Saying[],
  others: readonly Saying[],
  budget: StepBudget,
): readonly Saying[] => {
  const byKey = Map.groupBy(others, ({ principal }) => keyOf(principal));
  const ofEveryone = byKey.get(everyone) ?? [];
  return some.filter(({ principal, statement }) => {
    const key = keyOf(principal);
    const same = byKey.get(key) ?? [];
    const wider = principal.except || key === everyone ? same : [...same, ...ofEveryone];
    return !wider.some((other) => coversStatement(other.statement, statement, budget));
  });
};

const distinct = (some: readonly Saying[]): readonly ChangedPrincipal[] => [
  ...new Map(some.map(({ principal }) => [keyOf(principal), principal])).values(),
];

const named = (some: readonly Saying[]): ReadonlySet<string> =>
  new Set(some.map(({ principal }) => keyOf(principal)));

/**
 * Whom a change of a resource or trust policy lets in or shuts out. Sayings are compared as they are written, one by one.
 *
 * @throws PolicyLimitError for documents of more different patterns and statements than AWS would accept
 */
export const diffPrincipals = (
  before: Policy,
  after: Policy,
  budget: StepBudget = new StepBudget(),
): PrincipalDiff => {
  const [was, is] = [sayings(before, 'Allow'), sayings(after, 'Allow')];
  const [denied, denies] = [sayings(before, 'Deny'), sayings(after, 'Deny')];
  const [more, fewer] = [beyond(is, was, budget), beyond(was, is, budget)];
  const [old, now] = [named(was), named(is)];
  const isIn = (names: ReadonlySet<string>) => (saying: Saying) => names.has(keyOf(saying.principal));
  const isNotIn = (names: ReadonlySet<string>) => (saying: Saying) => !names.has(keyOf(saying.principal));
  return {
    gained: distinct(more.filter(isNotIn(old))),
    widened: distinct(more.filter(isIn(old))),
    undenied: distinct(beyond(denied, denies, budget)),
    lost: distinct(fewer.filter(isNotIn(now))),
    narrowed: distinct(fewer.filter(isIn(now))),
    denied: distinct(beyond(denies, denied, budget)),
  };
};
