import {
  type AccountFiles,
  fixtureAccount,
  reportCsv,
  reportRow,
  roleArn,
  userArn,
} from '../../fixtures/account/account-files.ts';

const made = '2024-05-06T07:08:09+00:00';
const read = '2026-03-04T04:00:00+00:00';

const daysAgo = (days: number): string =>
  new Date(Date.parse(read) - days * 86_400_000).toISOString().replace('.000Z', '+00:00');

/** Documents as accounts have them: a few services each, some with PassRole, a few that allow too much. */
const documentOf = (n: number) => ({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: `arn:aws:s3:::bucket-${n}/*` },
    {
      Effect: 'Allow',
      Action: ['dynamodb:Query', 'dynamodb:PutItem', 'kms:Decrypt'],
      Resource: [
        `arn:aws:dynamodb:eu-central-1:${fixtureAccount}:table/t-${n}`,
        `arn:aws:kms:eu-central-1:${fixtureAccount}:key/${n}`,
      ],
    },
    ...(n % 10 === 0 ? [{ Effect: 'Allow', Action: ['iam:PassRole', 'lambda:*'], Resource: '*' }] : []),
    ...(n % 100 === 0 ? [{ Effect: 'Allow', Action: '*', Resource: '*' }] : []),
  ],
});

const trustOf = (n: number) => ({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal:
        n % 20 === 0
          ? { AWS: `arn:aws:iam::${100_000_000_000 + n}:root` }
          : { Service: 'lambda.amazonaws.com' },
      Action: 'sts:AssumeRole',
    },
  ],
});

const roleOf = (n: number) => ({
  Path: '/',
  RoleName: `role-${n}`,
  RoleId: `AROA${String(n).padStart(16, '0')}`,
  Arn: roleArn(`role-${n}`),
  CreateDate: made,
  AssumeRolePolicyDocument: trustOf(n),
  InstanceProfileList: [],
  RolePolicyList: [{ PolicyName: 'inline', PolicyDocument: documentOf(n) }],
  AttachedManagedPolicies: [
    { PolicyName: `policy-${n % 500}`, PolicyArn: `arn:aws:iam::${fixtureAccount}:policy/policy-${n % 500}` },
    {
      PolicyName: 'AWSLambdaBasicExecutionRole',
      PolicyArn: 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
    },
  ],
  Tags: n % 3 === 0 ? [] : [{ Key: 'owner', Value: 'team' }],
  RoleLastUsed: n % 4 === 0 ? {} : { LastUsedDate: daysAgo(n % 200), Region: 'eu-central-1' },
});

const policyOf = (n: number) => ({
  PolicyName: `policy-${n}`,
  PolicyId: `ANPA${String(n).padStart(16, '0')}`,
  Arn: `arn:aws:iam::${fixtureAccount}:policy/policy-${n}`,
  Path: '/',
  DefaultVersionId: 'v1',
  AttachmentCount: n % 7,
  PermissionsBoundaryUsageCount: 0,
  CreateDate: made,
  UpdateDate: made,
  PolicyVersionList: [{ Document: documentOf(n), VersionId: 'v1', IsDefaultVersion: true, CreateDate: made }],
});

const userOf = (n: number) => ({
  Path: '/',
  UserName: `user-${n}`,
  UserId: `AIDA${String(n).padStart(16, '0')}`,
  Arn: userArn(`user-${n}`),
  CreateDate: made,
  GroupList: n % 2 === 0 ? ['developers'] : [],
  AttachedManagedPolicies: [],
  Tags: [],
});

const rowOf = (n: number) =>
  reportRow(`user-${n}`, {
    password_enabled: String(n % 2 === 0),
    password_last_used: n % 2 === 0 ? daysAgo(n % 120) : 'N/A',
    password_last_changed: n % 2 === 0 ? daysAgo(200) : 'N/A',
    mfa_active: String(n % 3 !== 0),
    access_key_1_active: 'true',
    access_key_1_last_rotated: daysAgo(n % 300),
    access_key_1_last_used_date: n % 5 === 0 ? 'N/A' : daysAgo(n % 90),
  });

const accessOf = (Arn: string, n: number) => ({
  Arn,
  JobStatus: 'COMPLETED',
  JobType: 'SERVICE_LEVEL',
  JobCreationDate: read,
  ServicesLastAccessed: ['s3', 'dynamodb', 'kms', 'lambda', 'iam', 'logs'].map((namespace, index) => ({
    ServiceName: namespace,
    ServiceNamespace: namespace,
    TotalAuthenticatedEntities: 1,
    ...((n + index) % 3 === 0 ? {} : { LastAuthenticated: daysAgo((n * (index + 1)) % 200) }),
  })),
});

const upTo = <T>(count: number, make: (n: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, n) => make(n));

/** The files of an account with so many roles and users, each with its services last accessed. */
export const largeAccount = (roles: number, users: number): AccountFiles => ({
  'credential-report.csv': reportCsv([reportRow('<root_account>'), ...upTo(users, rowOf)]),
  'account-authorization-details.json': {
    UserDetailList: upTo(users, userOf),
    GroupDetailList: [
      {
        Path: '/',
        GroupName: 'developers',
        GroupId: 'AGPA0000000000000000',
        Arn: `arn:aws:iam::${fixtureAccount}:group/developers`,
        CreateDate: made,
        GroupPolicyList: [],
        AttachedManagedPolicies: [],
      },
    ],
    RoleDetailList: upTo(roles, roleOf),
    Policies: upTo(500, policyOf),
  },
  'access-keys.json': upTo(users, (n) => ({
    UserName: `user-${n}`,
    AccessKeyId: `AKIA${String(n).padStart(16, '0')}`,
    Status: 'Active',
    CreateDate: daysAgo(n % 300),
  })),
  'mfa-devices.json': { MFADevices: [] },
  'account-summary.json': { SummaryMap: { AccountMFAEnabled: 1, AccountAccessKeysPresent: 0 } },
  ...Object.fromEntries([
    ...upTo(roles, (n) => [`service-last-accessed/role-${n}.json`, accessOf(roleArn(`role-${n}`), n)]),
    ...upTo(users, (n) => [`service-last-accessed/user-${n}.json`, accessOf(userArn(`user-${n}`), n)]),
  ]),
});
