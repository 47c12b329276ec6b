import type { Planned, Reason } from './reason.ts';
import { auditTrailReasons } from './reasons/audit-trail.ts';
import { directoryReasons } from './reasons/directories.ts';
import { eventsAndLogsReasons } from './reasons/events-and-logs.ts';
import { general } from './reasons/general.ts';
import { iamReasons } from './reasons/iam.ts';
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

/** Actions whose rules are not written yet: none at present. What AWS adds may wait here, told apart from what is covered. */
export const planned: readonly Planned[] = [];
