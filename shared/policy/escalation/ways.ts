import { type Asker, all, easiest, type Limited } from './asker.ts';
import type { Question } from './could.ts';
import { isAdministrator } from './is-administrator.ts';
import type { EscalationPath, PathStep, StepTarget } from './path.ts';

/**
 * How sure it is.
 *
 * - `potential`: the documents hold all ingredients; whether they reach the right target is not known.
 * - `capable`: the principal could do it, by all that is known of its permissions, if there is something to do it to.
 * - `confirmed`: there is, or nothing more is needed.
 */
export type EscalationVerdict = 'potential' | 'capable' | 'confirmed';

/** What was found out about a path that is not closed. */
export interface Way {
  readonly verdict: EscalationVerdict;
  /** What must hold besides, for people. */
  readonly conditions: readonly string[];
  /** ARN of what it was confirmed on. */
  readonly target?: string;
}

const boundaryLimit = 'the permissions boundary limits what is gained';
const policyLimit = 'only policies that the condition on iam:PolicyARN lets through';

const limitsOf = ({ limited }: Limited): readonly string[] => (limited ? [policyLimit] : []);

/** What is known of the boundary of what is changed, when that is the caller itself. */
const ownBoundary = ({ holder: { holder } }: Asker): Partial<Question> => {
  if (holder.boundary === undefined) return { absent: ['iam:PermissionsBoundary'] };
  return holder.boundaryArn === undefined
    ? {}
    : { context: { 'iam:PermissionsBoundary': holder.boundaryArn } };
};

const isCustomerPolicy = (arn: string): boolean => !/:iam::aws:/.test(arn);

/** Targets that belong to the holder: those that are known, and samples that may be its own. */
const ownTargets = (
  asker: Asker,
  on: StepTarget,
  action: string,
): readonly [known: readonly string[], perhaps: readonly string[]] => {
  const { arn, attached = [], groups } = asker.holder.holder;
  if (on === 'self') return [[arn], []];
  if (on === 'own-policy') return [attached.filter(isCustomerPolicy), asker.candidates('policy', [action])];
  // Known to be in no group: then there is none to change.
  return [groups ?? [], groups?.length === 0 ? [] : asker.candidates('group', [action])];
};

/** A change of itself gains no more than its boundary allows, unless that allows everything or is what is changed. */
const withinBoundary = ({ holder, at }: Asker, { needsBoundary }: EscalationPath): readonly string[] => {
  const { boundary } = holder.set;
  if (boundary === undefined || needsBoundary) return [];
  return isAdministrator({ ...holder, set: { identity: boundary } }, at) ? [] : [boundaryLimit];
};

const perhapsOwn: Partial<Record<StepTarget, string>> = {
  'own-policy': 'a policy that it covers must be attached to the caller',
  'own-group': 'the caller must be in a group that it covers',
};

const wayOnItself = (asker: Asker, path: EscalationPath, { action, on }: PathStep): Way | undefined => {
  const [known, perhaps] = ownTargets(asker, on, action);
  const tried = (resource: string) => {
    const found = asker.on(action, resource, on === 'self' ? ownBoundary(asker) : {});
    return found && { ...found, target: resource };
  };
  const sure = easiest(known, tried);
  const found = sure ?? easiest(perhaps, tried);
  if (found === undefined) return undefined;
  const limits = [...withinBoundary(asker, path), ...limitsOf(found)];
  const doubt = sure === undefined ? [perhapsOwn[on] ?? ''] : [];
  const conditions = [...found.conditions, ...limits, ...doubt];
  if (sure === undefined) return { verdict: 'potential', conditions };
  return { verdict: limits.length > 0 ? 'potential' : 'confirmed', conditions, target: sure.target };
};

/** Steps done to one kind of target must all be possible on one and the same; each kind has a target of its own. */
const onTargets = (asker: Asker, steps: readonly PathStep[]): Limited | undefined =>
  all(
    [...Map.groupBy(steps, ({ on }) => on)].map(([on, group]) => {
      const actions = group.map(({ action }) => action);
      return on === 'any'
        ? all(actions.map((action) => asker.onAny(action)))
        : easiest(asker.candidates(on, actions), (target) =>
            all(actions.map((action) => asker.on(action, target))),
          );
    }),
  );

const wayOnOthers = (asker: Asker, path: EscalationPath): Way | undefined => {
  const role = path.passesTo === undefined ? { conditions: [] } : asker.passing(path.passesTo);
  const found = role && all([role, onTargets(asker, path.steps)]);
  if (!found) return undefined;
  const verdict = path.proof === 'caller' ? 'confirmed' : 'capable';
  return {
    verdict: found.limited ? 'potential' : verdict,
    conditions: [...found.conditions, ...limitsOf(found)],
  };
};

/** Whether and how a path is open to a holder. */
export const wayOf = (asker: Asker, path: EscalationPath): Way | undefined => {
  const [own] = path.steps.filter(({ on }) => on === 'self' || on.startsWith('own-'));
  return own === undefined ? wayOnOthers(asker, path) : wayOnItself(asker, path, own);
};
