import type { Planned, Reason } from './reason.ts';
import { auditTrailPlanned, auditTrailReasons } from './reasons/audit-trail.ts';
import { directoryReasons } from './reasons/directories.ts';
import { eventsAndLogsPlanned, eventsAndLogsReasons } from './reasons/events-and-logs.ts';
import { general } from './reasons/general.ts';
import { iamPlanned, iamReasons } from './reasons/iam.ts';
import { identityCenterReasons } from './reasons/identity-center.ts';
import { organizationReasons } from './reasons/organization.ts';
import { signInReasons } from './reasons/sign-in.ts';

/** Why some actions have no rule; the first reason that covers an action is the one that counts. */
export const reasons: readonly Reason[] = [
  ...iamReasons,
  ...signInReasons,
  ...identityCenterReasons,
  ...organizationReasons,
  ...directoryReasons,
  ...auditTrailReasons,
  ...eventsAndLogsReasons,
  ...general,
];

/** Actions whose rules wait for the policy engine or for the watch over the monitor itself. */
export const planned: readonly Planned[] = [...iamPlanned, ...auditTrailPlanned, ...eventsAndLogsPlanned];
