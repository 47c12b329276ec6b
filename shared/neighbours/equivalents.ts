import type { Severity } from '../rules/severity.ts';
import type { NeighbourFinding, NeighbourProduct } from './neighbour-finding.ts';

/** How a check names the one thing that it fails: what stands for `Verdict.resourceId`. */
export type ThingNamed =
  /** By the last part of its ARN: user, role, policy. */
  | 'name'
  /** `root` */
  | 'root'
  /** By the account's id. */
  | 'account'
  /** By something that the service does not tell, such as the id of a key. */
  | 'untold';

/** A check of ours that says the same. */
export interface EquivalentCheck {
  readonly checkId: string;
  readonly severity: Severity;
  readonly named: ThingNamed;
}

const check = (checkId: string, severity: Severity, named: ThingNamed): EquivalentCheck => ({
  checkId,
  severity,
  named,
});

const unusedKey = [
  check('access-key-unused', 'medium', 'untold'),
  check('access-key-never-used', 'medium', 'untold'),
];
const unusedPassword = [
  check('console-password-unused', 'medium', 'name'),
  check('console-password-never-used', 'medium', 'name'),
];

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-findings.html, types of findings. */
const ofAccessAnalyzer: Readonly<Record<string, readonly EquivalentCheck[]>> = {
  ExternalAccess: [check('role-external-trust', 'high', 'name')],
  UnusedIAMRole: [check('role-unused', 'medium', 'name')],
  UnusedIAMUserAccessKey: unusedKey,
  UnusedIAMUserPassword: unusedPassword,
  UnusedPermission: [check('permission-unused', 'info', 'name')],
};

/** https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html */
const ofSecurityHub: Readonly<Record<string, readonly EquivalentCheck[]>> = {
  'IAM.1': [check('policy-admin-customer-attached', 'high', 'name')],
  'IAM.2': [check('user-direct-policy', 'low', 'name')],
  'IAM.3': [check('access-key-not-rotated', 'medium', 'untold')],
  'IAM.4': [check('root-access-key-present', 'critical', 'root')],
  'IAM.5': [check('user-console-mfa-disabled', 'high', 'name')],
  'IAM.6': [check('root-hardware-mfa-missing', 'high', 'root')],
  'IAM.8': [...unusedKey, ...unusedPassword],
  'IAM.9': [check('root-mfa-disabled', 'critical', 'root')],
  'IAM.11': [check('password-policy-uppercase', 'low', 'account')],
  'IAM.12': [check('password-policy-lowercase', 'low', 'account')],
  'IAM.13': [check('password-policy-symbol', 'low', 'account')],
  'IAM.14': [check('password-policy-number', 'low', 'account')],
  'IAM.15': [check('password-policy-min-length', 'medium', 'account')],
  'IAM.16': [check('password-policy-reuse', 'medium', 'account')],
  'IAM.17': [check('password-policy-max-age', 'low', 'account')],
  'IAM.18': [check('support-role-missing', 'low', 'account')],
  'IAM.19': [check('user-mfa-missing', 'low', 'name')],
  'IAM.20': [check('root-recently-used', 'high', 'root')],
  'IAM.21': [check('policy-service-wildcard', 'low', 'name')],
  'IAM.22': [...unusedKey, ...unusedPassword],
  'IAM.24': [check('role-untagged', 'info', 'name')],
  'IAM.25': [check('user-untagged', 'info', 'name')],
};

/** Checks of ours that say what the finding says. */
export const equivalentChecks = ({
  product,
  type,
}: Pick<NeighbourFinding, 'product' | 'type'>): readonly EquivalentCheck[] => {
  if (product === 'access-analyzer') return ofAccessAnalyzer[type] ?? [];
  return product === 'security-hub' ? (ofSecurityHub[type] ?? []) : [];
};

/** Every equivalence, for those who make sure that the checks exist. */
export const allEquivalents: readonly (readonly [NeighbourProduct, string, readonly EquivalentCheck[]])[] = [
  ...Object.entries(ofAccessAnalyzer).map(([type, checks]) => ['access-analyzer', type, checks] as const),
  ...Object.entries(ofSecurityHub).map(([type, checks]) => ['security-hub', type, checks] as const),
];

const rootRules = ['root-api-activity', 'root-console-login', 'root-console-login-without-mfa'];
const signInRules = [
  'console-login-multi-country',
  'console-login-impossible-travel',
  'console-login-disallowed-country',
  'console-login-outside-networks',
];
const stolenSession = ['instance-credentials-used-outside-aws', 'session-token-multiple-networks'];
const hackingTool = ['suspicious-user-agent', 'trufflehog-user-agent'];

/**
 * Rules of ours that fire on what makes GuardDuty report this (https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_finding-types-iam.html).
 * Its anomalies and its lists of addresses have no counterpart: they are findings of their own.
 */
export const equivalentRules: Readonly<Record<string, readonly string[]>> = {
  'Policy:IAMUser/RootCredentialUsage': rootRules,
  'Policy:IAMUser/ShortTermRootCredentialUsage': ['root-assume-root', 'root-api-activity'],
  'Stealth:IAMUser/CloudTrailLoggingDisabled': ['cloudtrail-stopped', 'cloudtrail-deleted'],
  'Stealth:IAMUser/PasswordPolicyChange': ['password-policy-weakened'],
  'UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B': signInRules,
  'UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.InsideAWS': stolenSession,
  'UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS': stolenSession,
  'PenTest:IAMUser/KaliLinux': hackingTool,
  'PenTest:IAMUser/ParrotLinux': hackingTool,
  'PenTest:IAMUser/PentooLinux': hackingTool,
};
