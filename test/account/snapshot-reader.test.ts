import { describe, expect, it } from 'vitest';
import { noAccount } from '../../shared/account/account-reader.ts';
import type { LookupKind } from '../../shared/account/lookup.ts';
import { snapshotReader } from '../../shared/account/snapshot-reader.ts';
import { readAccountFolder } from '../../shared/adapters/files/account-folder/read-account-folder.ts';
import {
  type AccountFiles,
  fixtureAccount,
  fixtureReadAt,
  reportCsv,
  reportRow,
  roleArn,
  userArn,
  writeAccountFolder,
} from '../fixtures/account/account-files.ts';

const created = '2024-01-01T00:00:00+00:00';
const trust = { Version: '2012-10-17', Statement: [] };
const profile = (name: string) => `arn:aws:iam::${fixtureAccount}:instance-profile/path/${name}`;
const attached = [{ PolicyName: 'A', PolicyArn: 'arn:aws:iam::aws:policy/A' }];
const inline = [{ PolicyName: 'p', PolicyDocument: trust }];

const key = (id: string, userName: string, createdAt: string, status = 'Active') => ({
  UserName: userName,
  AccessKeyId: id,
  Status: status,
  CreateDate: createdAt,
});

const files: AccountFiles = {
  'account-authorization-details.json': {
    UserDetailList: ['kim', 'lee'].map((name) => ({
      Path: '/',
      UserName: name,
      UserId: `AIDA${name}`,
      Arn: userArn(name),
      CreateDate: created,
      UserPolicyList: inline,
      GroupList: ['admins'],
      AttachedManagedPolicies: attached,
      Tags: [],
    })),
    GroupDetailList: [
      {
        Path: '/',
        GroupName: 'admins',
        GroupId: 'AGPA',
        Arn: `arn:aws:iam::${fixtureAccount}:group/admins`,
        CreateDate: created,
        GroupPolicyList: [],
        AttachedManagedPolicies: attached,
      },
    ],
    RoleDetailList: [
      {
        Path: '/x/',
        RoleName: 'r',
        RoleId: 'AROA',
        Arn: roleArn('x/r'),
        CreateDate: created,
        AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trust)),
        InstanceProfileList: [{ Arn: profile('web') }],
        RolePolicyList: [],
        AttachedManagedPolicies: attached,
        RoleLastUsed: {},
      },
    ],
    Policies: [],
  },
  'access-keys.json': [
    key('AKIA1', 'kim', '2024-01-01T00:00:00+00:00'),
    key('AKIA2', 'kim', '2025-01-01T00:00:00+00:00', 'Inactive'),
    key('AKIA3', 'lee', '2025-02-01T00:00:00+00:00'),
  ],
  'credential-report.csv': reportCsv([
    reportRow('kim', {
      access_key_1_active: 'true',
      access_key_1_last_rotated: '2024-01-01T00:00:00+00:00',
      access_key_1_last_used_date: '2026-02-03T04:05:00+00:00',
      access_key_2_last_rotated: '2025-01-01T00:00:00+00:00',
    }),
    reportRow('lee', { access_key_1_active: 'true', access_key_1_last_rotated: '2025-03-01T00:00:00+00:00' }),
  ]),
  'password-policy.json': { PasswordPolicy: { MinimumPasswordLength: 14, ExpirePasswords: false } },
  'trails.json': {
    trailList: [{ Name: 't', TrailARN: 'arn:t', S3BucketName: 'b', HomeRegion: 'us-east-1' }],
  },
  'instance-profiles.json': {
    InstanceProfiles: [
      { InstanceProfileName: 'empty', Arn: profile('empty'), CreateDate: created, Roles: [] },
    ],
  },
};

const reader = async (given: AccountFiles) => {
  const { snapshot } = await readAccountFolder(writeAccountFolder(given));
  return snapshotReader([snapshot], noAccount);
};

const policies = { managed: ['arn:aws:iam::aws:policy/A'], inline: ['p'] };

describe('a snapshot tells', () => {
  it.each<[LookupKind, string, unknown]>([
    [
      'access-keys',
      'kim',
      [
        { id: 'AKIA1', status: 'Active', createdAt: '2024-01-01T00:00:00.000Z' },
        { id: 'AKIA2', status: 'Inactive', createdAt: '2025-01-01T00:00:00.000Z' },
      ],
    ],
    ['access-key-last-used', 'AKIA1', { lastUsedAt: '2026-02-03T04:05:00.000Z', userName: 'kim' }],
    ['access-key-last-used', 'AKIA2', { userName: 'kim' }],
    ['attached-policies', 'user/kim', policies],
    ['attached-policies', 'role/r', { ...policies, inline: [] }],
    ['attached-policies', 'group/admins', { ...policies, inline: [] }],
    ['attached-policies', 'instance-profile/web', { ...policies, inline: [] }],
    ['attached-policies', 'instance-profile/empty', { managed: [], inline: [] }],
    ['groups-of-user', 'kim', ['admins']],
    [
      'role',
      'r',
      { arn: roleArn('x/r'), trustPolicy: JSON.stringify(trust), createdAt: '2024-01-01T00:00:00.000Z' },
    ],
    ['password-policy', '', expect.objectContaining({ minimumLength: 14 })],
    ['trails', '', [expect.objectContaining({ name: 't', arn: 'arn:t', bucket: 'b' })]],
  ])('%s of "%s"', async (kind, id, value) => {
    const answer = await (await reader(files)).read(fixtureAccount, { kind, id });
    expect(answer).toEqual({ status: 'found', kind, value, readAt: fixtureReadAt });
  });

  it.each<[LookupKind, string]>([
    ['access-keys', 'nobody'],
    ['access-key-last-used', 'AKIA9'],
    ['attached-policies', 'user/r'],
    ['attached-policies', 'constructor/r'],
    ['attached-policies', 'instance-profile/none'],
    ['groups-of-user', 'nobody'],
    ['role', 'kim'],
  ])('that there is no such thing: %s of "%s"', async (kind, id) => {
    const answer = await (await reader(files)).read(fixtureAccount, { kind, id });
    expect(answer).toEqual({ status: 'absent', kind, readAt: fixtureReadAt });
  });

  it('that a user without keys has none', async () => {
    const without = await reader({ ...files, 'access-keys.json': [] });
    expect(await without.read(fixtureAccount, { kind: 'access-keys', id: 'kim' })).toMatchObject({
      value: [],
    });
  });
});

describe('a snapshot never takes for absent what it was not told', () => {
  it.each<[LookupKind, string, string]>([
    ['access-keys', 'kim', 'access-keys.json'],
    ['access-key-last-used', 'AKIA1', 'access-keys.json'],
    ['access-key-last-used', 'AKIA1', 'credential-report.csv'],
    ['attached-policies', 'user/kim', 'account-authorization-details.json'],
    ['attached-policies', 'instance-profile/none', 'instance-profiles.json'],
    ['groups-of-user', 'kim', 'account-authorization-details.json'],
    ['role', 'r', 'account-authorization-details.json'],
    ['password-policy', '', 'password-policy.json'],
    ['trails', '', 'trails.json'],
  ])('%s of "%s" without %s', async (kind, id, file) => {
    const answer = await (await reader({ ...files, [file]: undefined })).read(fixtureAccount, { kind, id });
    expect(answer).toEqual({ status: 'unavailable', cause: `${file} is not in the folder` });
  });

  it('which of two keys a slot of the report is', async () => {
    const answer = await (await reader(files)).read(fixtureAccount, {
      kind: 'access-key-last-used',
      id: 'AKIA3',
    });
    expect(answer).toMatchObject({ status: 'unavailable', cause: expect.stringContaining('AKIA3') });
  });

  it('of another account', async () => {
    const answer = await (await reader(files)).read('444455556666', { kind: 'role', id: 'r' });
    expect(answer).toEqual(await noAccount.read('444455556666', { kind: 'role', id: 'r' }));
  });

  it('where an address is', async () => {
    const answer = await (await reader(files)).read(fixtureAccount, { kind: 'address', id: '203.0.113.7' });
    expect(answer).toMatchObject({ status: 'unavailable' });
  });
});
