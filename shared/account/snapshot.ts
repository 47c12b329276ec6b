import type { PasswordPolicyFact } from './lookup.ts';
import type { ServiceAccess } from './snapshot-access.ts';
import type {
  AccessKeyDetail,
  CredentialReport,
  MfaDevice,
  ServiceCredential,
  SigningCertificate,
  SshPublicKey,
  VirtualMfaDevice,
} from './snapshot-credentials.ts';
import type { AuthorizationDetails } from './snapshot-identities.ts';
import type {
  BucketDetail,
  RecordedCall,
  TrailDetail,
  TrailSelectors,
  TrailStatus,
} from './snapshot-logging.ts';
import type {
  DelegatedAdministrator,
  InOrganization,
  OrganizationDetail,
  OrganizationPolicy,
} from './snapshot-organization.ts';
import type {
  AnalyzerDetail,
  AnalyzerFinding,
  ConfigRecorder,
  DetectorDetail,
  InstanceProfileDetail,
  ServerCertificate,
} from './snapshot-services.ts';
import type { Keyed, Source } from './source.ts';

/** What each source of an account snapshot holds. Plain data (it survives JSON); the shape is ours, not the SDK's or the command line's. */
export interface SnapshotValues {
  readonly credentialReport: CredentialReport;
  readonly authorization: AuthorizationDetails;
  /** SummaryMap of GetAccountSummary, e.g. `AccountMFAEnabled`, `AccountAccessKeysPresent`. */
  readonly accountSummary: Readonly<Record<string, number>>;
  /** `none`: AWS answered that the account has no password policy of its own. */
  readonly passwordPolicy: PasswordPolicyFact | 'none';
  /** Of all IAM users; never the root user's. */
  readonly accessKeys: readonly AccessKeyDetail[];
  /** Virtual devices of the root user and all IAM users. */
  readonly virtualMfaDevices: readonly VirtualMfaDevice[];
  /** Devices of every kind, of all IAM users. */
  readonly mfaDevices: readonly MfaDevice[];
  readonly serviceCredentials: readonly ServiceCredential[];
  readonly sshPublicKeys: readonly SshPublicKey[];
  readonly signingCertificates: readonly SigningCertificate[];
  readonly serverCertificates: readonly ServerCertificate[];
  /** ARNs. */
  readonly samlProviders: readonly string[];
  /** ARNs. */
  readonly oidcProviders: readonly string[];
  /** ARNs of IAM Identity Center instances that the account sees. */
  readonly identityCenterInstances: readonly string[];
  /** By ARN of user or role. */
  readonly serviceAccess: readonly Keyed<ServiceAccess>[];
  readonly instanceProfiles: readonly InstanceProfileDetail[];
  /** By Region: ARNs of the instance profiles that EC2 instances use. */
  readonly instanceProfileUses: readonly Keyed<readonly string[]>[];
  readonly organization: InOrganization<OrganizationDetail>;
  /** Names of the enabled features for central root access, e.g. `RootCredentialsManagement`. */
  readonly organizationFeatures: InOrganization<readonly string[]>;
  readonly delegatedAdministrators: InOrganization<readonly DelegatedAdministrator[]>;
  readonly organizationPolicies: InOrganization<readonly OrganizationPolicy[]>;
  /** Names of the Regions that are enabled in the account. */
  readonly regions: readonly string[];
  readonly trails: readonly TrailDetail[];
  /** By ARN of the trail. */
  readonly trailStatus: readonly Keyed<TrailStatus>[];
  /** By ARN of the trail. */
  readonly trailSelectors: readonly Keyed<TrailSelectors>[];
  /** By ARN of the trail: its insight types, e.g. `ApiCallRateInsight`. */
  readonly trailInsights: readonly Keyed<readonly string[]>[];
  /** By name of the bucket. */
  readonly buckets: readonly Keyed<BucketDetail>[];
  /** Calls of the last 24 hours or more. */
  readonly recordedCalls: readonly RecordedCall[];
  /** By Region. */
  readonly analyzers: readonly Keyed<readonly AnalyzerDetail[]>[];
  /** By ARN of the analyzer. */
  readonly analyzerFindings: readonly Keyed<readonly AnalyzerFinding[]>[];
  /** By Region. */
  readonly guardDuty: readonly Keyed<readonly DetectorDetail[]>[];
  /** By Region: whether Security Hub is enabled. */
  readonly securityHub: readonly Keyed<boolean>[];
  /** By Region. */
  readonly configRecorders: readonly Keyed<readonly ConfigRecorder[]>[];
}

export type SourceName = keyof SnapshotValues;

export type SnapshotSources = { readonly [N in SourceName]: Source<SnapshotValues[N]> };

/**
 * The state of one account at about one time, as far as it could be read. Pure data: who wants to judge it brings the clock.
 */
export interface AccountSnapshot {
  /** 12 digits; absent when no source names the account. */
  readonly accountId?: string;
  /** `aws`, `aws-cn`, `aws-us-gov`; `aws` when no source names it. */
  readonly partition: string;
  readonly sources: SnapshotSources;
}
