import type { SourceName } from './snapshot.ts';

/** By source: what people call it, and the AWS calls that it is read with, as `errors.json` and permissions name them. */
export const sourceCalls = {
  credentialReport: {
    title: 'credential report',
    calls: ['GenerateCredentialReport', 'GetCredentialReport'],
  },
  authorization: { title: 'authorization details', calls: ['GetAccountAuthorizationDetails'] },
  accountSummary: { title: 'account summary', calls: ['GetAccountSummary'] },
  passwordPolicy: { title: 'password policy', calls: ['GetAccountPasswordPolicy'] },
  accessKeys: { title: 'access keys', calls: ['ListAccessKeys'] },
  virtualMfaDevices: { title: 'virtual MFA devices', calls: ['ListVirtualMFADevices'] },
  mfaDevices: { title: 'MFA devices', calls: ['ListMFADevices'] },
  serviceCredentials: {
    title: 'service-specific credentials',
    calls: ['ListServiceSpecificCredentials'],
  },
  sshPublicKeys: { title: 'SSH public keys', calls: ['ListSSHPublicKeys'] },
  signingCertificates: { title: 'signing certificates', calls: ['ListSigningCertificates'] },
  serverCertificates: { title: 'server certificates', calls: ['ListServerCertificates'] },
  samlProviders: { title: 'SAML providers', calls: ['ListSAMLProviders'] },
  oidcProviders: { title: 'OIDC providers', calls: ['ListOpenIDConnectProviders'] },
  identityCenterInstances: { title: 'Identity Center instances', calls: ['ListInstances'] },
  serviceAccess: {
    title: 'services last accessed',
    calls: ['GenerateServiceLastAccessedDetails', 'GetServiceLastAccessedDetails'],
  },
  instanceProfiles: { title: 'instance profiles', calls: ['ListInstanceProfiles'] },
  instanceProfileUses: {
    title: 'instance profiles of instances',
    calls: ['DescribeIamInstanceProfileAssociations'],
  },
  organization: { title: 'organisation', calls: ['DescribeOrganization'] },
  organizationFeatures: { title: 'central root access', calls: ['ListOrganizationsFeatures'] },
  delegatedAdministrators: {
    title: 'delegated administrators',
    calls: ['ListDelegatedAdministrators', 'ListDelegatedServicesForAccount'],
  },
  organizationPolicies: {
    title: 'policies of the organisation',
    calls: ['ListPolicies', 'DescribePolicy', 'ListTargetsForPolicy'],
  },
  regions: { title: 'enabled Regions', calls: ['DescribeRegions'] },
  trails: { title: 'trails', calls: ['DescribeTrails'] },
  trailStatus: { title: 'status of trails', calls: ['GetTrailStatus'] },
  trailSelectors: { title: 'event selectors of trails', calls: ['GetEventSelectors'] },
  trailInsights: { title: 'insight selectors of trails', calls: ['GetInsightSelectors'] },
  buckets: {
    title: 'buckets of trails',
    calls: [
      'GetBucketPolicyStatus',
      'GetBucketAcl',
      'GetPublicAccessBlock',
      'GetBucketLogging',
      'GetBucketVersioning',
    ],
  },
  recordedCalls: { title: 'recorded calls', calls: ['LookupEvents'] },
  analyzers: { title: 'analyzers', calls: ['ListAnalyzers'] },
  analyzerFindings: { title: 'findings of analyzers', calls: ['ListFindings', 'ListFindingsV2'] },
  guardDuty: { title: 'GuardDuty detectors', calls: ['ListDetectors', 'GetDetector'] },
  securityHub: { title: 'Security Hub', calls: ['DescribeHub'] },
  configRecorders: {
    title: 'configuration recorders',
    calls: ['DescribeConfigurationRecorderStatus'],
  },
} as const satisfies Readonly<
  Record<SourceName, { readonly title: string; readonly calls: readonly string[] }>
>;

export const sourceNames = Object.keys(sourceCalls) as readonly SourceName[];
