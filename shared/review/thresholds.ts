import {
  type OptionalCheck,
  optionalChecks,
  type ProfileName,
  type ThresholdName,
  type Thresholds,
  thresholdNames,
} from '../account/review-settings.ts';

/** A number to judge by. */
export interface Threshold {
  readonly unit: 'days' | 'hours' | 'characters' | 'passwords' | 'percent';
  readonly meaning: string;
  /** Of the profile `recommended`, and of every other that says nothing else. */
  readonly value: number;
  /** Where the number is from. */
  readonly source: string;
  readonly profiles?: Readonly<Partial<Record<ProfileName, number>>>;
}

/**
 * Every threshold of the review, with its profiles. Short names: CIS is "CIS Amazon Web Services Foundations Benchmark" (its numbers are
 * those of 5.0), FSBP "AWS Foundational Security Best Practices", PCI "PCI DSS 4.0.1".
 */
export const thresholds: Readonly<Record<ThresholdName, Threshold>> = {
  unusedDays: {
    unit: 'days',
    meaning: 'A password or key not used for so long counts as unused.',
    value: 45,
    source: 'CIS 1.11 ("45 days or greater"); FSBP IAM.8: 90; PCI 8.2.6: 90. For ISMS-P our judgement.',
    profiles: { fsbp: 90, 'pci-dss-4': 90, 'isms-p': 90 },
  },
  unusedHighDays: {
    unit: 'days',
    meaning: 'From here on, being unused is of high severity.',
    value: 90,
    source: 'FSBP IAM.8, AWS Config iam-user-unused-credentials-check (default 90)',
  },
  dormantDays: {
    unit: 'days',
    meaning: 'A user none of whose credentials was used for so long is dormant.',
    value: 180,
    source: 'ISMS-P 2.5.6, case of a defect: an account idle for more than six months',
  },
  keyMaxAgeDays: {
    unit: 'days',
    meaning: 'An active access key may be so old, and no older.',
    value: 90,
    source: 'CIS 1.13, FSBP IAM.3, PCI 8.6.3 (period set by risk analysis)',
  },
  neverUsedGraceDays: {
    unit: 'days',
    meaning: 'A new access key may wait so long for its first use.',
    value: 7,
    source: 'our judgement',
  },
  rotationOverlapDays: {
    unit: 'days',
    meaning: 'While keys are rotated, a user may have two active ones for so long.',
    value: 7,
    source: 'our judgement',
  },
  inactiveKeyDays: {
    unit: 'days',
    meaning:
      'An inactive access key may be kept until it is so old, where it is not known when it was switched off.',
    value: 90,
    source: 'our judgement',
  },
  deactivatedKeyDays: {
    unit: 'days',
    meaning: 'After it was switched off, as recorded events tell, an access key may be kept for so long.',
    value: 30,
    source: 'our judgement',
  },
  rootQuietDays: {
    unit: 'days',
    meaning: 'The root user should not have been used for so long.',
    value: 30,
    source: 'CIS 1.6 names no number: the length of a monthly report',
  },
  passwordMinLength: {
    unit: 'characters',
    meaning: 'The password policy must ask for so many characters.',
    value: 14,
    source: 'CIS 1.7; FSBP IAM.7 (default 8); PCI 8.3.6; ISMS-P 2.5.4: eight with three kinds of characters',
    profiles: { fsbp: 8, 'pci-dss-4': 12, 'isms-p': 8 },
  },
  passwordReuse: {
    unit: 'passwords',
    meaning: 'So many former passwords must be refused.',
    value: 24,
    source: 'CIS 1.8 (24 is the most that IAM remembers); PCI 8.3.7',
    profiles: { 'pci-dss-4': 4 },
  },
  passwordMaxAgeDays: {
    unit: 'days',
    meaning: 'A password must be changed after so long.',
    value: 90,
    source: 'PCI 8.3.9, where a password is the only factor',
  },
  serviceCredentialMaxAgeDays: {
    unit: 'days',
    meaning: 'A service-specific credential may be so old.',
    value: 90,
    source: 'as access keys: CIS 1.13',
  },
  apiKeyMaxLifetimeDays: {
    unit: 'days',
    meaning: 'A long-term API key may be made to live for so long.',
    value: 90,
    source: 'as access keys: CIS 1.13',
  },
  sshKeyMaxAgeDays: {
    unit: 'days',
    meaning: 'An SSH key for CodeCommit may be so old.',
    value: 365,
    source: 'our judgement',
  },
  signingCertificateMaxAgeDays: {
    unit: 'days',
    meaning: 'A signing certificate, also an inactive one, may be kept so long.',
    value: 365,
    source: 'our judgement',
  },
  certificateWarningDays: {
    unit: 'days',
    meaning: 'So long before it expires, a server certificate is pointed out.',
    value: 30,
    source: 'our judgement',
  },
  longLivedWindowDays: {
    unit: 'days',
    meaning: 'A service counts as reached with a long-term key when it was called within so long.',
    value: 90,
    source: 'our judgement',
  },
  roleUnusedDays: {
    unit: 'days',
    meaning: 'A role not used for so long, and at least so old, is unused.',
    value: 90,
    source: 'IAM Access Analyzer, unused access (default 90)',
  },
  serviceUnusedDays: {
    unit: 'days',
    meaning: 'Access to a sensitive service that was not used for so long is stale.',
    value: 90,
    source: 'Netflix Repokid (90)',
  },
  permissionUnusedDays: {
    unit: 'days',
    meaning: 'A permission that was not used for so long is unused.',
    value: 90,
    source: 'IAM Access Analyzer, unused access (default 90); Netflix Repokid (90)',
  },
  permissionGraceDays: {
    unit: 'days',
    meaning: 'A permission may wait so long for its first use.',
    value: 14,
    source: 'Netflix Repokid (14)',
  },
  policyUnusedDays: {
    unit: 'days',
    meaning: 'A policy may be attached to nothing until it is so old.',
    value: 30,
    source: 'our judgement',
  },
  logDeliveryHours: {
    unit: 'hours',
    meaning: 'CloudTrail must have delivered to CloudWatch Logs within so long.',
    value: 24,
    source: 'FSBP CloudTrail.5',
  },
  threatWindowHours: {
    unit: 'hours',
    meaning: 'Calls of so long are looked at together.',
    value: 24,
    source: 'Prowler, threat detection (1440 minutes)',
  },
  enumerationPercent: {
    unit: 'percent',
    meaning: 'An identity that called so much of the list of look-ups is looking around.',
    value: 30,
    source: 'Prowler, cloudtrail_threat_detection_enumeration',
  },
  llmJackingPercent: {
    unit: 'percent',
    meaning: 'An identity that called so much of the list of model calls is stealing models.',
    value: 40,
    source: 'Prowler, cloudtrail_threat_detection_llm_jacking',
  },
  escalationPercent: {
    unit: 'percent',
    meaning: 'An identity that called so much of the list of escalating calls is escalating.',
    value: 20,
    source: 'Prowler, cloudtrail_threat_detection_privilege_escalation',
  },
};

/** By profile: the optional checks that it asks for. */
const asksFor: Readonly<Partial<Record<ProfileName, readonly OptionalCheck[]>>> = {
  // CIS 1.10, dropped in 7.0.
  'cis-5': ['access-key-created-with-console'],
  'cis-6': ['access-key-created-with-console'],
  // PCI 8.3.9; Security Hub IAM.19 (PCI DSS and NIST).
  'pci-dss-4': ['password-policy-max-age', 'user-mfa-missing'],
};

/** The profiles that ask for an optional check. */
export const profilesAsking = (check: OptionalCheck): readonly ProfileName[] =>
  (Object.keys(asksFor) as ProfileName[]).filter((profile) => asksFor[profile]?.includes(check));

/** The numbers of a profile. */
export const thresholdsOf = (profile: ProfileName): Thresholds =>
  Object.fromEntries(
    thresholdNames.map((name) => [name, thresholds[name].profiles?.[profile] ?? thresholds[name].value]),
  ) as Thresholds;

/** The optional checks of a profile. */
export const optionalChecksOf = (profile: ProfileName): readonly OptionalCheck[] => asksFor[profile] ?? [];

/** Whether a check runs only where a profile or the settings ask for it. */
export const isOptional = (checkId: string): checkId is OptionalCheck =>
  optionalChecks.some((id) => id === checkId);
