import { type FailedCall, saysNoSuchThing, saysNotInOrganization } from '../../../account/failed-call.ts';
import type { SnapshotValues, SourceName } from '../../../account/snapshot.ts';
import type { Keyed } from '../../../account/source.ts';
import { readServiceAccess } from './access-file.ts';
import { readAuthorization } from './authorization-file.ts';
import { readBucket } from './bucket-file.ts';
import {
  readAccessKeys,
  readAccountSummary,
  readMfaDevices,
  readPasswordPolicy,
  readServiceCredentials,
  readSigningCertificates,
  readSshPublicKeys,
  readVirtualMfaDevices,
} from './credential-files.ts';
import { readTrailInsights, readTrailSelectors, readTrailStatus, readTrails } from './logging-files.ts';
import {
  readDelegatedAdministrators,
  readOrganization,
  readOrganizationFeatures,
  readOrganizationPolicies,
} from './organization-files.ts';
import { readRecordedCalls } from './recorded-calls-file.ts';
import {
  readAnalyzerFindings,
  readAnalyzers,
  readConfigRecorders,
  readDetectors,
  readIdentityCenterInstances,
  readInstanceProfiles,
  readInstanceProfileUses,
  readOidcProviders,
  readRegions,
  readSamlProviders,
  readSecurityHub,
  readServerCertificates,
} from './service-files.ts';

/** A value, or undefined for an error that is no answer. */
type AnswerIn<T> = (failed: FailedCall) => T | undefined;

/** A source that is one file. */
export interface FileSource<T> {
  /** Its name in the folder. */
  readonly file: string;
  read(json: unknown, readAt: string): T;
  /** Errors of AWS that are answers. */
  readonly answerIn?: AnswerIn<T>;
}

/** A source that is a folder with a file for each thing; files whose content does not say what they are of are named after it. */
export interface FolderSource<T> {
  readonly folder: string;
  read(json: unknown, readAt: string, baseName: string): { readonly key: string; readonly value: T };
  readonly answerIn?: AnswerIn<T>;
}

type KeyedName = {
  [N in SourceName]: SnapshotValues[N] extends readonly Keyed<unknown>[] ? N : never;
}[SourceName];
type KeyedValue<N extends KeyedName> = SnapshotValues[N] extends readonly Keyed<infer T>[] ? T : never;
/** The credential report is CSV and has its own reader. */
type FileName = Exclude<SourceName, KeyedName | 'credentialReport'>;

const outside = (failed: FailedCall) =>
  saysNotInOrganization(failed) ? ({ inOrganization: false } as const) : undefined;

// Central root access needs trusted access for IAM and all features: without them nothing is enabled (ListOrganizationsFeatures,
// IAM API Reference, "Errors").
const featuresIn: AnswerIn<SnapshotValues['organizationFeatures']> = (failed) =>
  /^(ServiceAccessNotEnabled|OrganizationNotInAllFeaturesMode)/.test(failed.code)
    ? { inOrganization: true, value: [] }
    : outside(failed);

/** The files of the folder, each as a command of the AWS command line prints it. */
export const fileSources: { readonly [N in FileName]: FileSource<SnapshotValues[N]> } = {
  authorization: { file: 'account-authorization-details.json', read: readAuthorization },
  accountSummary: { file: 'account-summary.json', read: readAccountSummary },
  passwordPolicy: {
    file: 'password-policy.json',
    read: readPasswordPolicy,
    answerIn: (failed) => (saysNoSuchThing(failed) ? 'none' : undefined),
  },
  accessKeys: { file: 'access-keys.json', read: readAccessKeys },
  virtualMfaDevices: { file: 'virtual-mfa-devices.json', read: readVirtualMfaDevices },
  mfaDevices: { file: 'mfa-devices.json', read: readMfaDevices },
  serviceCredentials: { file: 'service-specific-credentials.json', read: readServiceCredentials },
  sshPublicKeys: { file: 'ssh-public-keys.json', read: readSshPublicKeys },
  signingCertificates: { file: 'signing-certificates.json', read: readSigningCertificates },
  serverCertificates: { file: 'server-certificates.json', read: readServerCertificates },
  samlProviders: { file: 'saml-providers.json', read: readSamlProviders },
  oidcProviders: { file: 'oidc-providers.json', read: readOidcProviders },
  identityCenterInstances: { file: 'identity-center-instances.json', read: readIdentityCenterInstances },
  instanceProfiles: { file: 'instance-profiles.json', read: readInstanceProfiles },
  organization: { file: 'organization.json', read: readOrganization, answerIn: outside },
  organizationFeatures: {
    file: 'organizations-features.json',
    read: readOrganizationFeatures,
    answerIn: featuresIn,
  },
  delegatedAdministrators: {
    file: 'delegated-administrators.json',
    read: readDelegatedAdministrators,
    answerIn: outside,
  },
  organizationPolicies: {
    file: 'organization-policies.json',
    read: readOrganizationPolicies,
    answerIn: outside,
  },
  regions: { file: 'regions.json', read: readRegions },
  trails: { file: 'trails.json', read: readTrails },
  recordedCalls: { file: 'cloudtrail-events.json', read: readRecordedCalls },
};

const named =
  <T>(read: (json: unknown) => T) =>
  (json: unknown, _readAt: string, baseName: string) => ({ key: baseName, value: read(json) });

// DescribeHub, Security Hub API Reference: InvalidAccessException when the account is not subscribed.
const hubIn: AnswerIn<boolean> = ({ code }) =>
  /^(InvalidAccess|ResourceNotFound)/.test(code) ? false : undefined;

// GetInsightSelectors, CloudTrail API Reference.
const insightsIn: AnswerIn<readonly string[]> = ({ code }) =>
  code.startsWith('InsightNotEnabled') ? [] : undefined;

/** The folders of the folder. */
export const folderSources: { readonly [N in KeyedName]: FolderSource<KeyedValue<N>> } = {
  serviceAccess: { folder: 'service-last-accessed', read: readServiceAccess },
  instanceProfileUses: { folder: 'instance-profile-associations', read: named(readInstanceProfileUses) },
  trailStatus: { folder: 'trail-status', read: readTrailStatus },
  trailSelectors: { folder: 'trail-event-selectors', read: readTrailSelectors },
  trailInsights: { folder: 'trail-insight-selectors', read: readTrailInsights, answerIn: insightsIn },
  buckets: { folder: 'buckets', read: readBucket },
  analyzers: { folder: 'analyzers', read: named(readAnalyzers) },
  analyzerFindings: { folder: 'analyzer-findings', read: readAnalyzerFindings },
  guardDuty: { folder: 'guardduty', read: named(readDetectors) },
  securityHub: { folder: 'security-hub', read: named(readSecurityHub), answerIn: hubIn },
  configRecorders: { folder: 'config-recorders', read: named(readConfigRecorders) },
};

export const credentialReportFile = 'credential-report.csv';
