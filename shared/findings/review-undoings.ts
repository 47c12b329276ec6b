import type { IamEvent } from '../events/iam-event.ts';
import { textAt } from '../events/json.ts';
import { type Target, targetGroupOf, targetRoleOf, targetUserOf } from '../events/target.ts';
import { summariseActor, summariseEvent, type Undoing } from './finding.ts';
import { findingIdOfCheck } from './from-verdict.ts';

/** Findings of checks that an event ends for certain, whatever else is so. */
interface Ended {
  readonly checkIds: readonly string[];
  /** ARN. */
  readonly resource: string;
  readonly resourceId: string;
}

const ofActiveKey = ['access-key-unused', 'access-key-never-used', 'access-key-not-rotated'];
const ofKey = [...ofActiveKey, 'access-key-inactive-lingering', 'access-key-created-with-console'];
const ofPassword = [
  'console-password-unused',
  'console-password-never-used',
  'console-password-expired',
  'user-console-mfa-disabled',
];
const ofUser = [
  ...ofPassword,
  'group-admin-member-without-mfa',
  'user-administrator-access',
  'user-direct-policy',
  'user-dormant',
  'user-hardware-mfa-missing',
  'user-long-lived-credentials',
  'user-mfa-missing',
  'user-multiple-active-access-keys',
  'user-not-in-group',
  'user-service-access-stale',
  'user-untagged',
];
const ofRole = [
  'permission-unused',
  'role-administrator-access',
  'role-confused-deputy',
  'role-cross-account-readonly',
  'role-external-trust',
  'role-service-access-stale',
  'role-unused',
  'role-untagged',
];

const ended = (target: Target | undefined, checkIds: readonly string[]): readonly Ended[] =>
  target ? [{ checkIds, resource: target.arn, resourceId: target.name }] : [];

const endedKey = (event: IamEvent, checkIds: readonly string[]): readonly Ended[] => {
  const user = targetUserOf(event);
  const key = textAt(event.request, 'accessKeyId');
  return user && key !== undefined ? [{ checkIds, resource: user.arn, resourceId: key }] : [];
};

/** One of two keys is gone or off: one is left at most (IAM allows two a user). */
const noLongerTwo = (event: IamEvent): readonly Ended[] =>
  ended(targetUserOf(event), ['user-multiple-active-access-keys']);

const updatedKey = (event: IamEvent): readonly Ended[] => {
  const status = textAt(event.request, 'status');
  if (status === 'Active') return endedKey(event, ['access-key-inactive-lingering']);
  return status === 'Inactive' ? [...endedKey(event, ofActiveKey), ...noLongerTwo(event)] : [];
};

const isAdministratorAccess = (event: IamEvent): boolean =>
  /^arn:[^:]+:iam::aws:policy\/AdministratorAccess$/.test(textAt(event.request, 'policyArn') ?? '');

const byAction: Readonly<Record<string, (event: IamEvent) => readonly Ended[]>> = {
  'iam:DeleteAccessKey': (event) => [...endedKey(event, ofKey), ...noLongerTwo(event)],
  'iam:UpdateAccessKey': updatedKey,
  'iam:DeleteLoginProfile': (event) => ended(targetUserOf(event), ofPassword),
  'iam:EnableMFADevice': (event) =>
    ended(targetUserOf(event), [
      'group-admin-member-without-mfa',
      'user-console-mfa-disabled',
      'user-mfa-missing',
    ]),
  'iam:AddUserToGroup': (event) => ended(targetUserOf(event), ['user-not-in-group']),
  'iam:DeleteUser': (event) => ended(targetUserOf(event), ofUser),
  'iam:DeleteRole': (event) => ended(targetRoleOf(event), ofRole),
  'iam:DeleteGroup': (event) => ended(targetGroupOf(event), ['group-administrator-access', 'group-empty']),
  'iam:DetachRolePolicy': (event) =>
    isAdministratorAccess(event) ? ended(targetRoleOf(event), ['role-administrator-access']) : [],
  'iam:DetachGroupPolicy': (event) =>
    isAdministratorAccess(event) ? ended(targetGroupOf(event), ['group-administrator-access']) : [],
};

/** The calls that end findings of the review. */
export const reviewUndoingActions: readonly string[] = Object.keys(byAction);

/** The checks whose findings a call can end. */
export const undoableChecks: readonly string[] = [
  ...new Set([...ofKey, ...ofUser, ...ofRole, 'group-administrator-access', 'group-empty']),
].sort();

/**
 * The findings of the review that an event puts right at once, without waiting for the next night: also those that do not exist yet, since
 * a credential report may be hours older than the event. A user's AdministratorAccess may also come from a group, so that detaching it
 * from a user is left to the review.
 */
export const reviewUndoingsOf = (event: IamEvent): readonly Undoing[] => {
  if (event.outcome !== 'succeeded') return [];
  const things = byAction[event.action]?.(event) ?? [];
  if (things.length === 0) return [];
  const { accountId } = event;
  const seen = { accountId, actor: summariseActor(event), event: summariseEvent(event) };
  return things.flatMap(({ checkIds, ...thing }) =>
    checkIds.map((checkId) => ({ ...seen, findingId: findingIdOfCheck({ ...thing, checkId, accountId }) })),
  );
};
