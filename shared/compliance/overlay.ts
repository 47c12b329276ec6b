import type { FrameworkId } from './framework.ts';

/** Checks and rules that answer a control by our own judgement; no publisher says so. */
export interface Addition {
  readonly framework: FrameworkId;
  readonly control: string;
  readonly checks?: readonly string[];
  readonly rules?: readonly string[];
  /** Why, for the reviewer. */
  readonly because: string;
}

const unusedAccess = [
  'access-key-unused',
  'console-password-unused',
  'console-password-never-used',
  'user-dormant',
  'role-unused',
  'permission-unused',
];
const rootChecks = ['root-access-key-present', 'root-mfa-disabled', 'root-recently-used'];
const administrators = [
  'user-administrator-access',
  'group-administrator-access',
  'role-administrator-access',
];
const passwordPolicy = ['password-policy-min-length', 'password-policy-reuse'];
const mfa = ['root-mfa-disabled', 'user-console-mfa-disabled'];
const keys = ['access-key-not-rotated', 'access-key-unused', 'root-access-key-present'];
const anomalies = [
  'console-login-impossible-travel',
  'long-term-key-new-source-ip',
  'instance-credentials-used-outside-aws',
  'rare-call-for-actor',
  'access-denied-burst-by-actor',
];

/**
 * The reviewed overlay on the published mappings. Reports mark what comes from here as ours. Each entry closes a gap that the published
 * mappings leave: SOC 2's access criteria and ISMS-P's review of access have no checks of identities there.
 */
export const overlay: readonly Addition[] = [
  {
    framework: 'kisa-isms-p-2023',
    control: '2.5.6',
    checks: unusedAccess,
    because: 'The published defect case is an account idle for more than six months.',
  },
  {
    framework: 'kisa-isms-p-2023',
    control: '2.5.5',
    checks: rootChecks,
    rules: ['root-api-activity', 'break-glass-role-used'],
    because: 'The root user is the special account of AWS.',
  },
  {
    framework: 'kisa-isms-p-2023',
    control: '2.5.1',
    rules: ['iam-user-created', 'credentials-changed', 'login-profile-created', 'login-profile-deleted'],
    because: 'Granting, changing and revoking accounts must leave a history.',
  },
  {
    framework: 'kisa-isms-p-2023',
    control: '2.5.2',
    checks: ['user-untagged'],
    because: 'A user whose owner is not known cannot be told apart from a shared one.',
  },
  {
    framework: 'kisa-isms-p-2023',
    control: '2.5.4',
    checks: ['console-password-expired'],
    because: 'Where an internal rule asks for expiry, a password past it is a defect.',
  },
  {
    framework: 'kisa-isms-p-2023',
    control: '2.9.5',
    rules: ['iam-anything-changed', 'sts-assumed-role-any-use', 'identity-center-signin'],
    because: 'The monthly report is the review of access records; these rules make its ledgers.',
  },
  {
    framework: 'kisa-isms-p-2023',
    control: '2.11.3',
    rules: anomalies,
    because: 'Rules that compare with what is usual are the analysis of abnormal behaviour.',
  },
  {
    framework: 'soc2',
    control: 'CC6.1',
    checks: [...mfa, ...keys, ...passwordPolicy],
    because: 'Multi-factor authentication, keys and passwords are the logical access controls of AWS.',
  },
  {
    framework: 'soc2',
    control: 'CC6.2',
    checks: ['federation-provider-missing', 'user-untagged'],
    rules: ['iam-user-created'],
    because: 'Users are registered where they have a source and an owner; their creation is evidence.',
  },
  {
    framework: 'soc2',
    control: 'CC6.3',
    checks: unusedAccess,
    because: 'Access that nobody uses has not been taken back.',
  },
  {
    framework: 'soc2',
    control: 'CC7.2',
    rules: anomalies,
    because: 'The live rules are the monitoring for anomalies.',
  },
  {
    framework: 'pci-dss-4.0.1',
    control: '8.2.6',
    checks: ['console-password-unused', 'console-password-never-used', 'user-dormant'],
    because: 'The requirement is of accounts, not of keys alone.',
  },
  {
    framework: 'pci-dss-4.0.1',
    control: '8.3.6',
    checks: ['password-policy-min-length'],
    because: 'The requirement is about length and complexity.',
  },
  {
    framework: 'iso-27001-2022',
    control: 'A.5.18',
    checks: unusedAccess,
    because: 'Rights that are not used must be reviewed and taken back.',
  },
  {
    framework: 'iso-27001-2022',
    control: 'A.8.2',
    checks: [...administrators, ...rootChecks],
    because: 'Administrators and the root user have the privileged access of AWS.',
  },
  {
    framework: 'iso-27001-2022',
    control: 'A.5.17',
    checks: [...keys, ...passwordPolicy],
    because: 'Keys and passwords are authentication information.',
  },
];
