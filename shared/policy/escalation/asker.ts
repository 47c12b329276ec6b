import { anyResourcesFor, candidatesFor } from './candidates.ts';
import { could, type Possibility, type Question } from './could.ts';
import type { CompiledHolder } from './holder.ts';
import type { StepTarget } from './path.ts';

/** A possibility that the conditions limit to policies weaker than the strongest. */
export type Limited = Possibility & { readonly limited?: true };

/** All of them together; undefined when one is impossible. */
export const all = (possibilities: readonly (Limited | undefined)[]): Limited | undefined => {
  const known = possibilities.filter((one) => one !== undefined);
  if (known.length < possibilities.length) return undefined;
  const conditions = [...new Set(known.flatMap((one) => one.conditions))];
  return known.some(({ limited }) => limited) ? { conditions, limited: true } : { conditions };
};

/** The one that asks least; looks no further than at one that asks nothing. */
export const easiest = <C, T extends Possibility>(
  choices: readonly C[],
  way: (choice: C) => T | undefined,
): T | undefined => {
  let best: T | undefined;
  for (const choice of choices) {
    const found = way(choice);
    if (found !== undefined && (best === undefined || found.conditions.length < best.conditions.length))
      best = found;
    if (best?.conditions.length === 0) return best;
  }
  return best;
};

/** Answers what one holder could do; many paths ask the same. */
export interface Asker {
  readonly holder: CompiledHolder;
  /** The time at which it is asked, ISO 8601; undefined: conditions on the time are open. */
  readonly at: string | undefined;
  /** An action on one resource, with the strongest policy where the caller chooses one, else with those that conditions leave. */
  on(action: string, resource: string, more?: Partial<Question>): Limited | undefined;
  /** An action on whatever resource it is allowed on. */
  onAny(action: string): Possibility | undefined;
  /** Some role of the account to one of the services. */
  passing(services: readonly string[]): Possibility | undefined;
  /** ARNs to try actions on. */
  candidates(target: StepTarget, actions: readonly string[]): readonly string[];
}

/** Remembers by what is asked. */
const memo = <K, T>(keyOf: (question: K) => string, answer: (question: K) => T): ((question: K) => T) => {
  const known = new Map<string, { readonly value: T }>();
  return (question) => {
    const key = keyOf(question);
    const found = known.get(key) ?? { value: answer(question) };
    known.set(key, found);
    return found.value;
  };
};

/** Makes an asker for one holder. */
export const askerFor = (holder: CompiledHolder, at: string | undefined): Asker => {
  const strongest = `arn:${holder.holder.arn.split(':')[1] ?? 'aws'}:iam::aws:policy/AdministratorAccess`;
  const candidates = memo(
    ({ target, actions }: { target: StepTarget; actions: readonly string[] }) =>
      `${target} ${actions.join()}`,
    ({ target, actions }) => candidatesFor(holder, target, actions),
  );
  const passingTo = memo(
    (service: string) => service,
    (service) =>
      easiest(candidates({ target: 'role', actions: ['iam:PassRole'] }), (resource) =>
        could(holder, { action: 'iam:PassRole', resource, context: { 'iam:PassedToService': service } }, at),
      ),
  );
  return {
    holder,
    at,
    candidates: (target, actions) => candidates({ target, actions }),
    onAny: memo(
      (action: string) => action,
      (action) =>
        easiest(anyResourcesFor(holder, action), (resource) => could(holder, { action, resource }, at)),
    ),
    passing: (services) => easiest(services, passingTo),
    on(action, resource, more = {}) {
      const context = { 'iam:PolicyARN': strongest, ...more.context };
      const free = could(holder, { ...more, action, resource, context }, at);
      if (free !== undefined || !/Policy$/.test(action)) return free;
      const limited = could(holder, { ...more, action, resource }, at);
      return limited && { ...limited, limited: true };
    },
  };
};
