/**
 * A date of the credential report, or what the report says instead.
 *
 * - `not-applicable` (`N/A`): there is no such credential, or it was not used.
 * - `no-information`: not used since tracking began in October 2014, or never.
 * - `not-supported`: AWS does not tell it for this user (the root user).
 * - `empty`, `no-column`: nothing is said.
 * - `unreadable`: something is said that is no date.
 */
export type ReportDate =
  | { readonly at: string }
  | {
      readonly says:
        | 'not-applicable'
        | 'no-information'
        | 'not-supported'
        | 'empty'
        | 'no-column'
        | 'unreadable';
    };

/** A truth of the credential report. `unknown` is neither: the column is missing, empty or not readable. */
export type ReportFlag = boolean | 'not-supported' | 'unknown';

/** One of the two key slots of a row. The slot is no identity: join with `AccessKeyDetail` by creation. */
export interface ReportedKey {
  readonly active: ReportFlag;
  /** When the key was made, or switched on or off. */
  readonly lastRotated: ReportDate;
  /** To 15 minutes. */
  readonly lastUsed: ReportDate;
}

export interface ReportedCertificate {
  readonly active: ReportFlag;
  readonly lastRotated: ReportDate;
}

/** A user, or the root user, in the credential report. */
export interface CredentialRow {
  /** `<root_account>` for the root user. */
  readonly user: string;
  readonly arn: string;
  readonly isRoot: boolean;
  readonly created: ReportDate;
  readonly password: {
    readonly enabled: ReportFlag;
    readonly lastUsed: ReportDate;
    readonly lastChanged: ReportDate;
    readonly nextRotation: ReportDate;
  };
  readonly mfaActive: ReportFlag;
  readonly keys: readonly ReportedKey[];
  readonly certificates: readonly ReportedCertificate[];
}

export interface CredentialReport {
  readonly rows: readonly CredentialRow[];
}

/** An access key of an IAM user, as ListAccessKeys tells it. */
export interface AccessKeyDetail {
  readonly id: string;
  readonly userName: string;
  /** A third status exists for keys that AWS let expire: they open nothing either, and count as inactive. */
  readonly active: boolean;
  /** ISO 8601. */
  readonly createdAt: string;
  /** Since when it is active or inactive, ISO 8601, where our own events tell (`correct-keys.ts`); AWS does not. */
  readonly statusSince?: string;
}

export interface VirtualMfaDevice {
  readonly serial: string;
  /** ARN of the user, `…:root` for the root user; absent while nobody uses the device. */
  readonly userArn?: string;
}

export interface MfaDevice {
  readonly userName: string;
  /** An ARN for virtual devices and FIDO keys, a serial number for hardware tokens. */
  readonly serial: string;
}

/** A credential for one service (CodeCommit, Keyspaces, Bedrock, CloudWatch …). */
export interface ServiceCredential {
  readonly id: string;
  readonly userName: string;
  /** As AWS writes it, e.g. `codecommit.amazonaws.com`. */
  readonly service: string;
  readonly active: boolean;
  readonly createdAt: string;
  readonly expiresAt?: string;
}

export interface SshPublicKey {
  readonly id: string;
  readonly userName: string;
  readonly active: boolean;
  readonly uploadedAt: string;
}

export interface SigningCertificate {
  readonly id: string;
  readonly userName: string;
  readonly active: boolean;
  readonly uploadedAt: string;
}
