import { anyResourcesFor, candidatesFor } from './candidates.ts';
import { could, type Possibility, type Question } from './could.ts';
import type { CompiledHolder } from './holder.ts';
import { isAdministrator } from './is-administrator.ts';
import type { EscalationPath, PathStep, StepTarget } from './path.ts';
import { escalationPaths } from './paths/all.ts';

/**
 * How sure it is.
 *
 * - `potential`: the documents hold all ingredients; whether they reach the right target is not known.
 * - `capable`: the principal could do it, by all that is known of its permissions, if there is something to do it to.
 * - `confirmed`: there is, or nothing more is needed.
 */
export type EscalationVerdict = 'potential' | 'capable' | 'confirmed';

/** A path that is open to a holder. */
export interface OpenPath {
  readonly path: EscalationPath;
  readonly verdict: EscalationVerdict;
  /** Every action it takes, `iam:PassRole` included. */
  readonly actions: readonly string[];
  /** What must hold besides, for people; empty when nothing must. */
  readonly conditions: readonly string[];
  /** ARN of what it was confirmed on. */
  readonly target?: string;
}

/** What was found out about one path: undefined when it is closed. */
type Way = {
  readonly verdict: EscalationVerdict;
  readonly conditions: readonly string[];
  readonly target?: string;
};

const strongest = 'AdministratorAccess';
/** What the steps add, where the caller chooses it: the strongest policy there is. */
const choices = (holder: CompiledHolder): Question['context'] => ({
  'iam:PolicyARN': `arn:${holder.holder.arn.split(':')[1] ?? 'aws'}:iam::aws:policy/${strongest}`,
});

const all = (possibilities: readonly (Possibility | undefined)[]): Possibility | undefined => {
  const known = possibilities.filter((one) => one !== undefined);
  return known.length < possibilities.length
    ? undefined
    : { conditions: [...new Set(known.flatMap(({ conditions }) => conditions))] };
};

/** The one that asks least. */
const easiest = <T extends Possibility>(ways: readonly (T | undefined)[]): T | undefined =>
  ways.filter((way) => way !== undefined).toSorted((a, b) => a.conditions.length - b.conditions.length)[0];

/** Tries one action on one resource: with the strongest policy, else with whichever the conditions leave. */
const tried = (
  holder: CompiledHolder,
  action: string,
  resource: string,
  at: string,
  more: Partial<Question> = {},
): (Possibility & { readonly limited?: true }) | undefined => {
  const context = { ...choices(holder), ...more.context };
  const free = could(holder, { action, resource, ...more, context }, at);
  if (free !== undefined) return free;
  const limited = could(holder, { action, resource, ...more }, at);
  return limited === undefined || !/Policy$/i.test(action) ? undefined : { ...limited, limited: true };
};

const boundaryContext = ({ holder }: CompiledHolder): Partial<Question> =>
  holder.boundary === undefined
    ? { absent: ['iam:PermissionsBoundary'] }
    : holder.boundaryArn === undefined
      ? {}
      : { context: { 'iam:PermissionsBoundary': holder.boundaryArn } };

const onAny = (
  holder: CompiledHolder,
  action: string,
  at: string,
  context: Question['context'] = {},
): Possibility | undefined =>
  easiest(
    anyResourcesFor(holder, action).map((resource) => could(holder, { action, resource, context }, at)),
  );

const passing = (holder: CompiledHolder, services: readonly string[], at: string): Possibility | undefined =>
  easiest(
    services.flatMap((service) =>
      candidatesFor(holder, 'role', ['iam:PassRole']).map((role) =>
        could(
          holder,
          { action: 'iam:PassRole', resource: role, context: { 'iam:PassedToService': service } },
          at,
        ),
      ),
    ),
  );

const isCustomerPolicy = (arn: string): boolean => !/:iam::aws:/.test(arn);

/** Targets that belong to the holder: known, or samples that may be it. */
const ownTargets = (
  holder: CompiledHolder,
  on: StepTarget,
  actions: readonly string[],
): { readonly known: readonly string[]; readonly perhaps: readonly string[] } => {
  if (on === 'self') return { known: [holder.holder.arn], perhaps: [] };
  if (on === 'own-policy')
    return {
      known: (holder.holder.attached ?? []).filter(isCustomerPolicy),
      perhaps: candidatesFor(holder, 'policy', actions),
    };
  return {
    known: holder.holder.groups ?? [],
    // Known to be in no group: then there is none to change.
    perhaps: holder.holder.groups?.length === 0 ? [] : candidatesFor(holder, 'group', actions),
  };
};

const boundaryLimit = 'the permissions boundary limits what is gained';

/** A change of itself gains no more than its boundary allows. */
const withinBoundary = (holder: CompiledHolder, path: EscalationPath, at: string): readonly string[] =>
  holder.holder.boundary === undefined ||
  path.needsBoundary ||
  isAdministrator({ ...holder, set: { identity: holder.set.boundary ?? [] } }, at)
    ? []
    : [boundaryLimit];

const selfWay = (holder: CompiledHolder, path: EscalationPath, at: string): Way | undefined => {
  const [step] = path.steps;
  if (step === undefined) return undefined;
  const { known, perhaps } = ownTargets(holder, step.on, [step.action]);
  const try1 = (resource: string) => {
    const possibility = tried(
      holder,
      step.action,
      resource,
      at,
      step.on === 'self' ? boundaryContext(holder) : {},
    );
    return possibility && { ...possibility, target: resource };
  };
  const sure = easiest(known.map(try1));
  const limits = withinBoundary(holder, path, at);
  if (sure !== undefined) {
    const conditions = [
      ...sure.conditions,
      ...limits,
      ...(sure.limited ? ['only policies that the condition on iam:PolicyARN lets through'] : []),
    ];
    return {
      verdict: limits.length > 0 || sure.limited ? 'potential' : 'confirmed',
      conditions,
      target: sure.target,
    };
  }
  const maybe = easiest(perhaps.map(try1));
  if (maybe === undefined) return undefined;
  const what =
    step.on === 'own-policy'
      ? 'a policy that it covers must be attached to the caller'
      : 'the caller must be in a group that it covers';
  return { verdict: 'potential', conditions: [...maybe.conditions, ...limits, what] };
};

/** Steps done to one and the same target must all be possible on it; of several kinds of target, each has its own. */
const onTargets = (
  holder: CompiledHolder,
  steps: readonly PathStep[],
  at: string,
): (Possibility & { readonly limited?: true }) | undefined => {
  const kinds = Map.groupBy(steps, ({ on }) => on);
  const ways = [...kinds].map(([on, group]) => {
    const actions = group.map(({ action }) => action);
    if (on === 'any') return all(actions.map((action) => onAny(holder, action, at)));
    return easiest(
      candidatesFor(holder, on, actions).map((target) =>
        all(actions.map((action) => tried(holder, action, target, at))),
      ),
    );
  });
  return all(ways);
};

const otherWay = (holder: CompiledHolder, path: EscalationPath, at: string): Way | undefined => {
  const steps = onTargets(holder, path.steps, at);
  const role = path.passesTo === undefined ? { conditions: [] } : passing(holder, path.passesTo, at);
  const possibility = all([steps, role]);
  if (possibility === undefined) return undefined;
  return { verdict: path.proof === 'caller' ? 'confirmed' : 'capable', conditions: possibility.conditions };
};

/** Whether the path is meant for such a caller at all. */
const fits = ({ holder }: CompiledHolder, { caller, needsBoundary }: EscalationPath): boolean =>
  (caller === undefined || caller === holder.type) && (!needsBoundary || holder.boundary !== undefined);

const actionsOf = ({ steps, passesTo }: EscalationPath): readonly string[] => [
  ...(passesTo === undefined ? [] : ['iam:PassRole']),
  ...steps.map(({ action }) => action),
];

/** Paths of which a detached Deny is the gain need a Deny to shed. */
const shedsDeny = /^(detach-own|delete-own|leave-group)/;

const hasDeny = ({ holder }: CompiledHolder): boolean =>
  holder.policies.some(({ statements }) => statements.some(({ effect }) => effect === 'Deny'));

/**
 * The ways in which a user or role could get more than it was given, by its effective permissions: all its policies together, its
 * boundary and control policies. Conditions that are not known count as open and are named. Without state of the account the best
 * verdict for most paths is `capable`; `confirmPaths` takes it further.
 *
 * @param at the time at which it is asked, ISO 8601
 */
export const analyzeEscalation = (
  holder: CompiledHolder,
  at: string,
  paths: readonly EscalationPath[] = escalationPaths,
): readonly OpenPath[] =>
  paths
    .filter((path) => fits(holder, path) && (!shedsDeny.test(path.id) || hasDeny(holder)))
    .flatMap((path) => {
      const isOwn = path.steps.every(({ on }) => on === 'self' || on.startsWith('own-'));
      const way = isOwn ? selfWay(holder, path, at) : otherWay(holder, path, at);
      return way === undefined ? [] : [{ path, actions: actionsOf(path), ...way }];
    });
