/** Whose thresholds the nightly review judges by. */
export const profileNames = [
  'recommended',
  'cis-5',
  'cis-6',
  'cis-7',
  'fsbp',
  'pci-dss-4',
  'isms-p',
] as const;

export type ProfileName = (typeof profileNames)[number];

/** Checks that some profiles ask for and most accounts do not want; the settings can switch each on. */
export const optionalChecks = [
  'access-key-created-with-console',
  'password-policy-max-age',
  'user-mfa-missing',
] as const;

export type OptionalCheck = (typeof optionalChecks)[number];

/** Numbers that the review judges by; what each means, its default and its source: shared/review/thresholds.ts. */
export const thresholdNames = [
  'unusedDays',
  'unusedHighDays',
  'dormantDays',
  'keyMaxAgeDays',
  'neverUsedGraceDays',
  'rotationOverlapDays',
  'inactiveKeyDays',
  'deactivatedKeyDays',
  'rootQuietDays',
  'passwordMinLength',
  'passwordReuse',
  'passwordMaxAgeDays',
  'serviceCredentialMaxAgeDays',
  'apiKeyMaxLifetimeDays',
  'sshKeyMaxAgeDays',
  'signingCertificateMaxAgeDays',
  'certificateWarningDays',
  'longLivedWindowDays',
  'roleUnusedDays',
  'serviceUnusedDays',
  'permissionUnusedDays',
  'permissionGraceDays',
  'policyUnusedDays',
  'logDeliveryHours',
  'threatWindowHours',
  'enumerationPercent',
  'llmJackingPercent',
  'escalationPercent',
] as const;

export type ThresholdName = (typeof thresholdNames)[number];

export type Thresholds = Readonly<Record<ThresholdName, number>>;

/** What only the account's owner knows of how the account is to be reviewed. Everything is optional. */
export interface ReviewSettings {
  readonly profile?: ProfileName;
  /** Instead of the profile's. */
  readonly thresholds?: Partial<Thresholds>;
  /** Optional checks to run although the profile does not ask for them. */
  readonly alsoRun?: readonly OptionalCheck[];
  /** Keys of tags that name an owner; without them any tag will do. */
  readonly ownerTags?: readonly string[];
  /** Names of IAM users that are programs: they have keys only, and no person who could carry a device. */
  readonly serviceUsers?: readonly string[];
  /** ARNs of managed policies that must not be attached to anything. */
  readonly blockedPolicies?: readonly string[];
  /** ARN patterns of roles that may be idle, e.g. for emergencies. */
  readonly idleRoles?: readonly string[];
  /** Days after which access to a service counts as not used, by namespace, e.g. `bedrock`. */
  readonly sensitiveServices?: Readonly<Record<string, number>>;
  /** Account numbers that may be delegated administrators. */
  readonly delegatedAdministrators?: readonly string[];
}
