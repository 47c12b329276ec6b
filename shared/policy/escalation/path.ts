/**
 * What a path does.
 *
 * - `self`: the caller gives itself more.
 * - `principal`: it takes over another user or role.
 * - `new-role`: it passes a role to something new that runs its code.
 * - `existing-role`: it takes over something that has a role already.
 */
export type PathCategory = 'self' | 'principal' | 'new-role' | 'existing-role';

/**
 * What an action of a path is done to.
 *
 * - `self`: the caller. `own-group`, `own-policy`: a group it is in, a customer managed policy that is attached to it.
 * - `user`, `role`, `group`, `policy`: another of the account.
 * - `any`: whatever the action is for; which one does not matter.
 */
export type StepTarget = 'self' | 'own-group' | 'own-policy' | 'user' | 'role' | 'group' | 'policy' | 'any';

/** One permission that a path needs. */
export interface PathStep {
  /** E.g. `iam:CreateAccessKey`. */
  readonly action: string;
  readonly on: StepTarget;
}

/**
 * What state of the account shows that the path is open, beyond the caller's permissions.
 *
 * - `caller`: nothing: what the caller is and may do suffices.
 * - `target`: a user or role of the kind that the steps are done to, with what `target` asks for.
 * - `passed-role`: a role that trusts the service and that the caller may pass.
 * - `workload`: something that runs already (an instance, a function, a stack); a snapshot of IAM does not show it.
 */
export type Proof = 'caller' | 'target' | 'passed-role' | 'workload';

/** What the user or role that is taken over must be like. */
export type TargetState =
  | 'fewer-than-two-keys'
  | 'two-keys'
  | 'no-password'
  | 'password'
  | 'trusts-caller'
  | 'has-customer-policy';

/** A way to more access than was given. Data: adding one needs no code. */
export interface EscalationPath {
  /** Of pathfinding.cloud where it has one, else ours. Never reused. */
  readonly id: string;
  /** What the caller does, in the imperative; at most 80 characters. */
  readonly title: string;
  readonly category: PathCategory;
  /** All of them. */
  readonly steps: readonly PathStep[];
  /** The service (or services, any of them) that a role is passed to: `iam:PassRole` is needed as well. */
  readonly passesTo?: readonly string[];
  /** Only for callers of this kind. */
  readonly caller?: 'user' | 'role';
  readonly proof: Proof;
  readonly target?: TargetState;
  /** Only if the caller has a permissions boundary. */
  readonly needsBoundary?: true;
  /** What a workload must be like, for people. */
  readonly workload?: string;
  /** Catalogue or tool that has it. */
  readonly source: string;
}

/** `service:Action` on anything. */
export const any = (...actions: readonly string[]): readonly PathStep[] =>
  actions.map((action) => ({ action, on: 'any' }));

/** IAM actions on one kind of target. */
export const iam = (on: StepTarget, ...actions: readonly string[]): readonly PathStep[] =>
  actions.map((action) => ({ action: `iam:${action}`, on }));
