import { askerFor } from './asker.ts';
import type { CompiledHolder } from './holder.ts';
import type { EscalationPath } from './path.ts';
import { escalationPaths } from './paths/all.ts';
import { type Way, wayOf } from './ways.ts';

/** A path that is open to a holder. */
export interface OpenPath extends Way {
  readonly path: EscalationPath;
  /** Every action it takes, `iam:PassRole` included. */
  readonly actions: readonly string[];
}

/** Every action that a path takes. */
export const actionsOf = ({ steps, passesTo }: EscalationPath): readonly string[] => [
  ...(passesTo === undefined ? [] : ['iam:PassRole']),
  ...steps.map(({ action }) => action),
];

/** Whether some statement allows each action on something: what fails here needs no closer look. */
const isMentioned = ({ identity }: CompiledHolder, path: EscalationPath): boolean =>
  actionsOf(path).every((action) =>
    identity.some((policy) =>
      policy.statementsFor(action.toLowerCase()).some(({ statement }) => statement.effect === 'Allow'),
    ),
  );

/** Paths whose gain is to be rid of a Deny. */
const shedsDeny = /^(detach-own|delete-own|leave-group)/;

const hasDeny = ({ holder }: CompiledHolder): boolean =>
  holder.policies.some(({ statements }) => statements.some(({ effect }) => effect === 'Deny'));

/** Whether the path is meant for such a caller at all. */
const fits = (compiled: CompiledHolder, { id, caller, needsBoundary }: EscalationPath): boolean =>
  (caller === undefined || caller === compiled.holder.type) &&
  (!needsBoundary || compiled.holder.boundary !== undefined) &&
  (!shedsDeny.test(id) || hasDeny(compiled));

/**
 * The ways in which a user or role could get more than it was given, by its effective permissions: all its policies together, its
 * boundary and control policies. Conditions that are not known count as open and are named. Without state of the account the best
 * verdict for most paths is `capable`.
 *
 * @param at the time at which it is asked, ISO 8601; undefined: conditions on the time are open
 */
export const analyzeEscalation = (
  holder: CompiledHolder,
  at: string | undefined,
  paths: readonly EscalationPath[] = escalationPaths,
): readonly OpenPath[] => {
  const asker = askerFor(holder, at);
  return paths
    .filter((path) => fits(holder, path) && isMentioned(holder, path))
    .flatMap((path) => {
      const way = wayOf(asker, path);
      return way === undefined ? [] : [{ path, actions: actionsOf(path), ...way }];
    });
};
