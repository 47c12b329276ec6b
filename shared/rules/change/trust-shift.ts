import type { AnswerTo, Lookup } from '../../account/lookup.ts';
import type { IamEvent } from '../../events/iam-event.ts';
import { type ChangedPrincipal, diffPrincipals } from '../../policy/diff-principals.ts';
import type { Policy } from '../../policy/policy.ts';
import { editOf } from './edits-of.ts';
import { type RemovedCondition, removedConditions } from './removed-guards.ts';
import { lookupsOfEdit, resolveEdit } from './resolve-edit.ts';

/** What a new trust policy changes, or why that is not known. */
export type TrustShift =
  | {
      readonly status: 'known';
      readonly gained: readonly ChangedPrincipal[];
      readonly widened: readonly ChangedPrincipal[];
      readonly removed: readonly RemovedCondition[];
    }
  | { readonly status: 'unknown'; readonly cause: string };

/** The snapshot is all there is: without it, a rule that compares trust policies cannot be decided. */
export const lookupsOfTrust = (event: IamEvent, answerTo: AnswerTo): readonly Lookup[] => {
  const edit = editOf(event);
  if (edit === undefined) return [];
  return lookupsOfEdit(edit, answerTo).map(({ kind, id }) => ({ kind, id }));
};

const shiftOf = (before: Policy, after: Policy): TrustShift => {
  const { gained, widened } = diffPrincipals(before, after);
  return { status: 'known', gained, widened, removed: removedConditions(before, after) };
};

/** Undefined for a call that writes no trust policy, or none that can be read: other rules tell that. */
export const trustShiftOf = (event: IamEvent, answerTo: AnswerTo): TrustShift | undefined => {
  const edit = editOf(event);
  if (edit === undefined) return undefined;
  const { before, after } = resolveEdit(edit, answerTo);
  if (after.status !== 'known') return undefined;
  if (before.status === 'known') return shiftOf(before.policy, after.policy);
  return { status: 'unknown', cause: before.status === 'unknown' ? before.cause : 'AWS was not asked' };
};
