import type { AnswerTo, Lookup } from '../../account/lookup.ts';
import type { PermissionsFact } from '../../account/policy-facts.ts';
import type { IamEvent } from '../../events/iam-event.ts';
import type { Policy } from '../../policy/policy.ts';
import { readPolicy } from '../../policy/read-policy.ts';
import { type HolderRef, holderId, type PolicyEdit } from './policy-edit.ts';
import { permissionsOf } from './powers.ts';

/** The user or role that makes a call; undefined for everybody who has no policies in the account. */
export const actingHolder = ({ actor, accountId }: IamEvent): HolderRef | undefined => {
  if (actor.accountId !== undefined && actor.accountId !== accountId) return undefined;
  if (actor.roleName !== undefined) return { kind: 'role', name: actor.roleName };
  return actor.type === 'IAMUser' && actor.userName !== undefined
    ? { kind: 'user', name: actor.userName }
    : undefined;
};

const isSame = (a: HolderRef | undefined, b: HolderRef): boolean =>
  a !== undefined && holderId(a) === holderId(b);

const roleLookup = ({ name }: HolderRef): Lookup => ({ kind: 'role', id: name, optional: true });

/** Paths of users and roles are not logged: names are unique in an account whatever their path. */
const named = (principal: string): string | undefined => {
  const [, account, kind, path] =
    /^arn:[^:]+:(?:iam|sts)::(\d{12}):(user|role|assumed-role)\/(.+)$/.exec(principal) ?? [];
  if (account === undefined || path === undefined) return undefined;
  const parts = path.split('/');
  return kind === 'assumed-role' ? `${account} role/${parts[0]}` : `${account} ${kind}/${parts.at(-1)}`;
};

/** Whether a trust policy lets a holder in by name; that it trusts the whole account says little. */
export const letsInByName = ({ statements }: Policy, accountId: string, holder: HolderRef): boolean =>
  statements.some(
    ({ effect, principals }) =>
      effect === 'Allow' &&
      !principals.except &&
      principals.list.some(({ id }) => named(id) === `${accountId} ${holderId(holder)}`),
  );

/** What is to be asked to tell whether a change was made to the actor's own permissions. */
export const lookupsOfOwner = (event: IamEvent, { holder, of }: PolicyEdit): readonly Lookup[] => {
  const actor = actingHolder(event);
  if (actor === undefined) return [];
  if (isSame(holder, actor) || holder === undefined) return [permissionsOf(actor)];
  if (holder.kind === 'group' && of !== 'group-membership')
    return actor.kind === 'user' ? [permissionsOf(actor)] : [];
  return holder.kind === 'role' ? [roleLookup(holder), permissionsOf(holder)] : [];
};

const permissionsIn = (actor: HolderRef, answerTo: AnswerTo): PermissionsFact | undefined => {
  const answer = answerTo(permissionsOf(actor));
  return answer?.status === 'found' ? (answer.value as PermissionsFact) : undefined;
};

const trustsActor = (event: IamEvent, role: HolderRef, actor: HolderRef, answerTo: AnswerTo): boolean => {
  const answer = answerTo(roleLookup(role));
  if (answer?.status !== 'found') return false;
  const reading = readPolicy((answer.value as { readonly trustPolicy: string }).trustPolicy);
  return reading.status === 'read' && letsInByName(reading.policy, event.accountId, actor);
};

/** Whose permissions the actor changed for its own good: its own, or those of a role that it may take on. */
export const ownedBy = (event: IamEvent, edit: PolicyEdit, answerTo: AnswerTo): HolderRef | undefined => {
  const actor = actingHolder(event);
  if (actor === undefined) return undefined;
  const { holder, policyArn } = edit;
  if (isSame(holder, actor)) return actor;
  const permissions = permissionsIn(actor, answerTo);
  if (holder === undefined) {
    const isHeld = permissions?.policies.some(({ kind, name }) => kind === 'managed' && name === policyArn);
    return isHeld || (policyArn !== undefined && permissions?.boundary?.arn === policyArn)
      ? actor
      : undefined;
  }
  if (holder.kind === 'group') return permissions?.groups.includes(holder.name) ? actor : undefined;
  return holder.kind === 'role' && trustsActor(event, holder, actor, answerTo) ? holder : undefined;
};
