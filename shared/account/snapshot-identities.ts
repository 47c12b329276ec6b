/** A policy document as it came: a JSON object, JSON text, or URL-encoded JSON text. Read it with `readPolicy` of shared/policy. */
export type RawPolicyDocument = unknown;

export interface InlinePolicy {
  readonly name: string;
  readonly document: RawPolicyDocument;
}

export interface AttachedPolicy {
  readonly name: string;
  readonly arn: string;
}

export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** What users, groups and roles have in common. */
interface Holder {
  readonly name: string;
  /** Begins and ends with `/`. */
  readonly path: string;
  readonly arn: string;
  /** Unique id, e.g. `AIDA…`, `AROA…`, `AGPA…`. */
  readonly id: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly inlinePolicies: readonly InlinePolicy[];
  readonly attachedPolicies: readonly AttachedPolicy[];
}

export interface UserDetail extends Holder {
  /** Names. */
  readonly groups: readonly string[];
  readonly boundaryArn?: string;
  readonly tags: readonly Tag[];
}

export type GroupDetail = Holder;

export interface RoleDetail extends Holder {
  readonly trustPolicy: RawPolicyDocument;
  readonly boundaryArn?: string;
  readonly tags: readonly Tag[];
  /** Absent when AWS saw no use in its tracking period (at least 400 days, shorter in younger Regions). */
  readonly lastUsedAt?: string;
  readonly instanceProfileArns: readonly string[];
}

export interface PolicyVersion {
  readonly id: string;
  readonly isDefault: boolean;
  readonly createdAt: string;
  readonly document: RawPolicyDocument;
}

export interface ManagedPolicy {
  readonly name: string;
  readonly path: string;
  readonly arn: string;
  readonly id: string;
  /** Owned by AWS, not by the account. */
  readonly isAwsManaged: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly attachmentCount: number;
  readonly boundaryUsageCount: number;
  readonly versions: readonly PolicyVersion[];
}

/** The answer of GetAccountAuthorizationDetails. */
export interface AuthorizationDetails {
  readonly users: readonly UserDetail[];
  readonly groups: readonly GroupDetail[];
  readonly roles: readonly RoleDetail[];
  /** Customer managed policies, and those of AWS that are attached to something. */
  readonly policies: readonly ManagedPolicy[];
}
