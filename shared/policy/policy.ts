import type { DocumentFaultCode } from './policy-document.ts';

/** What an Action, Resource or Principal element names: these, or (`except`: NotAction, NotResource, NotPrincipal) all but these. */
export interface Scope {
  readonly except: boolean;
  /** As written; may hold `*` and `?`. */
  readonly patterns: readonly string[];
}

/** One principal of a resource or trust policy: `{"AWS": "*"}` is type `AWS`, id `*`; a bare `"*"` has type `*` too. */
export interface Principal {
  readonly type: string;
  readonly id: string;
}

/** One test of a statement's Condition block; several values of one key are joined by "or", several tests by "and". */
export interface Condition {
  /** As written, with set prefix and suffix, e.g. `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

export interface Statement {
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: Scope;
  readonly resources: Scope;
  readonly principals: { readonly except: boolean; readonly list: readonly Principal[] };
  readonly conditions: readonly Condition[];
}

/** A policy document with every "one or a list" made a list. */
export interface Policy {
  /** As written; absent counts as 2008-10-17, which knows no policy variables. */
  readonly version?: string;
  /** In the order of the document; the position is the statement's index in it. */
  readonly statements: readonly Statement[];
}

/** Why a document could not be read: its first fault. */
export type UnreadableCause = DocumentFaultCode;

/** A policy, or why there is none. An unreadable document is never read as an empty one. */
export type PolicyReading =
  | { readonly status: 'read'; readonly policy: Policy }
  | { readonly status: 'unreadable'; readonly cause: UnreadableCause };
