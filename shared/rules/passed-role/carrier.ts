import type { Action } from '../../events/iam-event.ts';

/** Where a call names the roles that it hands to a service: paths of `textsAtPath`. */
export interface Carrier {
  /** Role names or ARNs. */
  readonly roles?: readonly string[];
  /** Names or ARNs of instance profiles. */
  readonly profiles?: readonly string[];
}

/** Carriers of one field of services, by action. */
export type Carriers = Readonly<Record<Action, Carrier>>;
