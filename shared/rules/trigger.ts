import type { Action } from '../events/iam-event.ts';

/**
 * How much of CloudTrail must reach Trailwarden for a rule to work.
 *
 * - `core`: write calls, sign-ins and service events; EventBridge has them by default.
 * - `read-only`: also Get*, List*, Describe* calls; they reach a rule only in the state
 *   `ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS` (EventBridge User Guide, "Read-only management events from AWS services").
 * - `wide`: also what is too frequent to forward by default.
 */
export type Tier = 'core' | 'read-only' | 'wide';

export const tiers = ['core', 'read-only', 'wide'] as const satisfies readonly Tier[];

/** A leaf of an EventBridge pattern: a literal or a content filter. */
export type PatternLeaf = string | boolean | number | null | Readonly<Record<string, unknown>>;

/** A filter on a CloudTrail record in EventBridge's pattern language, e.g. `{ userIdentity: { type: ['Root'] } }`. */
export interface DetailPattern {
  readonly [field: string]: readonly PatternLeaf[] | DetailPattern;
}

/**
 * Which events a rule wants to see. From this the engine's index and the EventBridge patterns are made; `evaluate` still
 * decides by itself, so a trigger may be wider than the rule but never narrower.
 */
export type Trigger =
  /** These calls. API versions are left out: `lambda:AddPermission` also means `AddPermission20150331v2`. */
  | { readonly actions: readonly Action[]; readonly tier?: Tier }
  /** Every call of these services (first label of `eventSource`), narrowed by `where` in EventBridge. */
  | { readonly services: readonly string[]; readonly where?: DetailPattern; readonly tier?: Tier }
  /** Any call at all that the filter lets through. */
  | { readonly anyCall: DetailPattern; readonly tier?: Tier }
  /** These calls, and any call at all that the filter lets through: for what begins with a call and goes on with others. */
  | { readonly actions: readonly Action[]; readonly anyCall: DetailPattern; readonly tier: Tier };

// STS calls are logged as read-only, yet reach EventBridge by default; the rest of these verbs do not.
const readVerb = /:(Get|List|Describe|Head|Lookup|BatchGet|Search|Generate)/;
const readsThatArrive = new Set<Action>([
  'sts:GetFederationToken',
  'sts:GetSessionToken',
  'signin:GetSigninToken',
]);

/** Whether EventBridge withholds this call from rules in the plain state `ENABLED`. */
export const isWithheldByDefault = (action: Action): boolean =>
  readVerb.test(action) && !readsThatArrive.has(action);

/** The tier a trigger needs: as declared, else told from its actions. */
export const tierOf = (trigger: Trigger): Tier => {
  if (trigger.tier) return trigger.tier;
  return 'actions' in trigger && trigger.actions.every(isWithheldByDefault) ? 'read-only' : 'core';
};

/**
 * Whether a trigger asks for network activity events: copies, without parameters, of calls that went through a VPC endpoint. Other rules do
 * not see them, because they see the call itself.
 */
export const asksNetworkActivity = (trigger: Trigger): boolean => {
  const category = 'anyCall' in trigger ? trigger.anyCall['eventCategory'] : undefined;
  return Array.isArray(category) && category.length === 1 && category[0] === 'NetworkActivity';
};
