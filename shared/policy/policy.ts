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
  readonly statements: readonly Statement[];
}

/**
 * Why a document could not be read.
 *
 * - `missing`: no document at all.
 * - `not-json`: no JSON, also after decoding it as a URL part twice.
 * - `no-statement`: JSON, but without a Statement, or one that is no object.
 * - `bad-effect`: an Effect that is neither `Allow` nor `Deny`.
 * - `ambiguous-element`: an element twice in different case, or with its opposite (Action and NotAction).
 */
export type UnreadableCause = 'missing' | 'not-json' | 'no-statement' | 'bad-effect' | 'ambiguous-element';

/** A policy, or why there is none. An unreadable document is never read as an empty one. */
export type PolicyReading =
  | { readonly status: 'read'; readonly policy: Policy }
  | { readonly status: 'unreadable'; readonly cause: UnreadableCause };
