import { arnOf, daysAgo } from './example-core.ts';
import type { PasswordPolicyFact } from './lookup.ts';
import type { AccessKeyDetail, CredentialRow, ReportDate, ReportedKey } from './snapshot-credentials.ts';

/** A date of the report, so many days ago. */
export const reported = (days: number): ReportDate => ({ at: daysAgo(days) });

export const notApplicable: ReportDate = { says: 'not-applicable' };
export const noInformation: ReportDate = { says: 'no-information' };

const noKey: ReportedKey = { active: false, lastRotated: notApplicable, lastUsed: notApplicable };
const noCertificate = { active: false, lastRotated: notApplicable };
const noPassword: CredentialRow['password'] = {
  enabled: false,
  lastUsed: notApplicable,
  lastChanged: notApplicable,
  nextRotation: notApplicable,
};

/** A user of the credential report, made 400 days ago. */
export const reportRow = (user: string, over: Partial<CredentialRow> = {}): CredentialRow => ({
  user,
  arn: arnOf(`user/${user}`),
  isRoot: false,
  created: reported(400),
  password: noPassword,
  mfaActive: false,
  keys: [noKey, noKey],
  certificates: [noCertificate, noCertificate],
  ...over,
});

/** The root user of the credential report: no key, a password, MFA. */
export const rootRow = (over: Partial<CredentialRow> = {}): CredentialRow =>
  reportRow('<root_account>', {
    arn: arnOf('root'),
    isRoot: true,
    password: {
      enabled: true,
      lastUsed: noInformation,
      lastChanged: { says: 'not-supported' },
      nextRotation: { says: 'not-supported' },
    },
    mfaActive: true,
    ...over,
  });

/** A password of the report; changed 10 days ago and used yesterday. */
export const password = (over: Partial<CredentialRow['password']> = {}): CredentialRow['password'] => ({
  enabled: true,
  lastUsed: reported(1),
  lastChanged: reported(10),
  nextRotation: notApplicable,
  ...over,
});

/** An active key of the report, so many days old. */
export const reportedKey = (age: number, lastUsed: ReportDate, active = true): ReportedKey => ({
  active,
  lastRotated: reported(age),
  lastUsed,
});

/** The two key slots of a row. */
export const slots = (first: ReportedKey = noKey, second: ReportedKey = noKey): readonly ReportedKey[] => [
  first,
  second,
];

/** A report of these rows. */
export const report = (...rows: readonly CredentialRow[]) => ({ credentialReport: { rows } });

/** An access key that ListAccessKeys tells of, so many days old. */
export const accessKey = (userName: string, id: string, age: number, active = true): AccessKeyDetail => ({
  id,
  userName,
  active,
  createdAt: daysAgo(age),
});

/** A password policy that asks for everything but an end of passwords. */
export const passwordPolicy = (over: Partial<PasswordPolicyFact> = {}): PasswordPolicyFact => ({
  minimumLength: 14,
  requiresSymbols: true,
  requiresNumbers: true,
  requiresUppercase: true,
  requiresLowercase: true,
  reusePrevention: 24,
  ...over,
});
