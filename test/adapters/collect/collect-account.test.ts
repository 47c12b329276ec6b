import { describe, expect, it } from 'vitest';
import type { SourceName } from '../../../shared/account/snapshot.ts';
import { sourceNames } from '../../../shared/account/source-calls.ts';
import { readCollection } from '../../../shared/adapters/files/account-folder/read-collection.ts';
import { checks } from '../../../shared/review/checks/index.ts';
import { criteriaOf } from '../../../shared/review/criteria.ts';
import { runChecks } from '../../../shared/review/run-checks.ts';
import { fixtureAccount, roleArn, userArn } from '../../fixtures/account/account-files.ts';
import { at, collect, emptyFolder, readAt, sourceOf, values } from './collected.ts';
import { refused, type Script } from './scripted-account.ts';
import { analyzerArn, reportMadeAt, smallAccount, trailArn } from './small-account.ts';

describe('an account, into a folder and out of it', () => {
  it('has every source, with its time and without a fault', async () => {
    const { snapshot, faults, notes } = await collect(smallAccount);
    expect({ faults, notes }).toEqual({ faults: [], notes: [] });
    expect(snapshot.accountId).toBe(fixtureAccount);
    const found = values(snapshot);
    expect(found).toMatchObject({
      authorization: {
        users: [
          {
            name: 'kim',
            createdAt: '2024-05-06T07:08:09.000Z',
            inlinePolicies: [{ name: 'all', document: { Statement: [{ Action: '*' }] } }],
          },
          { name: 'lee@example.com' },
        ],
        roles: [{ name: 'deploy', lastUsedAt: '2026-03-01T00:00:00.000Z' }],
        groups: [{ name: 'admins' }],
      },
      accountSummary: { AccountMFAEnabled: 1, AccountAccessKeysPresent: 0 },
      passwordPolicy: 'none',
      accessKeys: [{ id: 'AKIAKIM', userName: 'kim', active: true }],
      virtualMfaDevices: [{ userArn: `arn:aws:iam::${fixtureAccount}:root` }],
      mfaDevices: [{ userName: 'lee@example.com', serial: 'GAHT1' }],
      serviceCredentials: [{ id: 'ACCA1' }, { id: 'ACCA2' }],
      sshPublicKeys: [],
      signingCertificates: [{ userName: 'kim' }, { userName: 'lee@example.com' }],
      serverCertificates: [{ name: 'old', expiresAt: '2025-01-01T00:00:00.000Z' }],
      samlProviders: [`arn:aws:iam::${fixtureAccount}:saml-provider/x`],
      oidcProviders: [],
      identityCenterInstances: ['arn:aws:sso:::instance/ssoins-1'],
      instanceProfiles: [{ name: 'web', roleNames: ['deploy'] }],
      organization: { inOrganization: false },
      regions: ['us-east-1', 'eu-west-1'],
      trails: [{ arn: trailArn, bucket: 'logs', isMultiRegion: true }],
      trailStatus: [{ key: trailArn, reading: { value: { isLogging: true } } }],
      trailSelectors: [{ key: trailArn, reading: { value: { basic: [{ readWriteType: 'All' }] } } }],
      analyzerFindings: [{ key: analyzerArn, reading: { value: [{ id: 'f1', status: 'ACTIVE' }] } }],
      recordedCalls: expect.stringContaining(
        'LookupEvents failed (NotAsked: a whole day of calls is not looked up',
      ),
    });
    expect(new Set(Object.keys(found))).toEqual(new Set(sourceNames));
    expect(found['credentialReport']).toMatchObject({ rows: [{ isRoot: true }, { user: 'kim' }, {}] });
  });

  it('has what each Region, trail, bucket, user or role was answered with, also where it was refused', async () => {
    const { snapshot } = await collect(smallAccount);
    const readings = (name: SourceName) => {
      const source = snapshot.sources[name];
      if (source.status !== 'read' || !Array.isArray(source.value)) throw new Error(name);
      return Object.fromEntries(
        source.value.map(({ key, reading }) => [
          key,
          reading.status === 'read' ? reading.value : reading.cause,
        ]),
      );
    };
    expect(readings('securityHub')).toEqual({ 'us-east-1': true, 'eu-west-1': false });
    expect(readings('configRecorders')).toEqual({
      'us-east-1': [{ name: 'default', recording: true, lastStatus: 'SUCCESS' }],
      'eu-west-1': 'DescribeConfigurationRecorderStatus was denied (AccessDeniedException: no)',
    });
    expect(readings('guardDuty')).toEqual({ 'us-east-1': [{ id: 'd1', enabled: true }], 'eu-west-1': [] });
    expect(readings('trailInsights')).toEqual({ [trailArn]: [] });
    expect(readings('buckets')).toMatchObject({
      logs: {
        exposure: { status: 'read', value: { isPolicyPublic: false, ignoresPublicAcls: true } },
        accessLogBucket: { value: 'access-logs' },
        hasMfaDelete: { status: 'unavailable', reason: 'denied' },
      },
    });
    expect(readings('serviceAccess')).toMatchObject({
      [roleArn('deploy')]: { services: [{ namespace: 's3' }, { namespace: 'kms' }] },
      [userArn('kim')]: { generatedAt: '2024-05-06T07:08:09.000Z' },
    });
  });

  it('is the same from the folder as from memory', async () => {
    const { collection, snapshot } = await collect(smallAccount);
    expect((await readCollection(collection)).snapshot).toEqual(snapshot);
  });

  it('without a trail nothing is left open about trails', async () => {
    const { collection, snapshot } = await collect({ ...smallAccount, DescribeTrails: { trailList: [] } });
    for (const name of ['trailStatus', 'trailSelectors', 'trailInsights', 'buckets'] as const)
      expect(snapshot.sources[name]).toMatchObject({ status: 'read', value: [] });
    expect((await readCollection(collection)).snapshot).toEqual(snapshot);
  });

  it('is as old as what AWS said: the report when it was made, the rest when it was asked for', async () => {
    const { snapshot } = await collect(smallAccount);
    expect(snapshot.sources.credentialReport).toMatchObject({ readAt: reportMadeAt.toISOString() });
    expect(snapshot.sources.accessKeys).toMatchObject({ readAt });
  });

  it('gives the verdicts that the account deserves', async () => {
    const { snapshot } = await collect(smallAccount);
    const verdicts = runChecks(checks, snapshot, criteriaOf(), at);
    const of = (id: string) =>
      verdicts
        .filter(({ checkId }) => checkId === id)
        .map(({ verdict, resourceId }) => `${verdict} ${resourceId}`);
    expect(of('user-console-mfa-disabled')).toContain('FAIL kim');
    expect(of('access-key-not-rotated')).toEqual(['FAIL AKIAKIM']);
    expect(of('role-administrator-access')).toEqual(['FAIL deploy']);
    expect(of('server-certificate-expired')).toEqual(['FAIL old']);
    expect(of('root-mfa-disabled')).toEqual(['PASS root']);
    expect(of('cloudtrail-threat-enumeration')).toEqual([`NOT_EVALUATED ${fixtureAccount}`]);
  });
});

describe('one call that fails', () => {
  const calls = {
    GetAccountAuthorizationDetails: 'authorization',
    GetAccountSummary: 'accountSummary',
    GetAccountPasswordPolicy: 'passwordPolicy',
    ListServiceSpecificCredentials: 'serviceCredentials',
    ListVirtualMFADevices: 'virtualMfaDevices',
    ListServerCertificates: 'serverCertificates',
    ListSAMLProviders: 'samlProviders',
    ListOpenIDConnectProviders: 'oidcProviders',
    ListInstanceProfiles: 'instanceProfiles',
    GetCredentialReport: 'credentialReport',
  } as const satisfies Record<string, SourceName>;

  it.each(Object.entries(calls))(
    '%s: fails its source with the cause, and nothing else',
    async (call, name) => {
      const whole = values((await collect(smallAccount)).snapshot);
      const { snapshot } = await collect({ ...smallAccount, [call]: refused('AccessDenied', 'not for you') });
      expect(snapshot.sources[name]).toEqual({
        status: 'unavailable',
        reason: 'denied',
        cause: `${call} was denied (AccessDenied: not for you)`,
      });
      expect({ ...values(snapshot), [name]: '' }).toEqual({ ...whole, [name]: '' });
    },
  );

  it('a later page: the source is not read, however much there was', async () => {
    const script: Script = {
      ListUsers: ({ Marker }) =>
        Marker
          ? refused('Throttling', 'Rate exceeded')
          : { Users: [{ UserName: 'kim' }], IsTruncated: true, Marker: 'm' },
    };
    expect(await sourceOf('accessKeys', script)).toMatchObject({
      reason: 'throttled',
      cause: 'ListAccessKeys was throttled (Throttling: ListUsers: Rate exceeded)',
    });
  });

  it('about one user: the source is not read, and the user is named', async () => {
    const script: Script = {
      ListMFADevices: (input) => {
        if (input['UserName'] === 'kim') return { MFADevices: [] };
        return refused('AccessDenied', 'no');
      },
    };
    expect(await sourceOf('mfaDevices', script)).toEqual({
      status: 'unavailable',
      reason: 'denied',
      cause: 'ListMFADevices of lee@example.com was denied (AccessDenied: no)',
    });
  });

  it('about a user who was deleted meanwhile: that user has none', async () => {
    const script: Script = {
      ListAccessKeys: ({ UserName }) =>
        UserName === 'kim' ? refused('NoSuchEntityException') : { AccessKeyMetadata: [] },
    };
    expect(await sourceOf('accessKeys', script)).toMatchObject({ status: 'read', value: [] });
  });

  it('about the trails of one Region: there may be more trails than are known', async () => {
    const script: Script = {
      DescribeTrails: (_, region) =>
        region === 'eu-west-1' ? refused('AccessDeniedException', 'SCP') : { trailList: [] },
    };
    expect(await sourceOf('trails', script)).toMatchObject({
      cause: 'DescribeTrails of eu-west-1 was denied (AccessDeniedException: SCP)',
    });
  });

  it('about the Regions: what is asked in each is not known', async () => {
    const script: Script = { DescribeRegions: refused('UnauthorizedOperation', 'no') };
    const source = await sourceOf('analyzers', script);
    expect(source).toMatchObject({
      value: [
        {
          key: '*',
          reading: {
            reason: 'denied',
            cause: 'ListAnalyzers was denied (UnauthorizedOperation: DescribeRegions: no)',
          },
        },
      ],
    });
  });

  it('services last accessed, denied: nobody else is asked about', async () => {
    const script = { ...smallAccount, GenerateServiceLastAccessedDetails: refused('AccessDenied', 'no') };
    const { snapshot } = await collect(script);
    expect(snapshot.sources.serviceAccess).toMatchObject({
      value: [{ key: '*', reading: { reason: 'denied' } }],
    });
  });

  it('services last accessed, of one role: the others are known', async () => {
    const source = await sourceOf('serviceAccess', {
      GetServiceLastAccessedDetails: ({ JobId }) =>
        JobId === roleArn('deploy')
          ? { JobStatus: 'FAILED', Error: { Code: 'InternalError', Message: 'gone wrong' } }
          : { JobStatus: 'COMPLETED', JobCreationDate: new Date(at), ServicesLastAccessed: [] },
    });
    const found =
      source.status === 'read'
        ? (source.value as unknown as { key: string; reading: { status: string } }[])
        : [];
    const statusOf = (arn: string) => found.find(({ key }) => key === arn)?.reading.status;
    expect([statusOf(roleArn('deploy')), statusOf(userArn('kim'))]).toEqual(['unavailable', 'read']);
  });
});
it('asks in the Regions that the settings name', async () => {
  const { asked } = await collect(smallAccount, emptyFolder(), { regions: ['eu-central-1'] });
  const regional = asked.filter(({ call }) => call === 'ListAnalyzers' || call === 'DescribeTrails');
  expect(new Set(regional.map(({ region }) => region))).toEqual(new Set(['eu-central-1']));
});

it('counts its calls', async () => {
  const { calls, asked } = await collect(smallAccount);
  expect([...calls.values()].reduce((sum, count) => sum + count, 0)).toBe(asked.length);
  expect(calls.get('ListAccessKeys')).toBe(2);
});
