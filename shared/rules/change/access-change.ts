/** Whose policy was changed, and of which sort: what a line of the diff is about. */
export type ChangedKind =
  | 'managed-policy'
  | 'inline-policy'
  | 'trust-policy'
  | 'boundary'
  | 'group-membership'
  | 'resource-policy'
  | 'permission-set'
  | 'control-policy';

/**
 * Where the state before the call is from.
 *
 * - `nothing`: there was none: the call made the thing, or attached it.
 * - `iam`: asked of IAM, which still has it. `assumed`: of several versions the newest; which was in force is not recorded.
 * - `snapshot`: of the last nightly snapshot, as of `readAt`. What was changed between it and the call shows as part of this change.
 * - `unknown`: not to be had, for the `cause`. The diff then shows what the document now says, whether or not it said so before.
 */
export type BeforeState =
  | { readonly from: 'nothing' }
  | { readonly from: 'iam'; readonly version?: string; readonly assumed?: true }
  | { readonly from: 'snapshot'; readonly readAt: string }
  | { readonly from: 'unknown'; readonly cause: string };

/** `gained`: more may be done than before; `lost`: less. Of both only what counts for an alert. */
export interface ChangedActions {
  /** `gained`, `widened`, `undenied`, `lost`, `narrowed`, `denied`: see shared/policy/diff-actions.ts. */
  readonly change: string;
  readonly level: string;
  /** How many there are; `actions` names the first of them. */
  readonly count: number;
  readonly actions: readonly string[];
}

export interface ChangedPrincipals {
  readonly change: string;
  readonly count: number;
  readonly principals: readonly string[];
}

/** Texts of which only the first are kept. */
export interface Capped {
  readonly count: number;
  readonly texts: readonly string[];
}

/**
 * What a call changed about access, small enough to be kept with a finding (below 40 KB, whatever the documents say): lists are cut, and
 * beside each is how many there were. Texts are the document's author's: escape them where they are written.
 */
export interface AccessChange {
  readonly of: ChangedKind;
  /** The policy's name or ARN; of a trust policy the role. */
  readonly name: string;
  readonly before: BeforeState;
  /** Why the state after the call is not known either; then there is no diff. */
  readonly unread?: string;
  readonly statementsAdded: Capped;
  readonly statementsRemoved: Capped;
  readonly principals: readonly ChangedPrincipals[];
  readonly actions: readonly ChangedActions[];
  /** Action patterns of added statements that the list of actions in the function does not have. */
  readonly otherActions: Capped;
  /** Ways to more access that are open after the call and were not before: title and path id. */
  readonly opened: Capped;
  /** Conditions and denials that are gone. */
  readonly guardsRemoved: Capped;
}
