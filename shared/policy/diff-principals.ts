import { coversGrant } from './compare-grants.ts';
import { coversPattern } from './compare-patterns.ts';
import { patternOf } from './pattern.ts';
import type { Policy, Principal, Scope, Statement } from './policy.ts';

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

const lower = ({ patterns }: Scope) => patterns.map((pattern) => patternOf(pattern.toLowerCase()));

const coversActions = (outer: Scope, inner: Scope): boolean => {
  const [wide, narrow] = [lower(outer), lower(inner)];
  if (outer.except !== inner.except) return false;
  return outer.except
    ? wide.every((left) => narrow.some((out) => coversPattern(out, left)))
    : narrow.every((each) => wide.some((one) => coversPattern(one, each)));
};

const isWithin = (inner: Saying, outer: Saying): boolean => {
  const [key, wider] = [keyOf(inner.principal), keyOf(outer.principal)];
  return (
    (key === wider || (wider === everyone && !inner.principal.except)) &&
    coversActions(outer.statement.actions, inner.statement.actions) &&
    coversGrant(outer.statement, inner.statement)
  );
};

const beyond = (some: readonly Saying[], others: readonly Saying[]): readonly Saying[] =>
  some.filter((saying) => !others.some((other) => isWithin(saying, other)));

const distinct = (some: readonly Saying[]): readonly ChangedPrincipal[] => [
  ...new Map(some.map(({ principal }) => [keyOf(principal), principal])).values(),
];

const named = (some: readonly Saying[]): ReadonlySet<string> =>
  new Set(some.map(({ principal }) => keyOf(principal)));

/** Whom a change of a resource or trust policy lets in or shuts out. Sayings are compared as they are written, one by one. */
export const diffPrincipals = (before: Policy, after: Policy): PrincipalDiff => {
  const [was, is] = [sayings(before, 'Allow'), sayings(after, 'Allow')];
  const [denied, denies] = [sayings(before, 'Deny'), sayings(after, 'Deny')];
  const [more, fewer] = [beyond(is, was), beyond(was, is)];
  const [old, now] = [named(was), named(is)];
  const isIn = (names: ReadonlySet<string>) => (saying: Saying) => names.has(keyOf(saying.principal));
  const isNotIn = (names: ReadonlySet<string>) => (saying: Saying) => !names.has(keyOf(saying.principal));
  return {
    gained: distinct(more.filter(isNotIn(old))),
    widened: distinct(more.filter(isIn(old))),
    undenied: distinct(beyond(denied, denies)),
    lost: distinct(fewer.filter(isNotIn(now))),
    narrowed: distinct(fewer.filter(isIn(now))),
    denied: distinct(beyond(denies, denied)),
  };
};
