import { analyzeEscalation, type OpenPath } from '../../policy/escalation/analyze.ts';
import { isAdministrator } from '../../policy/escalation/is-administrator.ts';
import { escalationPaths } from '../../policy/escalation/paths/all.ts';
import type { AuthorizationDetails } from '../snapshot-identities.ts';
import { type AccountHolder, accountHolders, type UnreadPolicy } from './account-holders.ts';
import type { Edge } from './edge.ts';
import { adminGroupsOf, givesEverything } from './everything.ts';
import { partsOf, type Reached, reachOf } from './reach.ts';
import { type Route, routesToAdministrator } from './routes.ts';
import { terrainOf } from './terrain.ts';

/** A user or role and where it can get. */
export interface GraphPrincipal {
  readonly arn: string;
  readonly type: 'user' | 'role';
  readonly administrator: boolean;
  /** Empty for administrators: they are there already. */
  readonly edges: readonly Edge[];
  /** The shortest way to administrator; absent when there is none. */
  readonly route?: Route;
}

/** Who of an account can become whom. */
export interface EscalationGraph {
  readonly principals: readonly GraphPrincipal[];
  /** Policies that could not be read: who holds them may reach more than is shown. */
  readonly unread: readonly UnreadPolicy[];
}

const idsByObject = () => {
  const known = new Map<object, number>();
  return (policy: object): number => {
    const id = known.get(policy) ?? known.size;
    known.set(policy, id);
    return id;
  };
};

/** With the whole account at hand a path to nobody leads nowhere; what only a workload can show stays. */
const leadsNowhere = (
  { path }: OpenPath,
  { to, toAdministrator }: Pick<Edge, 'to' | 'toAdministrator'>,
): boolean =>
  (path.proof === 'target' || path.proof === 'passed-role') && to.length === 0 && !toAdministrator;

const edgeOf = (open: OpenPath, to: Edge['to'], joinsAdmins: () => boolean): Edge | undefined => {
  const { path, verdict, conditions } = open;
  const toAdministrator = givesEverything(open, to) || (path.id === 'iam-013' && joinsAdmins());
  if (leadsNowhere(open, { to, toAdministrator })) return undefined;
  return {
    path: path.id,
    title: path.title,
    verdict: to.length > 0 || toAdministrator ? 'confirmed' : verdict,
    conditions,
    to,
    toAdministrator,
    ...(path.workload === undefined ? {} : { needs: path.workload }),
  };
};

/** A trust policy that names a user or role of its own account needs no permission of theirs ("How IAM roles work", IAM User Guide). */
const assumption: readonly OpenPath[] = escalationPaths
  .filter(({ id }) => id === 'sts-001')
  .map((path) => ({ path, verdict: 'capable', actions: ['sts:AssumeRole'], conditions: [] }));

const withAssumption = (open: readonly OpenPath[]): readonly OpenPath[] =>
  open.some(({ path }) => path.id === 'sts-001') ? open : [...open, ...assumption];

const edgesOf = (
  { compiled }: AccountHolder,
  at: string,
  reached: (holder: AccountHolder['compiled'], open: OpenPath) => Edge['to'],
  joinsAdmins: ReturnType<typeof adminGroupsOf>,
): readonly Edge[] =>
  withAssumption(analyzeEscalation(compiled, at)).flatMap((open) => {
    const { proof } = open.path;
    const to = proof === 'target' || proof === 'passed-role' ? reached(compiled, open) : [];
    return edgeOf(open, to, () => joinsAdmins(compiled)) ?? [];
  });

/**
 * Who of an account can become whom, and how many steps it is to administrator. Pure. Control policies of the organisation are not in the
 * details and are not counted; conditions that are not known count as open and are named.
 *
 * @param at the time at which it is asked, ISO 8601
 */
export const escalationGraph = (details: AuthorizationDetails, at: string): EscalationGraph => {
  const { holders, unread } = accountHolders(details);
  const terrain = terrainOf(holders, at);
  const answers = new Map<string, readonly Reached[]>();
  const idOf = idsByObject();
  const reached = (holder: AccountHolder['compiled'], { path }: OpenPath): Edge['to'] => {
    const shared = partsOf(holder, path, idOf).map((part) => {
      const known = answers.get(part.key) ?? reachOf(part.holder, path, terrain, 'shared');
      answers.set(part.key, known);
      return known;
    });
    return [...shared, reachOf(holder, path, terrain, 'own')].filter((list) => list.length > 0);
  };
  const adminGroups = adminGroupsOf(details, at);
  const principals = holders.map((holder) => {
    const administrator = isAdministrator(holder.compiled, at);
    const { arn, type } = holder.compiled.holder;
    return {
      arn,
      type,
      administrator,
      edges: administrator ? [] : edgesOf(holder, at, reached, adminGroups),
    };
  });
  const routes = routesToAdministrator(principals);
  return {
    principals: principals.map((principal, index) => {
      const route = routes[index];
      return route === undefined ? principal : { ...principal, route };
    }),
    unread,
  };
};
