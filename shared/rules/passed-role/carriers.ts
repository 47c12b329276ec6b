import type { Action } from '../../events/iam-event.ts';
import { analyticsCarriers } from './analytics-carriers.ts';
import { automationCarriers } from './automation-carriers.ts';
import type { Carriers } from './carrier.ts';
import { computeCarriers } from './compute-carriers.ts';
import { machineLearningCarriers } from './machine-learning-carriers.ts';

/**
 * The calls that carry `iam:PassRole`, which has no event of its own: the role is a parameter of another call (IAM User Guide, "Grant a
 * user permissions to pass a role to an AWS service"). Which calls let the caller run code or make calls as the role: pathfinding.cloud
 * (Apache-2.0), Prowler's and Rhino Security Labs' lists of escalations. Names and places of the parameters: the services' API
 * models as botocore 1.44.8 has them. Left out: roles for delivering logs, metrics or copies only.
 */
export const carriers: Carriers = {
  ...computeCarriers,
  ...automationCarriers,
  ...analyticsCarriers,
  ...machineLearningCarriers,
};

/** Every action that may pass a role, for the triggers of rules. */
export const carrierActions = Object.keys(carriers) as readonly Action[];
