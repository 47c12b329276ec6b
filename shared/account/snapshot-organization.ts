/** An answer of AWS Organizations. An account outside every organisation is an answer, not a failure. */
export type InOrganization<T> =
  | { readonly inOrganization: true; readonly value: T }
  | { readonly inOrganization: false };

export interface OrganizationDetail {
  readonly id: string;
  readonly arn: string;
  readonly managementAccountId: string;
  /** `ALL` or `CONSOLIDATED_BILLING`. */
  readonly featureSet: string;
}

export interface DelegatedAdministrator {
  /** 12 digits. */
  readonly accountId: string;
  readonly name: string;
  /** Service principals it is an administrator for; empty when that was not asked. */
  readonly services: readonly string[];
}

export interface OrganizationPolicy {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  /** `SERVICE_CONTROL_POLICY`, `TAG_POLICY`, `AISERVICES_OPT_OUT_POLICY` … */
  readonly type: string;
  readonly isAwsManaged: boolean;
  /** JSON text or object. */
  readonly content: unknown;
  /** Ids of the root, organisational units and accounts it is attached to. */
  readonly targets: readonly string[];
}
