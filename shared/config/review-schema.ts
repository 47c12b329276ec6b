import * as z from 'zod/mini';
import {
  optionalChecks,
  profileNames,
  type ReviewSettings,
  type ThresholdName,
  thresholdNames,
} from '../account/review-settings.ts';
import { account, filled, list, rolePattern, tagKey, written } from './setting-forms.ts';

const userName = written(/^[\w+=,.@-]{1,64}$/, 'expected the name of an IAM user, not its ARN');
const policyArn = written(
  /^arn:aws[a-z-]*:iam::(aws|\d{12}):policy\/[\w+=,.@/-]+$/,
  'expected the ARN of a managed policy, e.g. "arn:aws:iam::aws:policy/PowerUserAccess"',
);
const namespace = written(
  /^[a-z0-9-]{1,64}$/,
  'expected the namespace of a service as policies write it, e.g. "bedrock"',
);

const number = (most: number) => {
  const message = `expected a whole number from 1 to ${most}`;
  return z.int(message).check(z.minimum(1, message), z.maximum(most, message));
};

/** The most that makes sense, where it is not ten years. */
const mosts: Readonly<Partial<Record<ThresholdName, number>>> = {
  passwordMinLength: 128,
  passwordReuse: 24,
  passwordMaxAgeDays: 1095,
  logDeliveryHours: 24 * 365,
  threatWindowHours: 24 * 90,
  enumerationPercent: 100,
  llmJackingPercent: 100,
  escalationPercent: 100,
};
const tenYears = 3650;

const threshold = (name: ThresholdName) => z.exactOptional(number(mosts[name] ?? tenYears));

const thresholds = z.strictObject(
  Object.fromEntries(thresholdNames.map((name) => [name, threshold(name)])) as Record<
    ThresholdName,
    ReturnType<typeof threshold>
  >,
);

/** What the nightly review is told; docs/configuration.md explains each. */
export const reviewSettings = z.strictObject({
  profile: z.exactOptional(
    z
      .enum(profileNames, `expected one of ${profileNames.join(', ')}`)
      .check(z.describe('Whose thresholds to judge by, unless `tw review --profile` says else.')),
  ),
  thresholds: z.exactOptional(
    thresholds.check(z.describe('Thresholds instead of the profile’s: docs/checks/README.md lists them.')),
  ),
  alsoRun: filled(
    z.enum(optionalChecks, `expected one of ${optionalChecks.join(', ')}`),
    'Optional checks to run although the profile does not ask for them.',
  ),
  ownerTags: filled(
    tagKey,
    'Tag keys that users, roles and analyzers must have; without them any tag will do.',
  ),
  serviceUsers: list(userName, 'IAM users that are programs: without a password they need no MFA device.'),
  blockedPolicies: list(policyArn, 'Managed policies that must not be attached to anything.'),
  idleRoles: list(rolePattern, 'Roles that may be idle, besides those for emergencies.'),
  sensitiveServices: z.exactOptional(
    z
      .record(namespace, number(tenYears))
      .check(z.describe('Services whose unused access is told, each with the days after which it is stale.')),
  ),
  delegatedAdministrators: list(
    account,
    'Accounts that may be delegated administrators of the organisation.',
  ),
} satisfies Readonly<Record<keyof ReviewSettings, z.core.$ZodType>>);
