import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SourceName } from '../../../shared/account/snapshot.ts';
import { readingOf } from '../../../shared/account/source.ts';
import { sourceCalls, sourceNames } from '../../../shared/account/source-calls.ts';
import {
  fileOfSource,
  NoSuchFolderError,
  readAccountFolder,
} from '../../../shared/adapters/files/account-folder/read-account-folder.ts';
import {
  type AccountFiles,
  fixtureAccount,
  fixtureReadAt,
  reportCsv,
  reportRow,
  roleArn,
  userArn,
  writeAccountFolder,
} from '../../fixtures/account/account-files.ts';

const read = (files: AccountFiles) => readAccountFolder(writeAccountFolder(files));

const sourceIn = async (files: AccountFiles, name: SourceName) => {
  const { snapshot, faults } = await read(files);
  return { source: snapshot.sources[name], faults };
};

const report = reportCsv([reportRow('<root_account>'), reportRow('kim')]);
const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
const details = {
  UserDetailList: [
    {
      Path: '/',
      UserName: 'kim',
      UserId: 'AIDAEXAMPLE',
      Arn: userArn('kim'),
      CreateDate: '2024-01-01T00:00:00+00:00',
      UserPolicyList: [{ PolicyName: 'p', PolicyDocument: document }],
      GroupList: ['admins'],
      AttachedManagedPolicies: [],
      PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: 'arn:b' },
      Tags: [{ Key: 'owner', Value: '김' }],
    },
  ],
  GroupDetailList: [],
  RoleDetailList: [
    {
      Path: '/x/',
      RoleName: 'r',
      RoleId: 'AROAEXAMPLE',
      Arn: roleArn('x/r'),
      CreateDate: '2024-01-01T00:00:00+00:00',
      AssumeRolePolicyDocument: '%7B%7D',
      InstanceProfileList: [{ Arn: 'arn:ip' }],
      RolePolicyList: [],
      AttachedManagedPolicies: [{ PolicyName: 'A', PolicyArn: 'arn:aws:iam::aws:policy/A' }],
      RoleLastUsed: {},
    },
  ],
  Policies: [],
};

/** One right file for each source, as its command prints it. */
const rightFiles: { readonly [N in SourceName]: unknown } = {
  credentialReport: report,
  authorization: details,
  accountSummary: { SummaryMap: { AccountMFAEnabled: 1 } },
  passwordPolicy: { PasswordPolicy: { MinimumPasswordLength: 14, ExpirePasswords: false } },
  accessKeys: [
    {
      UserName: 'kim',
      AccessKeyId: 'AKIAEXAMPLE',
      Status: 'Active',
      CreateDate: '2024-01-01T00:00:00+00:00',
    },
  ],
  virtualMfaDevices: {
    VirtualMFADevices: [
      {
        SerialNumber: `arn:aws:iam::${fixtureAccount}:mfa/root-account-mfa-device`,
        User: { UserId: fixtureAccount, Arn: `arn:aws:iam::${fixtureAccount}:root` },
      },
      { SerialNumber: `arn:aws:iam::${fixtureAccount}:mfa/unused` },
    ],
  },
  mfaDevices: {
    MFADevices: [{ UserName: 'kim', SerialNumber: 'GAHT12345678', EnableDate: '2024-01-01T00:00:00Z' }],
  },
  serviceCredentials: {
    ServiceSpecificCredentials: [
      {
        UserName: 'kim',
        Status: 'Active',
        ServiceName: 'bedrock.amazonaws.com',
        CreateDate: '2024-01-01T00:00:00Z',
        ExpirationDate: '2026-01-01T00:00:00Z',
        ServiceSpecificCredentialId: 'ACCAEXAMPLE',
      },
    ],
  },
  sshPublicKeys: { SSHPublicKeys: [] },
  signingCertificates: { Certificates: [] },
  serverCertificates: { ServerCertificateMetadataList: [] },
  samlProviders: { SAMLProviderList: [{ Arn: `arn:aws:iam::${fixtureAccount}:saml-provider/x` }] },
  oidcProviders: { OpenIDConnectProviderList: [] },
  identityCenterInstances: { Instances: [] },
  serviceAccess: {
    Arn: roleArn('x/r'),
    JobStatus: 'COMPLETED',
    JobType: 'ACTION_LEVEL',
    JobCreationDate: '2026-03-04T00:00:00Z',
    ServicesLastAccessed: [
      { ServiceName: 'Amazon S3', ServiceNamespace: 's3', TotalAuthenticatedEntities: 0 },
      { ServiceName: 'IAM', ServiceNamespace: 'iam', LastAuthenticated: '2026-03-01T00:00:00Z' },
    ],
  },
  instanceProfiles: { InstanceProfiles: [] },
  instanceProfileUses: { IamInstanceProfileAssociations: [{ IamInstanceProfile: { Arn: 'arn:ip' } }] },
  organization: {
    Organization: { Id: 'o-1', Arn: 'arn:o', MasterAccountId: fixtureAccount, FeatureSet: 'ALL' },
  },
  organizationFeatures: { OrganizationId: 'o-1', EnabledFeatures: ['RootCredentialsManagement'] },
  delegatedAdministrators: { DelegatedAdministrators: [{ Id: fixtureAccount, Name: 'audit' }] },
  organizationPolicies: {
    Policies: [
      {
        PolicySummary: {
          Id: 'p-1',
          Arn: 'arn:p',
          Name: 'n',
          Type: 'SERVICE_CONTROL_POLICY',
          AwsManaged: false,
        },
        Content: '{}',
        Targets: [{ TargetId: 'r-1' }],
      },
    ],
  },
  regions: { Regions: [{ RegionName: 'us-east-1', OptInStatus: 'opt-in-not-required' }] },
  trails: {
    trailList: [
      { Name: 't', TrailARN: 'arn:t', HomeRegion: 'us-east-1', IsMultiRegionTrail: true, S3BucketName: 'b' },
    ],
  },
  trailStatus: { TrailARN: 'arn:t', IsLogging: true, LatestCloudWatchLogsDeliveryTime: 1_772_600_000.5 },
  trailSelectors: {
    TrailARN: 'arn:t',
    EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true }],
  },
  trailInsights: { TrailARN: 'arn:t', InsightSelectors: [{ InsightType: 'ApiCallRateInsight' }] },
  buckets: {
    Bucket: 'b',
    GetBucketPolicyStatus: { code: 'NoSuchBucketPolicy', message: 'The bucket policy does not exist' },
    GetBucketAcl: { Grants: [{ Grantee: { Type: 'CanonicalUser', ID: 'x' }, Permission: 'FULL_CONTROL' }] },
    GetPublicAccessBlock: {
      PublicAccessBlockConfiguration: { IgnorePublicAcls: true, RestrictPublicBuckets: true },
    },
    GetBucketLogging: {},
    GetBucketVersioning: { code: 'AccessDenied', message: 'no' },
  },
  recordedCalls: {
    Events: [
      {
        CloudTrailEvent: JSON.stringify({
          eventID: '1',
          eventName: 'ListUsers',
          eventSource: 'iam.amazonaws.com',
          eventTime: '2026-03-04T04:00:00Z',
          userIdentity: { type: 'IAMUser', arn: userArn('kim'), userName: 'kim' },
        }),
      },
    ],
  },
  analyzers: {
    analyzers: [{ name: 'a', arn: 'arn:a', type: 'ACCOUNT', status: 'ACTIVE', tags: { owner: 'x' } }],
  },
  analyzerFindings: { analyzerArn: 'arn:a', findings: [{ id: '1', status: 'ACTIVE', resource: 'arn:r' }] },
  guardDuty: { Status: 'ENABLED' },
  securityHub: { HubArn: 'arn:hub' },
  configRecorders: { ConfigurationRecordersStatus: [{ name: 'default', recording: true }] },
};

const fileNameOf = (name: SourceName): string => fileOfSource(name).replace('*', 'us-east-1');
const everyFile: AccountFiles = Object.fromEntries(
  sourceNames.map((name) => [fileNameOf(name), rightFiles[name]]),
);
const isFolder = (name: SourceName): boolean => fileOfSource(name).includes('*');

describe('a folder', () => {
  it('with every file gives every source', async () => {
    const { snapshot, faults, notes } = await read(everyFile);
    expect({ faults, notes }).toEqual({ faults: [], notes: [] });
    expect(Object.values(snapshot.sources).filter(({ status }) => status !== 'read')).toEqual([]);
    expect(snapshot).toMatchObject({ accountId: fixtureAccount, partition: 'aws' });
  });

  it('gives what the files say', async () => {
    const { sources } = (await read(everyFile)).snapshot;
    const valueIn = (name: SourceName) => (sources[name] as { value: unknown }).value;
    const first = (name: SourceName) =>
      (valueIn(name) as { key: string; reading: { value: unknown } }[]).map(({ key, reading }) => [
        key,
        reading.value,
      ])[0];
    expect(valueIn('authorization')).toMatchObject({
      users: [
        {
          name: 'kim',
          groups: ['admins'],
          boundaryArn: 'arn:b',
          tags: [{ key: 'owner', value: '김' }],
          inlinePolicies: [{ name: 'p', document }],
        },
      ],
      roles: [
        {
          name: 'r',
          path: '/x/',
          trustPolicy: '%7B%7D',
          attachedPolicies: [{ name: 'A', arn: 'arn:aws:iam::aws:policy/A' }],
          instanceProfileArns: ['arn:ip'],
        },
      ],
    });
    expect(valueIn('authorization')).not.toHaveProperty('roles.0.lastUsedAt');
    expect(valueIn('passwordPolicy')).toEqual({
      minimumLength: 14,
      requiresSymbols: false,
      requiresNumbers: false,
      requiresUppercase: false,
      requiresLowercase: false,
    });
    expect(first('serviceAccess')).toEqual([
      roleArn('x/r'),
      {
        granularity: 'action',
        generatedAt: '2026-03-04T00:00:00.000Z',
        services: [
          { namespace: 's3', name: 'Amazon S3', actions: [] },
          { namespace: 'iam', name: 'IAM', lastAttemptAt: '2026-03-01T00:00:00.000Z', actions: [] },
        ],
      },
    ]);
    expect(first('trailStatus')).toEqual([
      'arn:t',
      { isLogging: true, lastCloudWatchDeliveryAt: '2026-03-04T04:53:20.500Z' },
    ]);
    expect(first('buckets')).toEqual([
      'b',
      {
        exposure: {
          status: 'read',
          readAt: fixtureReadAt,
          value: {
            isPolicyPublic: false,
            aclGroups: [],
            ignoresPublicAcls: true,
            restrictsPublicBuckets: true,
          },
        },
        accessLogBucket: { status: 'read', readAt: fixtureReadAt, value: 'none' },
        hasMfaDelete: {
          status: 'unavailable',
          reason: 'denied',
          cause: 'GetBucketVersioning was denied (AccessDenied: no)',
        },
      },
    ]);
    expect(valueIn('recordedCalls')).toEqual([
      {
        action: 'iam:ListUsers',
        time: '2026-03-04T04:00:00.000Z',
        actorKey: userArn('kim'),
        actor: userArn('kim'),
      },
    ]);
  });

  it('survives JSON', async () => {
    const { snapshot } = await read(everyFile);
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
  });

  it('that is empty gives no source, and the cause of each', async () => {
    const { snapshot, faults } = await read({ 'errors.json': {} });
    expect(faults).toEqual([]);
    expect(snapshot.accountId).toBeUndefined();
    for (const name of sourceNames)
      expect(snapshot.sources[name]).toEqual({
        status: 'unavailable',
        reason: 'missing',
        cause: `${isFolder(name) ? 'the folder ' : ''}${fileOfSource(name).replace('/*.json', '')} is not in the folder`,
      });
  });

  it('that does not exist is an error', async () => {
    await expect(readAccountFolder(join(writeAccountFolder({}), 'no'))).rejects.toThrow(NoSuchFolderError);
  });

  it('says what it does not read', async () => {
    const { notes } = await read({
      'acount-summary.json': {},
      'README.txt': 'x',
      'errors.json': { ListUserz: { code: 'AccessDenied' }, ListSSHPublicKey: { code: 'AccessDenied' } },
    });
    expect(notes).toEqual([
      'README.txt is not one of the files that are read',
      'acount-summary.json is not one of the files that are read; did you mean account-summary.json?',
      expect.stringContaining('errors.json: nothing is read with ListUserz'),
      expect.stringContaining('errors.json: nothing is read with ListSSHPublicKey'),
    ]);
  });

  it('of two accounts is told', async () => {
    const { snapshot, faults } = await read({
      'credential-report.csv': report,
      'account-authorization-details.json': JSON.parse(
        JSON.stringify(details).replaceAll(fixtureAccount, '444455556666'),
      ),
    });
    expect(faults).toEqual([
      {
        file: 'account-authorization-details.json',
        place: '',
        cause: `is of account 444455556666, while credential-report.csv is of account ${fixtureAccount}`,
      },
    ]);
    expect(snapshot.sources.authorization).toMatchObject({ status: 'unavailable', reason: 'malformed' });
    expect(snapshot.sources.credentialReport.status).toBe('read');
  });
});

describe('a file', () => {
  it.each([
    [
      'under the name of its command',
      { 'get-account-summary.json': rightFiles.accountSummary },
      'accountSummary',
    ],
    [
      'as a list with its key',
      { 'access-keys.json': { AccessKeyMetadata: rightFiles.accessKeys } },
      'accessKeys',
    ],
    [
      'with a byte order mark',
      { 'access-keys.json': `\ufeff${JSON.stringify(rightFiles.accessKeys)}` },
      'accessKeys',
    ],
    [
      'as the report’s base64',
      { 'credential-report.csv': Buffer.from(report).toString('base64') },
      'credentialReport',
    ],
  ] as const)('%s is read', async (_, files, name) => {
    const { source, faults } = await sourceIn(files, name);
    expect(faults).toEqual([]);
    expect(source).toMatchObject({ status: 'read', readAt: fixtureReadAt });
  });

  it('with the whole answer of get-credential-report says when it was made', async () => {
    const answer = {
      Content: Buffer.from(report).toString('base64'),
      GeneratedTime: '2026-03-03T00:00:00+00:00',
    };
    const { source } = await sourceIn({ 'credential-report.json': answer }, 'credentialReport');
    expect(source).toMatchObject({ status: 'read', readAt: '2026-03-03T00:00:00.000Z' });
  });

  it.each([
    ['access-keys.json', '', 'the file is empty'],
    ['access-keys.json', '[{"a": 1,}]', 'line 1, column 10: no JSON'],
    ['access-keys.json', '[\n{"a":', 'line 2, column 6: no JSON'],
    ['access-keys.json', '{}', 'expected a list, or an object with the list AccessKeyMetadata'],
    [
      'access-keys.json',
      [{ UserName: 'kim', AccessKeyId: 'A', Status: 'Active', CreateDate: 'x' }],
      '[0].CreateDate: expected a time',
    ],
    ['access-keys.json', { AccessKeyMetadata: [], IsTruncated: true }, 'only a part of the answer'],
    ['mfa-devices.json', { MFADevices: [], NextToken: 'x' }, 'only a part of the answer'],
    [
      'account-authorization-details.json',
      { ...details, RoleDetailList: [{ Path: 1 }] },
      'RoleDetailList[0]',
    ],
    ['credential-report.csv', 'a,b', 'line 1: no credential report'],
    ['cloudtrail-events.json', { Events: [{ CloudTrailEvent: '{' }] }, 'Events[0].CloudTrailEvent'],
    ['guardduty/us-east-1.json', { DetectorIds: ['x'] }, 'DetectorIds: a detector may be suspended'],
  ])('%s that is malformed is a fault with its place, and the rest counts', async (file, content, cause) => {
    const { snapshot, faults } = await read({ ...everyFile, [file]: content });
    expect(faults.map((fault) => `${fault.file}, ${fault.place}: ${fault.cause}`)).toEqual([
      expect.stringContaining(cause),
    ]);
    const name = sourceNames.find((one) => fileNameOf(one) === file) as SourceName;
    const source = snapshot.sources[name];
    const reading = source.status === 'read' ? readingOf(source.value as never, 'us-east-1') : source;
    expect(reading).toMatchObject({ status: 'unavailable', reason: 'malformed' });
    const others = sourceNames.filter((one) => one !== name);
    expect(others.filter((one) => snapshot.sources[one].status !== 'read')).toEqual([]);
  });

  it('of a job that failed is no empty list of services', async () => {
    const { source } = await sourceIn(
      { 'service-last-accessed/r.json': { ...(rightFiles.serviceAccess as object), JobStatus: 'FAILED' } },
      'serviceAccess',
    );
    expect(source.status === 'read' && readingOf(source.value as never, roleArn('x/r'))).toMatchObject({
      status: 'unavailable',
      cause: expect.stringContaining('is FAILED'),
    });
  });
});

describe('errors.json', () => {
  it.each([
    ['AccessDenied', 'denied'],
    ['AccessDeniedException', 'denied'],
    ['UnauthorizedOperation', 'denied'],
    ['Throttling', 'throttled'],
    ['ThrottlingException', 'throttled'],
    ['TooManyRequestsException', 'throttled'],
    ['LimitExceeded', 'throttled'],
    ['ServiceFailure', 'failed'],
  ])(
    '%s: every source whose call is named is unavailable (%s), also where there is a file',
    async (code, reason) => {
      for (const name of sourceNames.filter((one) => !isFolder(one)))
        for (const call of sourceCalls[name].calls) {
          const { source, faults } = await sourceIn(
            { ...everyFile, 'errors.json': { [call]: { code } } },
            name,
          );
          expect(source).toMatchObject({
            status: 'unavailable',
            reason,
            cause: expect.stringContaining(call),
          });
          expect(faults).toEqual([]);
        }
    },
  );

  it('a list over users lacks one: its source is unavailable and says whom', async () => {
    const { source } = await sourceIn(
      {
        'access-keys.json': [],
        'errors.json': {
          'ListAccessKeys@kim@example.com': { code: 'AccessDenied', message: 'no' },
          'ListAccessKeys@lee': { code: 'AccessDenied', message: 'no' },
        },
      },
      'accessKeys',
    );
    expect(source).toEqual({
      status: 'unavailable',
      reason: 'denied',
      cause: 'ListAccessKeys of kim@example.com was denied (AccessDenied: no), and so for 1 more',
    });
  });

  it('holds for every thing that has no file', async () => {
    const { source } = await sourceIn(
      { ...everyFile, 'errors.json': { GetTrailStatus: { code: 'AccessDenied', message: 'no' } } },
      'trailStatus',
    );
    if (source.status !== 'read') throw new Error(source.cause);
    expect(readingOf(source.value as never, 'arn:t').status).toBe('read');
    expect(readingOf(source.value as never, 'arn:other')).toMatchObject({
      cause: 'GetTrailStatus was denied (AccessDenied: no)',
    });
  });

  it('holds for one thing when it names it, also when that has a file', async () => {
    const { source } = await sourceIn(
      { ...everyFile, 'errors.json': { 'guardduty:GetDetector@us-east-1': { code: 'AccessDenied' } } },
      'guardDuty',
    );
    expect(source.status === 'read' && readingOf(source.value as never, 'us-east-1')).toMatchObject({
      reason: 'denied',
    });
  });

  it.each([
    ['GetAccountPasswordPolicy', 'NoSuchEntity', 'passwordPolicy', 'none'],
    ['iam:getaccountpasswordpolicy', 'NoSuchEntityException', 'passwordPolicy', 'none'],
    ['DescribeOrganization', 'AWSOrganizationsNotInUseException', 'organization', { inOrganization: false }],
    [
      'ListOrganizationsFeatures',
      'OrganizationNotFoundException',
      'organizationFeatures',
      { inOrganization: false },
    ],
    [
      'ListOrganizationsFeatures',
      'ServiceAccessNotEnabledException',
      'organizationFeatures',
      { inOrganization: true, value: [] },
    ],
    ['ListPolicies', 'AWSOrganizationsNotInUseException', 'organizationPolicies', { inOrganization: false }],
  ] as const)('%s: %s is an answer', async (call, code, name, value) => {
    const { source } = await sourceIn({ 'errors.json': { [call]: { code, message: '' } } }, name);
    expect(source).toEqual({ status: 'read', value, readAt: fixtureReadAt });
  });

  it('an answer that a file contradicts is a fault', async () => {
    const { source, faults } = await sourceIn(
      { ...everyFile, 'errors.json': { GetAccountPasswordPolicy: { code: 'NoSuchEntity' } } },
      'passwordPolicy',
    );
    expect(faults).toHaveLength(1);
    expect(source).toMatchObject({ status: 'unavailable', reason: 'malformed' });
  });

  it('no such entity is no answer where it can mean anything else', async () => {
    const { source } = await sourceIn(
      { 'errors.json': { ListAccessKeys: { code: 'NoSuchEntity' } } },
      'accessKeys',
    );
    expect(source).toMatchObject({ status: 'unavailable', reason: 'failed' });
  });

  it('that is malformed is a fault', async () => {
    const { faults } = await read({ 'errors.json': { ListAccessKeys: 'denied' } });
    expect(faults).toEqual([{ file: 'errors.json', place: 'ListAccessKeys', cause: 'expected object' }]);
  });
});
