import type { AnswerTo, Lookup } from '../../account/lookup.ts';
import type { IamEvent } from '../../events/iam-event.ts';
import { booleanAt } from '../../events/json.ts';
import { actionsOf } from '../../policy/escalation/analyze.ts';
import { escalationPaths } from '../../policy/escalation/paths/all.ts';
import { coversAction } from '../../policy/match-pattern.ts';
import type { Policy } from '../../policy/policy.ts';
import { editOf } from './edits-of.ts';
import type { HolderRef, PolicyEdit } from './policy-edit.ts';
import { gainsOf, powerShift } from './powers.ts';
import { removedDenials } from './removed-guards.ts';
import { lookupsOfEdit, type ResolvedEdit, resolveEdit } from './resolve-edit.ts';

/** IAM calls that change what a user, role or group may do. */
export const permissionChangingCalls = [
  'iam:AddUserToGroup',
  'iam:AttachGroupPolicy',
  'iam:AttachRolePolicy',
  'iam:AttachUserPolicy',
  'iam:CreatePolicyVersion',
  'iam:DeleteGroupPolicy',
  'iam:DeleteRolePermissionsBoundary',
  'iam:DeleteRolePolicy',
  'iam:DeleteUserPermissionsBoundary',
  'iam:DeleteUserPolicy',
  'iam:DetachGroupPolicy',
  'iam:DetachRolePolicy',
  'iam:DetachUserPolicy',
  'iam:PutGroupPolicy',
  'iam:PutRolePermissionsBoundary',
  'iam:PutRolePolicy',
  'iam:PutUserPermissionsBoundary',
  'iam:PutUserPolicy',
  'iam:RemoveUserFromGroup',
  'iam:SetDefaultPolicyVersion',
] as const;

let escalating: readonly string[] | undefined;

/** Reading alone opens no way; it is in some paths because their caller has to find things first. */
const isReading = (action: string): boolean => /:(Get|List|Describe)/.test(action);

/** Whether a document allows an action of some path at all: what does not raises nobody, whatever else he has. */
const isMentioned = ({ statements }: Policy): boolean => {
  escalating ??= [...new Set(escalationPaths.flatMap(actionsOf))].filter((action) => !isReading(action));
  const known = escalating;
  return statements
    .filter(({ effect }) => effect === 'Allow')
    .some(({ actions }) => known.some((action) => coversAction(actions, action)));
};

/** Whether the holder's other policies are worth asking for: the change may add to what he can do. */
const mayRaise = ({ edit, before, after }: ResolvedEdit): boolean => {
  // Such calls are few, and say nothing of the old boundary.
  if (edit.of === 'boundary') return true;
  if (after.status === 'asking' || before.status === 'asking') return false;
  if (after.status === 'known' && isMentioned(after.policy)) return true;
  return (
    before.status === 'known' &&
    after.status === 'known' &&
    removedDenials(before.policy, after.policy).length > 0
  );
};

/** A version that is kept for later changes nothing yet. */
const isInForce = (event: IamEvent): boolean =>
  event.name !== 'CreatePolicyVersion' || booleanAt(event.request, 'setAsDefault') === true;

/** The change of permissions that a call made; undefined when it made none. */
export const permissionEditOf = (event: IamEvent): PolicyEdit | undefined =>
  isInForce(event) ? editOf(event) : undefined;

/**
 * What is to be asked to weigh a change: first the documents, then more about who has them.
 *
 * @param more asked only when the documents may raise somebody
 */
export const lookupsToWeigh = (
  event: IamEvent,
  answerTo: AnswerTo,
  more: (edit: PolicyEdit) => readonly Lookup[],
): readonly Lookup[] => {
  const edit = permissionEditOf(event);
  if (edit === undefined) return [];
  const needs = lookupsOfEdit(edit, answerTo);
  return mayRaise(resolveEdit(edit, answerTo)) ? [...needs, ...more(edit)] : needs;
};

/** What somebody gained by a change, and by what that was weighed. */
export interface Gain {
  readonly gains: readonly string[];
  readonly isAdmin: boolean;
  /** The state before is not known: he may have had it already. */
  readonly isUncertain: boolean;
  /** `all that it has been given`, with what of that is not known. */
  readonly basis: string;
}

const basisOf = (gaps: readonly string[]): string =>
  gaps.length === 0 ? 'by all that it has been given' : `as far as is known; not known: ${gaps.join('; ')}`;

/** What a holder gained by the event's change; undefined when nothing. */
export const gainOf = (event: IamEvent, ref: HolderRef, answerTo: AnswerTo): Gain | undefined => {
  const edit = permissionEditOf(event);
  if (edit === undefined) return undefined;
  const resolved = resolveEdit(edit, answerTo);
  if (resolved.after.status !== 'known' || !mayRaise(resolved)) return undefined;
  const shift = powerShift(event, resolved, ref, answerTo);
  if (shift === undefined) return undefined;
  const gains = gainsOf(shift);
  if (gains.length === 0) return undefined;
  return {
    gains,
    isAdmin: shift.after.isAdmin,
    isUncertain: resolved.before.status !== 'known',
    basis: basisOf(shift.gaps),
  };
};

/** `policy app`, `group admins`: the changed thing, in few words. */
export const editText = ({ of, name }: PolicyEdit): string => {
  const short = name.slice(name.lastIndexOf('/') + 1);
  if (of === 'group-membership') return `group ${short}`;
  if (of === 'boundary') return name === 'none' ? 'no permissions boundary' : `permissions boundary ${short}`;
  return of === 'inline-policy' ? `inline policy ${short}` : `policy ${short}`;
};
