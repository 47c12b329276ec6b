import type { Source } from './source.ts';

export interface TrailDetail {
  readonly name: string;
  readonly arn: string;
  readonly homeRegion: string;
  readonly isMultiRegion: boolean;
  readonly isOrganizationTrail: boolean;
  readonly bucket: string;
  readonly kmsKeyId?: string;
  readonly logGroupArn?: string;
  readonly validatesLogFiles: boolean;
}

export interface TrailStatus {
  readonly isLogging: boolean;
  /** ISO 8601. */
  readonly lastCloudWatchDeliveryAt?: string;
  readonly lastDeliveryError?: string;
}

/** A field of an advanced event selector with its tests, each a list of values joined by "or". */
export interface FieldSelector {
  readonly field: string;
  readonly equals: readonly string[];
  readonly startsWith: readonly string[];
  readonly endsWith: readonly string[];
  readonly notEquals: readonly string[];
  readonly notStartsWith: readonly string[];
  readonly notEndsWith: readonly string[];
}

/** What a trail records. A trail has either kind of selectors; one without any records management events. */
export interface TrailSelectors {
  readonly basic: readonly {
    /** `All`, `ReadOnly`, `WriteOnly`. */
    readonly readWriteType: string;
    readonly includesManagementEvents: boolean;
    readonly excludedSources: readonly string[];
    readonly dataResources: readonly { readonly type: string; readonly values: readonly string[] }[];
  }[];
  readonly advanced: readonly { readonly fields: readonly FieldSelector[] }[];
}

/** What opens a bucket to everyone, as S3 tells it. */
export interface BucketExposure {
  /** What S3 itself says of the bucket policy (GetBucketPolicyStatus); false without a policy. */
  readonly isPolicyPublic: boolean;
  /** URIs of the groups that the ACL gives something to. */
  readonly aclGroups: readonly string[];
  readonly ignoresPublicAcls: boolean;
  readonly restrictsPublicBuckets: boolean;
}

/** An S3 bucket; each part is a call of its own. */
export interface BucketDetail {
  readonly exposure: Source<BucketExposure>;
  /** Name of the bucket that the access log goes to; `none` when access is not logged. */
  readonly accessLogBucket: Source<string>;
  readonly hasMfaDelete: Source<boolean>;
}

/** A call that CloudTrail recorded. */
export interface RecordedCall {
  /** E.g. `iam:ListUsers`. */
  readonly action: string;
  /** ISO 8601. */
  readonly time: string;
  /** Stable key of who called, without session names. */
  readonly actorKey: string;
  /** ARN, for people. */
  readonly actor: string;
}
