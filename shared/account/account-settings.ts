/** A partner whose account may assume roles here. */
export interface TrustedAccount {
  /** 12 digits. */
  readonly account: string;
  readonly name?: string;
}

/** When people are expected to change things, in a time zone of the IANA database. */
export interface BusinessHours {
  readonly timeZone: string;
  /** 1 is Monday, 7 is Sunday (ISO 8601). */
  readonly days: readonly number[];
  /** `HH:MM`, 24 hours. */
  readonly from: string;
  readonly to: string;
}

/**
 * What only the account's owner knows. Everything is optional: a rule that needs a setting which is absent does not run, and says so.
 * Patterns of ARNs and names may hold `*`, which stands for one whole segment between `/` or `:`.
 */
export interface AccountSettings {
  /** Every account of the organisation, 12 digits each. */
  readonly organizationAccounts?: readonly string[];
  readonly trustedAccounts?: readonly TrustedAccount[];
  /** ARN patterns of roles for emergencies only. */
  readonly breakGlassRoles?: readonly string[];
  /** ARN patterns of roles that users must not assume by themselves. */
  readonly protectedRoles?: readonly string[];
  /** ARN patterns of roles that deploy: their changes are expected. */
  readonly pipelines?: readonly string[];
  /** ARN patterns of roles that look at everything: their reads are expected. */
  readonly scanners?: readonly string[];
  /** ARN patterns of roles that may administer IAM. */
  readonly approvedAdminRoles?: readonly string[];
  /** CIDR blocks, IPv4 and IPv6, that people and machines call from. */
  readonly allowedNetworks?: readonly string[];
  /** ISO 3166-1 alpha-2 codes. */
  readonly allowedCountries?: readonly string[];
  readonly regionsInUse?: readonly string[];
  readonly businessHours?: BusinessHours;
  /** Accounts in which no IAM user should exist. */
  readonly accountsWithoutUsers?: readonly string[];
  /** Accounts that are entered through single sign-on only. */
  readonly ssoOnlyAccounts?: readonly string[];
  /** Names of groups whose members are privileged. */
  readonly privilegedGroups?: readonly string[];
  /** Whether every AssumeRole must carry a source identity. */
  readonly sourceIdentityRequired?: boolean;
  /** Tag keys that policies' conditions decide by. */
  readonly accessTags?: readonly string[];
  /** Names of the buckets that trails write to. */
  readonly trailBuckets?: readonly string[];
  /** Names or ARNs of KMS keys that trails are encrypted with. */
  readonly trailKeys?: readonly string[];
  /** Names of log groups that trails or this monitor write to. */
  readonly watchedLogGroups?: readonly string[];
}

export type SettingName = keyof AccountSettings;
