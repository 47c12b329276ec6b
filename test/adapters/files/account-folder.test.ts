import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SourceName } from '../../../shared/account/snapshot.ts';
import { readingOf } from '../../../shared/account/source.ts';
import { sourceNames } from '../../../shared/account/source-calls.ts';
import {
  fileOfSource,
  NoSuchFolderError,
  readAccountFolder,
} from '../../../shared/adapters/files/account-folder/read-account-folder.ts';
import {
  fixtureAccount,
  fixtureReadAt,
  roleArn,
  userArn,
  writeAccountFolder,
} from '../../fixtures/account/account-files.ts';
import {
  details,
  document,
  everyFile,
  fileNameOf,
  isFolder,
  read,
  report,
  rightFiles,
  sourceIn,
} from '../../fixtures/account/every-file.ts';

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
