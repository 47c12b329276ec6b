import type { Condition } from './policy.ts';
import type { PolicyKind } from './policy-kind.ts';

/**
 * What AWS would answer.
 *
 * - `DependsOnContext`: allowed with some values of the unknown condition keys and denied with others, as far as can be told.
 */
export type Verdict = 'Allowed' | 'ImplicitlyDenied' | 'ExplicitlyDenied' | 'DependsOnContext';

/**
 * A rule of AWS's own that decided, beside all policies.
 *
 * - `caller-identity`: sts:GetCallerIdentity needs no permission and cannot be denied.
 * - `root-user`: the root user needs no identity policy.
 * - `root-assume-role`: the root user cannot assume a role.
 * - `aws-owned`: policies, roles and aliases that AWS manages cannot be changed by a customer.
 * - `no-session-policy`: a session of GetFederationToken without a session policy has no permissions of its user.
 */
export type SpecialRule =
  | 'caller-identity'
  | 'root-user'
  | 'root-assume-role'
  | 'aws-owned'
  | 'no-session-policy';

/** A statement that decided, or that may. */
export interface DecidingStatement {
  /** Position of the policy in its layer, from 0. */
  readonly policy: number;
  /** The name that the policy was given, e.g. its ARN. */
  readonly policyName?: string;
  /** Position of the statement in the document, from 0. */
  readonly statement: number;
  readonly sid?: string;
  /** The tests that cannot be told because their key, or a variable in their values, is unknown. */
  readonly conditions: readonly Condition[];
  /** A policy variable in its Resource or NotResource is unknown, and decides whether it is about the resource. */
  readonly openResource?: boolean;
}

/** What one layer had to say. */
export interface Reason {
  readonly layer: PolicyKind | 'aws';
  /** Of control policies: the level of the organisation, 0 for the root. */
  readonly level?: number;
  readonly effect: 'allows' | 'may-allow' | 'denies' | 'may-deny' | 'does-not-allow';
  readonly rule?: SpecialRule;
  readonly statements: readonly DecidingStatement[];
}

/** The verdict, and what it rests on: the denials, or the allowances, or the layers that lack one, or what is open. */
export interface Decision {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
}
