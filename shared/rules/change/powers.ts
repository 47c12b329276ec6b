import type { AnswerTo, Lookup } from '../../account/lookup.ts';
import type { HeldPolicy, PermissionsFact } from '../../account/policy-facts.ts';
import type { IamEvent } from '../../events/iam-event.ts';
import { iamArn } from '../../events/target.ts';
import { analyzeEscalation, type OpenPath } from '../../policy/escalation/analyze.ts';
import { type CompiledHolder, compileHolder, holderIdentity } from '../../policy/escalation/holder.ts';
import { isAdministrator } from '../../policy/escalation/is-administrator.ts';
import type { Policy } from '../../policy/policy.ts';
import { readPolicy } from '../../policy/read-policy.ts';
import { type DocumentSource, type HolderRef, holderId } from './policy-edit.ts';
import type { ResolvedEdit, Side } from './resolve-edit.ts';

export const permissionsOf = (holder: HolderRef): Lookup => ({
  kind: 'permissions',
  id: holderId(holder),
  optional: true,
});

/** What a user, role or group may do by all that it has been given. */
export interface Powers {
  readonly isAdmin: boolean;
  readonly paths: readonly OpenPath[];
}

/** What a holder may do before and after an edit. */
export interface PowerShift {
  readonly before: Powers;
  readonly after: Powers;
  /** What is not known, each a sentence part: the comparison was made without it. */
  readonly gaps: readonly string[];
}

/** The documents of a holder, ready to be asked. */
interface Given {
  readonly policies: readonly Policy[];
  readonly boundary: readonly Policy[] | undefined;
  readonly boundaryArn: string | undefined;
  /** ARNs of managed policies. */
  readonly attached: readonly string[];
}

const readAll = (
  documents: readonly { readonly name: string; readonly document: string }[],
  gaps: string[],
) =>
  documents.flatMap(({ name, document }) => {
    const reading = readPolicy(document);
    if (reading.status === 'read') return [reading.policy];
    gaps.push(`policy ${name} cannot be read (${reading.cause})`);
    return [];
  });

/** What is not the edited policy itself, in whichever state it is now. */
const isOther =
  ({ edit }: ResolvedEdit) =>
  ({ name, kind, holder }: HeldPolicy): boolean => {
    const { of, holder: changed, policyArn } = edit;
    if (of === 'group-membership') return holder !== `group/${edit.name}`;
    const isItsOwn = changed === undefined || holder === holderId(changed);
    if (of === 'managed-policy') return !(kind === 'managed' && name === policyArn && isItsOwn);
    return !(of === 'inline-policy' && kind === 'inline' && name === edit.name && isItsOwn);
  };

const holderOf = (
  event: IamEvent,
  ref: HolderRef,
  { policies, boundary, boundaryArn, attached }: Given,
  groups: readonly string[] | undefined,
): CompiledHolder => {
  // A group does nothing itself: it is judged as a user that has nothing else.
  const kind = ref.kind === 'role' ? 'role' : 'user';
  const inGroups = ref.kind === 'group' ? [ref.name] : groups;
  return compileHolder({
    type: kind,
    name: ref.name,
    arn: iamArn(event, kind, ref.name),
    account: event.accountId,
    policies,
    attached,
    ...(boundary === undefined ? {} : { boundary }),
    ...(boundaryArn === undefined ? {} : { boundaryArn }),
    ...(inGroups === undefined ? {} : { groups: inGroups.map((name) => iamArn(event, 'group', name)) }),
  });
};

const powersOf = (holder: CompiledHolder, at: string): Powers => ({
  isAdmin: isAdministrator(holder, at),
  // What the documents alone might allow is not counted: it is about things that may not exist.
  paths: analyzeEscalation(holder, at).filter(({ verdict }) => verdict !== 'potential'),
});

/** The policies of one side; nothing when they are not known, which is said. */
const policiesOf = (side: Side, what: string, gaps: string[]): readonly Policy[] => {
  if (side.status === 'known') return side.policy.statements.length === 0 ? [] : [side.policy];
  gaps.push(`${what}: ${side.status === 'unknown' ? side.cause : 'AWS was not asked'}`);
  return [];
};

const boundaryWith = (side: Side, isNone: boolean, gaps: string[]): readonly Policy[] | undefined => {
  const policies = policiesOf(side, 'the permissions boundary', gaps);
  // An unknown boundary is left out: it would hide what the holder gains.
  return isNone || policies.length === 0 ? undefined : policies;
};

const sidesOf = (resolved: ResolvedEdit, rest: Given, gaps: string[]): readonly [Given, Given] => {
  const { edit, before, after } = resolved;
  if (edit.of === 'boundary')
    return [
      { ...rest, boundary: boundaryWith(before, false, gaps) },
      { ...rest, boundary: boundaryWith(after, edit.after.kind === 'none', gaps) },
    ];
  const old = policiesOf(before, 'what the policy said before', gaps);
  const now = policiesOf(after, 'what the policy says now', gaps);
  // A policy may be somebody's boundary and not one of his policies.
  if (edit.policyArn !== undefined && edit.policyArn === rest.boundaryArn && edit.holder === undefined)
    return [
      { ...rest, boundary: old },
      { ...rest, boundary: now },
    ];
  const withPolicy = (source: DocumentSource, policies: readonly Policy[]): Given => ({
    ...rest,
    policies: [...rest.policies, ...policies],
    attached:
      source.kind === 'none' || edit.policyArn === undefined
        ? rest.attached
        : [...rest.attached, edit.policyArn],
  });
  return [withPolicy(edit.before, old), withPolicy(edit.after, now)];
};

/**
 * What an edit changes for a holder, by everything else that the holder has been given as well.
 *
 * @param ref whose permissions; of a policy that several hold, one of them
 * @returns undefined when the event names no account or no holder
 * @param answerTo with the answer to `permissionsOf(ref)`; without one the edited documents are compared alone, which is said
 */
export const powerShift = (
  event: IamEvent,
  resolved: ResolvedEdit,
  ref: HolderRef,
  answerTo: AnswerTo,
): PowerShift | undefined => {
  // Of a record that names no account, or nobody.
  if (holderIdentity(iamArn(event, 'role', ref.name)) === undefined) return undefined;
  const gaps: string[] = [];
  const answer = answerTo(permissionsOf(ref));
  const permissions = answer?.status === 'found' ? (answer.value as PermissionsFact) : undefined;
  if (answer?.status === 'unavailable') gaps.push(`other policies of ${holderId(ref)}: ${answer.cause}`);
  if (permissions !== undefined) gaps.push(...permissions.gaps);
  const boundary = permissions?.boundary;
  const others = (permissions?.policies ?? []).filter(isOther(resolved));
  const rest: Given = {
    policies: readAll(others, gaps),
    attached: others.filter(({ kind }) => kind === 'managed').map(({ name }) => name),
    boundary: boundary && readAll([{ name: boundary.arn, document: boundary.document }], gaps),
    boundaryArn: boundary?.arn,
  };
  const [old, now] = sidesOf(resolved, rest, gaps);
  const compiled = (given: Given) => holderOf(event, ref, given, permissions?.groups);
  return {
    before: powersOf(compiled(old), event.time),
    after: powersOf(compiled(now), event.time),
    gaps: [...new Set(gaps)],
  };
};

/** Paths that are open after and were not before. */
export const openedBy = ({ before, after }: PowerShift): readonly OpenPath[] => {
  const known = new Set(before.paths.map(({ path }) => path.id));
  return after.paths.filter(({ path }) => !known.has(path.id));
};

/** `iam-001: Write a new version of a policy that is attached to itself`. */
export const pathText = ({ path }: OpenPath): string => `${path.title} (${path.id})`;

/** What a holder gained, in words: all of it in one when it became an administrator. */
export const gainsOf = (shift: PowerShift): readonly string[] => {
  if (shift.after.isAdmin) return shift.before.isAdmin ? [] : ['everything: it is an administrator now'];
  return openedBy(shift).map(pathText);
};
