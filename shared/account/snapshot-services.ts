import type { Tag } from './snapshot-identities.ts';

/** A TLS certificate that is stored in IAM. */
export interface ServerCertificate {
  readonly name: string;
  readonly arn: string;
  readonly id: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

export interface InstanceProfileDetail {
  readonly name: string;
  readonly arn: string;
  readonly createdAt: string;
  readonly roleNames: readonly string[];
}

/** An analyzer of IAM Access Analyzer. */
export interface AnalyzerDetail {
  readonly name: string;
  readonly arn: string;
  /** As AWS writes it: `ACCOUNT`, `ORGANIZATION`, `ACCOUNT_UNUSED_ACCESS`, `ORGANIZATION_UNUSED_ACCESS`, … */
  readonly type: string;
  /** `ACTIVE`, `CREATING`, `DISABLED`, `FAILED`. */
  readonly status: string;
  readonly tags: readonly Tag[];
}

export interface AnalyzerFinding {
  readonly id: string;
  /** `ACTIVE`, `ARCHIVED`, `RESOLVED`. */
  readonly status: string;
  /** ARN, where the finding is about a resource. */
  readonly resource?: string;
  /** E.g. `ExternalAccess`, `UnusedIAMRole`. */
  readonly type?: string;
}

export interface DetectorDetail {
  readonly id: string;
  readonly enabled: boolean;
}

export interface ConfigRecorder {
  readonly name: string;
  readonly recording: boolean;
  /** `SUCCESS`, `FAILURE`, `PENDING` …; absent when it never ran. */
  readonly lastStatus?: string;
}
