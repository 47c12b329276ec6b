import { accountOfArn } from '../arn.ts';
import { coversAction } from '../match-pattern.ts';
import type { Policy } from '../policy.ts';
import { reducePolicy } from '../reduce-policy.ts';
import { analyzeEscalation, type OpenPath } from './analyze.ts';
import { type CompiledHolder, compileHolder } from './holder.ts';
import type { EscalationPath } from './path.ts';

/** A path that a document opens to whoever it is attached to. */
export interface DocumentPath {
  readonly path: EscalationPath;
  /** Every action it takes. */
  readonly actions: readonly string[];
  /** `capable`: whoever holds the document could do it; `potential`: only if the conditions hold. */
  readonly verdict: 'potential' | 'capable';
  readonly conditions: readonly string[];
  /** It leads to roles that the document names one by one: more access only if they have more. */
  readonly byName?: true;
}

/** Stands for an account where the document names none. */
const anyAccount = '000000000000';
/** A document is about one account, seldom about more; patterns are tried in as many. */
const mostAccounts = 3;
/** Stands for a name that nobody has. */
const anyName = 'trailwarden-any-holder';

/** The accounts in the document's ARNs, those that most name first. */
const accountsOf = ({ statements }: Policy): readonly string[] => {
  const counts = new Map<string, number>();
  for (const arn of statements.flatMap(({ resources }) => resources.patterns)) {
    const account = accountOfArn(arn);
    if (account !== undefined) counts.set(account, (counts.get(account) ?? 0) + 1);
  }
  const named = [...counts].toSorted(([, a], [, b]) => b - a).map(([account]) => account);
  return named.length === 0 ? [anyAccount] : named.slice(0, mostAccounts);
};

const holderOf = (policy: Policy, type: 'user' | 'role', account: string): CompiledHolder =>
  compileHolder({
    type,
    arn: `arn:aws:iam::${account}:${type}/${anyName}`,
    name: anyName,
    account,
    policies: [policy],
  });

/** Actions whose resource is the role that is gained. */
const rolesByAction = ['iam:PassRole', 'sts:AssumeRole'];

/** The roles that an action is allowed on, when all are named without wildcards; undefined when some are not. */
const namedRoles = ({ statements }: Policy, action: string): readonly string[] | undefined => {
  const scopes = statements
    .filter(({ effect, actions }) => effect === 'Allow' && coversAction(actions, action))
    .map(({ resources }) => resources);
  const names = scopes.flatMap(({ patterns }) => patterns);
  return scopes.some(({ except }) => except) || names.some((name) => /[*?]|\$\{/.test(name))
    ? undefined
    : names;
};

const asDocumentPath = (
  { path, actions, verdict, conditions }: OpenPath,
  roles: ReadonlyMap<string, readonly string[] | undefined>,
): DocumentPath => {
  // A role that is passed comes first; one that is taken on is all there is to its path.
  const [gains = ''] = actions;
  const names = path.passesTo !== undefined || actions.length === 1 ? roles.get(gains) : undefined;
  const isOpen = verdict === 'potential' || conditions.length > 0 || names !== undefined;
  return {
    path,
    actions,
    verdict: isOpen ? 'potential' : 'capable',
    conditions: names === undefined ? conditions : [...conditions, `${named(names)} may do more`],
    ...(names === undefined ? {} : { byName: true }),
  };
};

const named = (roles: readonly string[]): string =>
  roles.length > 2
    ? `${roles.slice(0, 2).join(', ')} or one of ${roles.length - 2} more`
    : roles.join(' or ');

/** Of the same path the one that asks less. */
const isEasier = (a: DocumentPath, b: DocumentPath | undefined): boolean =>
  b === undefined || a.conditions.length < b.conditions.length;

/**
 * The paths that one identity document opens by itself to a user or a role that holds nothing else. What is split over several
 * documents is not seen here, and neither is what a boundary or another document takes away: `analyzeEscalation` is for principals.
 *
 * @param account whose the document is, 12 digits; left out, it is taken from the document's ARNs
 * @param at the time at which it is asked, ISO 8601; undefined: conditions on the time are open
 * @throws PolicyLimitError for a document of more statements and entries than AWS would accept
 */
export const analyzeDocument = (
  document: Policy,
  account: string | undefined,
  at: string | undefined,
): readonly DocumentPath[] => {
  const policy = reducePolicy(document);
  const roles = new Map(rolesByAction.map((action) => [action, namedRoles(policy, action)]));
  const found = new Map<string, DocumentPath>();
  for (const each of account === undefined ? accountsOf(policy) : [account])
    for (const type of ['user', 'role'] as const)
      for (const open of analyzeEscalation(holderOf(policy, type, each), at)) {
        const path = asDocumentPath(open, roles);
        if (isEasier(path, found.get(path.path.id))) found.set(path.path.id, path);
      }
  return [...found.values()];
};
