import {
  fixtureAccount,
  reportCsv,
  reportRow,
  roleArn,
  userArn,
} from '../../fixtures/account/account-files.ts';
import type { Script } from './scripted-account.ts';
import { refused } from './scripted-account.ts';

export const reportMadeAt = new Date('2026-03-04T03:00:00Z');
export const trailArn = `arn:aws:cloudtrail:us-east-1:${fixtureAccount}:trail/main`;
export const analyzerArn = `arn:aws:access-analyzer:us-east-1:${fixtureAccount}:analyzer/external`;
const made = new Date('2024-05-06T07:08:09Z');
const adminArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
const encoded = (document: object): string => encodeURIComponent(JSON.stringify(document));
const allowAll = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};

const report = reportCsv([
  reportRow('<root_account>', { password_enabled: 'true', mfa_active: 'true' }),
  reportRow('kim', {
    password_enabled: 'true',
    password_last_used: '2026-03-03T00:00:00+00:00',
    password_last_changed: '2026-01-01T00:00:00+00:00',
    access_key_1_active: 'true',
    access_key_1_last_rotated: '2024-05-06T07:08:09+00:00',
    access_key_1_last_used_date: '2026-03-03T00:00:00+00:00',
  }),
  reportRow('lee@example.com'),
]);

const kim = {
  Path: '/',
  UserName: 'kim',
  UserId: 'AIDAKIM',
  Arn: userArn('kim'),
  CreateDate: made,
  GroupList: ['admins'],
  AttachedManagedPolicies: [],
  UserPolicyList: [{ PolicyName: 'all', PolicyDocument: encoded(allowAll) }],
};
const lee = { ...kim, UserName: 'lee@example.com', UserId: 'AIDALEE', Arn: userArn('lee@example.com') };
const deploy = {
  Path: '/',
  RoleName: 'deploy',
  RoleId: 'AROADEPLOY',
  Arn: roleArn('deploy'),
  CreateDate: made,
  AssumeRolePolicyDocument: encoded({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  }),
  AttachedManagedPolicies: [{ PolicyName: 'AdministratorAccess', PolicyArn: adminArn }],
  RoleLastUsed: { LastUsedDate: new Date('2026-03-01T00:00:00Z'), Region: 'us-east-1' },
};

const byMarker =
  (first: object, second: object, name = 'Marker') =>
  (input: Readonly<Record<string, unknown>>): object =>
    input[name] === undefined ? first : second;

/** A small account with something in every source, in more than one page where there can be. */
export const smallAccount: Script = {
  GetCallerIdentity: {
    Account: fixtureAccount,
    Arn: `arn:aws:sts::${fixtureAccount}:assumed-role/audit/me`,
  },
  GetCredentialReport: { Content: new TextEncoder().encode(report), GeneratedTime: reportMadeAt },
  GenerateCredentialReport: { State: 'COMPLETE' },
  GetAccountAuthorizationDetails: byMarker(
    {
      UserDetailList: [kim],
      RoleDetailList: [],
      GroupDetailList: [],
      Policies: [],
      IsTruncated: true,
      Marker: 'm',
    },
    {
      UserDetailList: [lee],
      RoleDetailList: [deploy],
      GroupDetailList: [
        {
          Path: '/',
          GroupName: 'admins',
          GroupId: 'AGPA',
          Arn: `arn:aws:iam::${fixtureAccount}:group/admins`,
          CreateDate: made,
        },
      ],
      Policies: [],
      IsTruncated: false,
    },
  ),
  GetAccountSummary: { SummaryMap: { AccountMFAEnabled: 1, AccountAccessKeysPresent: 0 } },
  GetAccountPasswordPolicy: refused('NoSuchEntityException'),
  ListUsers: byMarker(
    { Users: [{ UserName: 'kim' }], IsTruncated: true, Marker: 'm' },
    { Users: [{ UserName: 'lee@example.com' }], IsTruncated: false },
  ),
  ListAccessKeys: ({ UserName }) => ({
    AccessKeyMetadata:
      UserName === 'kim' ? [{ UserName, AccessKeyId: 'AKIAKIM', Status: 'Active', CreateDate: made }] : [],
  }),
  ListMFADevices: ({ UserName }) => ({
    MFADevices: UserName === 'kim' ? [] : [{ UserName, SerialNumber: 'GAHT1', EnableDate: made }],
  }),
  ListSSHPublicKeys: { SSHPublicKeys: [] },
  ListSigningCertificates: ({ UserName }) => ({
    Certificates: [
      {
        UserName,
        CertificateId: `C${String(UserName)}`,
        CertificateBody: 'PEM',
        Status: 'Active',
        UploadDate: made,
      },
    ],
  }),
  ListServiceSpecificCredentials: ({ Marker }) => {
    const one = (id: string) => ({
      UserName: 'kim',
      Status: 'Active',
      ServiceName: 'codecommit.amazonaws.com',
      CreateDate: made,
      ServiceSpecificCredentialId: id,
    });
    return Marker === undefined
      ? { ServiceSpecificCredentials: [one('ACCA1')], IsTruncated: true, Marker: 'm' }
      : { ServiceSpecificCredentials: [one('ACCA2')], IsTruncated: false };
  },
  ListVirtualMFADevices: {
    VirtualMFADevices: [
      {
        SerialNumber: `arn:aws:iam::${fixtureAccount}:mfa/root-account-mfa-device`,
        User: { UserId: fixtureAccount, Arn: `arn:aws:iam::${fixtureAccount}:root` },
        EnableDate: made,
      },
    ],
  },
  ListServerCertificates: {
    ServerCertificateMetadataList: [
      {
        ServerCertificateName: 'old',
        ServerCertificateId: 'ASCA',
        Arn: `arn:aws:iam::${fixtureAccount}:server-certificate/old`,
        Expiration: new Date('2025-01-01T00:00:00Z'),
      },
    ],
  },
  ListSAMLProviders: { SAMLProviderList: [{ Arn: `arn:aws:iam::${fixtureAccount}:saml-provider/x` }] },
  ListOpenIDConnectProviders: { OpenIDConnectProviderList: [] },
  ListInstances: (_, region) =>
    region === 'eu-west-1'
      ? { Instances: [{ InstanceArn: 'arn:aws:sso:::instance/ssoins-1' }] }
      : refused('AccessDeniedException', 'an explicit deny in a service control policy'),
  ListInstanceProfiles: {
    InstanceProfiles: [
      {
        InstanceProfileName: 'web',
        Arn: `arn:aws:iam::${fixtureAccount}:instance-profile/web`,
        CreateDate: made,
        Roles: [deploy],
      },
    ],
  },
  DescribeIamInstanceProfileAssociations: byMarker(
    {
      IamInstanceProfileAssociations: [
        { IamInstanceProfile: { Arn: `arn:aws:iam::${fixtureAccount}:instance-profile/web` } },
      ],
    },
    {},
    'NextToken',
  ),
  DescribeOrganization: refused(
    'AWSOrganizationsNotInUseException',
    'Your account is not a member of an organization.',
  ),
  ListOrganizationsFeatures: refused('AccessDenied'),
  ListDelegatedAdministrators: refused('AccessDeniedException'),
  ListPolicies: refused('AccessDeniedException'),
  DescribeRegions: {
    Regions: [
      { RegionName: 'us-east-1', OptInStatus: 'opt-in-not-required' },
      { RegionName: 'eu-west-1', OptInStatus: 'opt-in-not-required' },
      { RegionName: 'ap-east-1', OptInStatus: 'not-opted-in' },
    ],
  },
  DescribeTrails: {
    trailList: [
      {
        Name: 'main',
        TrailARN: trailArn,
        HomeRegion: 'us-east-1',
        IsMultiRegionTrail: true,
        S3BucketName: 'logs',
        LogFileValidationEnabled: true,
      },
    ],
  },
  GetTrailStatus: { IsLogging: true, LatestDeliveryTime: made },
  GetEventSelectors: {
    EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true, DataResources: [] }],
  },
  GetInsightSelectors: refused('InsightNotEnabledException'),
  GetBucketPolicyStatus: refused('NoSuchBucketPolicy'),
  GetBucketAcl: { Grants: [{ Grantee: { ID: 'x', Type: 'CanonicalUser' }, Permission: 'FULL_CONTROL' }] },
  GetPublicAccessBlock: {
    PublicAccessBlockConfiguration: { IgnorePublicAcls: true, RestrictPublicBuckets: true },
  },
  GetBucketLogging: { LoggingEnabled: { TargetBucket: 'access-logs', TargetPrefix: '' } },
  GetBucketVersioning: refused('AccessDenied'),
  ListAnalyzers: (_, region) => ({
    analyzers:
      region === 'us-east-1'
        ? [
            {
              name: 'external',
              arn: analyzerArn,
              type: 'ACCOUNT',
              status: 'ACTIVE',
              tags: {},
              createdAt: made,
            },
          ]
        : [],
  }),
  ListFindingsV2: {
    findings: [
      {
        id: 'f1',
        status: 'ACTIVE',
        resource: 'arn:aws:s3:::open',
        findingType: 'ExternalAccess',
        updatedAt: made,
      },
    ],
  },
  ListDetectors: (_, region) => ({ DetectorIds: region === 'us-east-1' ? ['d1'] : [] }),
  GetDetector: { Status: 'ENABLED' },
  DescribeHub: (_, region) =>
    region === 'us-east-1'
      ? { HubArn: 'arn:aws:securityhub:us-east-1:111122223333:hub/default' }
      : refused('InvalidAccessException'),
  DescribeConfigurationRecorderStatus: (_, region) =>
    region === 'us-east-1'
      ? { ConfigurationRecordersStatus: [{ name: 'default', recording: true, lastStatus: 'SUCCESS' }] }
      : refused('AccessDeniedException', 'no'),
  GenerateServiceLastAccessedDetails: ({ Arn }) => ({ JobId: String(Arn) }),
  GetServiceLastAccessedDetails: byMarker(
    {
      JobStatus: 'COMPLETED',
      JobType: 'SERVICE_LEVEL',
      JobCreationDate: made,
      ServicesLastAccessed: [
        {
          ServiceName: 'Amazon S3',
          ServiceNamespace: 's3',
          LastAuthenticated: new Date('2026-03-01T00:00:00Z'),
        },
      ],
      IsTruncated: true,
      Marker: 'm',
    },
    {
      JobStatus: 'COMPLETED',
      ServicesLastAccessed: [{ ServiceName: 'KMS', ServiceNamespace: 'kms', TotalAuthenticatedEntities: 0 }],
      IsTruncated: false,
    },
  ),
};
