import type { Lookup, LookupAnswer } from '../../account/lookup.ts';
import type {
  PermissionsFact,
  PolicyBeforeFact,
  PolicyDocumentFact,
  PriorStateFact,
} from '../../account/policy-facts.ts';
import type { BeforeState, ChangedKind } from './access-change.ts';

/**
 * One document before or after a call.
 *
 * - `none`: there is none. Of a boundary that means: no limit.
 * - `given`: in the request.
 * - `asked`: answered by a look-up.
 * - `unknown`: not to be had at all.
 */
export type DocumentSource =
  | { readonly kind: 'none' }
  | { readonly kind: 'given'; readonly document: unknown }
  | { readonly kind: 'asked'; readonly need: Lookup; readonly read: (answer: LookupAnswer) => Documents }
  | { readonly kind: 'unknown'; readonly cause: string };

/** Documents, or why there are none, or whom to ask next. */
export type Documents =
  | { readonly documents: readonly unknown[]; readonly before: BeforeState }
  | { readonly unknown: string }
  | { readonly next: DocumentSource };

/** Whose access a policy is about. */
export interface HolderRef {
  readonly kind: 'user' | 'role' | 'group';
  readonly name: string;
}

/** What one call did to one policy. */
export interface PolicyEdit {
  readonly of: ChangedKind;
  /** Name or ARN of the policy; of a trust policy the role. */
  readonly name: string;
  /** Who has the policy; absent where that is not in the event. */
  readonly holder?: HolderRef;
  /** ARN of the managed policy that the edit is about. */
  readonly policyArn?: string;
  readonly before: DocumentSource;
  readonly after: DocumentSource;
}

export const holderId = ({ kind, name }: HolderRef): string => `${kind}/${name}`;

export const none: DocumentSource = { kind: 'none' };

const causeOf = (answer: LookupAnswer): string =>
  answer.status === 'unavailable' ? answer.cause : 'it is gone since';

/** The answer's value. An account reader answers each kind with its own shape. */
const foundAs = <T>(answer: LookupAnswer): T | undefined =>
  answer.status === 'found' ? (answer.value as T) : undefined;

/** A managed policy as it is in force now, or a version of it. */
export const managedPolicy = (id: string): DocumentSource => ({
  kind: 'asked',
  need: { kind: 'managed-policy', id, optional: true },
  read: (answer) => {
    const found = foundAs<PolicyDocumentFact>(answer);
    if (found === undefined) return { unknown: causeOf(answer) };
    return { documents: [found.document], before: { from: 'iam', version: found.version } };
  },
});

/** The version that was in force before `version`. */
export const versionBefore = (arn: string, version: string): DocumentSource => ({
  kind: 'asked',
  need: { kind: 'policy-before', id: `${arn} ${version}`, optional: true },
  read: (answer) => {
    const found = foundAs<PolicyBeforeFact>(answer);
    if (found === undefined)
      return {
        unknown: answer.status === 'absent' ? 'the version before has been deleted' : causeOf(answer),
      };
    const assumed = found.isCertain ? {} : { assumed: true as const };
    return { documents: [found.document], before: { from: 'iam', version: found.version, ...assumed } };
  },
});

/**
 * What the last snapshot says. One that was read after the call does not show what was before it.
 *
 * @param time of the event, ISO 8601
 * @param pick the document in the state, or where else it is; undefined when there was none
 * @param otherwise what to do without a snapshot
 */
export const fromSnapshot = (
  id: string,
  time: string,
  pick: (state: PriorStateFact) => string | DocumentSource | undefined,
  otherwise: (cause: string) => Documents = (cause) => ({ unknown: cause }),
): DocumentSource => ({
  kind: 'asked',
  need: { kind: 'prior-state', id, optional: true },
  read: (answer) => {
    if (answer.status === 'unavailable') return otherwise(answer.cause);
    const state = foundAs<PriorStateFact>(answer);
    const { readAt } = state ?? answer;
    if (readAt >= time) return otherwise(`the snapshot of ${readAt} was read after the call`);
    const before = { from: 'snapshot', readAt } as const;
    const picked = state && pick(state);
    if (picked === undefined) return { documents: [], before };
    return typeof picked === 'string' ? { documents: [picked], before } : { next: picked };
  },
});

/** Everything that a group gives its members. */
export const allOfGroup = (group: string): DocumentSource => ({
  kind: 'asked',
  need: { kind: 'permissions', id: `group/${group}`, optional: true },
  read: (answer) => {
    const found = foundAs<PermissionsFact>(answer);
    if (found === undefined) return { unknown: causeOf(answer) };
    return { documents: found.policies.map(({ document }) => document), before: { from: 'iam' } };
  },
});
