import { arnOf, daysAgo } from './example-core.ts';
import type { SnapshotValues } from './snapshot.ts';
import type { GroupDetail, ManagedPolicy, RoleDetail, UserDetail } from './snapshot-identities.ts';

const holder = (kind: string, prefix: string, name: string) => ({
  name,
  path: '/',
  arn: arnOf(`${kind}/${name}`),
  id: `${prefix}EXAMPLE${name.toUpperCase().replace(/[^A-Z0-9]/g, '')}`,
  createdAt: daysAgo(400),
  inlinePolicies: [],
  attachedPolicies: [],
});

export const user = (name: string, over: Partial<UserDetail> = {}): UserDetail => ({
  ...holder('user', 'AIDA', name),
  groups: [],
  tags: [],
  ...over,
});

export const group = (name: string, over: Partial<GroupDetail> = {}): GroupDetail => ({
  ...holder('group', 'AGPA', name),
  ...over,
});

/** A role that EC2 may take on, used yesterday. */
export const role = (name: string, over: Partial<RoleDetail> = {}): RoleDetail => ({
  ...holder('role', 'AROA', name),
  trustPolicy: trustOf({ Service: 'ec2.amazonaws.com' }),
  tags: [],
  lastUsedAt: daysAgo(1),
  instanceProfileArns: [],
  ...over,
});

/** A trust policy that lets a principal take on the role. */
export const trustOf = (principal: unknown, over: object = {}): object => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...over }],
});

/** A policy document of these statements; each allows everything but for what it says. */
export const documentOf = (...statements: readonly object[]): object => ({
  Version: '2012-10-17',
  Statement: statements.map((statement) => ({ Effect: 'Allow', Resource: '*', ...statement })),
});

/** A customer managed policy with one version, attached once. */
export const managedPolicy = (
  name: string,
  document: object,
  over: Partial<ManagedPolicy> = {},
): ManagedPolicy => ({
  name,
  path: '/',
  arn: arnOf(`policy/${name}`),
  id: `ANPAEXAMPLE${name.toUpperCase()}`,
  isAwsManaged: false,
  createdAt: daysAgo(400),
  updatedAt: daysAgo(400),
  attachmentCount: 1,
  boundaryUsageCount: 0,
  versions: [{ id: 'v1', isDefault: true, createdAt: daysAgo(400), document }],
  ...over,
});

/** An attached policy of AWS, e.g. `AdministratorAccess`. */
export const awsPolicy = (name: string) => ({ name, arn: `arn:aws:iam::aws:policy/${name}` });

/** Authorization details with these lists; the others are empty. */
export const authorization = (over: Partial<SnapshotValues['authorization']>) => ({
  authorization: { users: [], groups: [], roles: [], policies: [], ...over },
});
