import type { CompiledPolicy } from '../../policy/compile-policy.ts';
import { actionsOf } from '../../policy/escalation/analyze.ts';
import { could, type Possibility } from '../../policy/escalation/could.ts';
import type { CompiledHolder } from '../../policy/escalation/holder.ts';
import type { EscalationPath } from '../../policy/escalation/path.ts';
import { canAssume } from './role-trust.ts';
import type { Terrain } from './terrain.ts';

/** Somebody whom a path reaches, by position among the holders, and what must hold for it. */
export interface Reached {
  readonly to: number;
  readonly conditions: readonly string[];
}

/** Nothing must hold: one list for all, since there are many. */
const nothing: readonly string[] = [];

const together = (possibilities: readonly (Possibility | undefined)[]): readonly string[] | undefined => {
  const known = possibilities.filter((one) => one !== undefined);
  if (known.length < possibilities.length) return undefined;
  const conditions = known.flatMap((one) => one.conditions);
  return conditions.length === 0 ? nothing : [...new Set(conditions)];
};

/** A role that AWS keeps for itself cannot be changed, and its service alone takes it on. */
const isKept = (arn: string): boolean => /:role\/(aws-service-role|aws-reserved)\//.test(arn);

const changes = ({ steps }: EscalationPath): boolean =>
  steps.some(({ action }) => action !== 'sts:AssumeRole');
const rewritesTrust = ({ steps }: EscalationPath): boolean =>
  steps.some(({ action }) => action === 'iam:UpdateAssumeRolePolicy');

/** What one path does to one target: every step that is done to it, and the trust policy where the role is taken on. */
const onTarget = (
  holder: CompiledHolder,
  path: EscalationPath,
  to: number,
  { holders, trusts, at }: Terrain,
): readonly string[] | undefined => {
  const target = holders[to];
  if (target === undefined) return undefined;
  const { arn, type } = target.compiled.holder;
  if (changes(path) && isKept(arn)) return undefined;
  const letsItselfIn = rewritesTrust(path);
  const trust = trusts[to];
  return together(
    path.steps
      .filter(({ on }) => on === type)
      .map(({ action }) => {
        if (action !== 'sts:AssumeRole' || letsItselfIn) return could(holder, { action, resource: arn }, at);
        return trust && canAssume(holder, target, trust, at);
      }),
  );
};

const passed = (
  holder: CompiledHolder,
  services: readonly string[],
  to: number,
  { holders, trusts, at }: Terrain,
): readonly string[] | undefined => {
  const resource = holders[to]?.compiled.holder.arn ?? '';
  for (const service of services.filter((name) => trusts[to]?.services.has(name))) {
    const found = could(
      holder,
      { action: 'iam:PassRole', resource, context: { 'iam:PassedToService': service } },
      at,
    );
    if (found !== undefined) return found.conditions.length === 0 ? nothing : found.conditions;
  }
  return undefined;
};

/** Which targets are asked about: `shared` have the same answer for all holders with the same policies, `own` have not. */
export type Share = 'shared' | 'own';

const onlyAssumes = (path: EscalationPath): boolean => path.passesTo === undefined && !changes(path);

const candidates = (
  holder: CompiledHolder,
  path: EscalationPath,
  terrain: Terrain,
  share: Share,
): readonly number[] => {
  if (onlyAssumes(path))
    return share === 'shared'
      ? terrain.rolesOfAccount
      : [...(terrain.rolesNaming.get(holder.holder.arn) ?? []), ...terrain.rolesWithConditions];
  if (share === 'own') return [];
  if (path.passesTo !== undefined)
    return [...new Set(path.passesTo.flatMap((service) => terrain.rolesOfService.get(service) ?? []))];
  return path.steps.some(({ on }) => on === 'user') ? terrain.users : terrain.roles;
};

/**
 * Whom a holder reaches by a path that is open to it: the users and roles of the account on which every step is possible, or the
 * roles that it can pass to the service.
 */
export const reachOf = (
  holder: CompiledHolder,
  path: EscalationPath,
  terrain: Terrain,
  share: Share,
): readonly Reached[] =>
  candidates(holder, path, terrain, share).flatMap((to) => {
    const conditions =
      path.passesTo === undefined
        ? onTarget(holder, path, to, terrain)
        : passed(holder, path.passesTo, to, terrain);
    return conditions === undefined ? [] : [{ to, conditions }];
  });

/** The one action that decides whom a path reaches; undefined when several do. */
const decidingAction = (path: EscalationPath): string | undefined => {
  if (path.passesTo !== undefined) return 'iam:PassRole';
  const [action, ...more] = new Set(
    path.steps.filter(({ on }) => on === 'user' || on === 'role').map((step) => step.action),
  );
  return more.length === 0 ? action : undefined;
};

const statementsOf = (policy: CompiledPolicy, actions: readonly string[]) =>
  actions.flatMap((action) => policy.statementsFor(action));

const looksAtHolder = (policy: CompiledPolicy, actions: readonly string[]): boolean =>
  statementsOf(policy, actions).some(
    ({ statement }) =>
      statement.conditions.length > 0 || statement.resources.patterns.some((text) => text.includes('${')),
  );

/** A part of the question whom a holder reaches, and a key under which its answer holds for others. */
export interface ReachPart {
  readonly key: string;
  readonly holder: CompiledHolder;
}

/**
 * Takes the question apart. When one action decides and nothing denies or limits it, each policy answers for itself, and holders share
 * the answers; otherwise the policies answer together. A policy that looks at the holder answers for this one only.
 */
export const partsOf = (
  holder: CompiledHolder,
  path: EscalationPath,
  idOf: (policy: object) => number,
): readonly ReachPart[] => {
  const action = decidingAction(path);
  const actions = (action === undefined ? actionsOf(path) : [action]).map((name) => name.toLowerCase());
  const { identity, set } = holder;
  const concerned = identity.filter((policy) => statementsOf(policy, actions).length > 0);
  const isFree = set.boundary === undefined && set.scps === undefined;
  const denies = concerned.some((policy) =>
    statementsOf(policy, actions).some(({ statement }) => statement.effect === 'Deny'),
  );
  const whose = (policies: readonly CompiledPolicy[]): string =>
    policies.some((policy) => looksAtHolder(policy, actions)) || !isFree ? holder.holder.arn : '';
  const about = action === undefined || path.passesTo !== undefined ? path.id : action;
  if (action === undefined || !isFree || denies)
    return [{ key: [about, ...concerned.map(idOf), whose(concerned)].join(' '), holder }];
  return concerned.map((policy) => ({
    key: [about, idOf(policy), whose([policy])].join(' '),
    holder: { ...holder, identity: [policy], set: { identity: [policy] } },
  }));
};
