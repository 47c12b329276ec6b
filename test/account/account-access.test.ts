import { describe, expect, it } from 'vitest';
import { accountAccess } from '../../shared/account/access/account-access.ts';
import { afterChange, type Change } from '../../shared/account/access/change.ts';
import { decideAccess } from '../../shared/account/access/decide-access.ts';
import { arnOf, exampleAccount, reads, snapshotOf } from '../../shared/account/example-core.ts';
import {
  authorization,
  awsPolicy,
  documentOf,
  group,
  managedPolicy,
  role,
  trustOf,
  user,
} from '../../shared/account/example-identities.ts';
import type { OrganizationPolicy } from '../../shared/account/snapshot-organization.ts';
import { type CallerDetails, callerOf } from '../../shared/policy/caller.ts';
import { readPolicy } from '../../shared/policy/read-policy.ts';

const kim = arnOf('user/kim');
const object = 'arn:aws:s3:::logs/a';
const inline = (document: object) => [{ name: 'own', document }];
const attached = (name: string) => [{ name, arn: arnOf(`policy/${name}`) }];
const readAll = documentOf({ Action: 's3:Get*' });

const details = authorization({
  users: [
    user('kim', {
      inlinePolicies: inline(documentOf({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::logs/*' })),
    }),
    user('lee', { groups: ['readers'] }),
    user('max', { attachedPolicies: attached('all'), boundaryArn: arnOf('policy/reading') }),
    user('ann', { attachedPolicies: [awsPolicy('ReadOnlyAccess')] }),
    user('bob', { inlinePolicies: inline({ Statement: 'nonsense' }) }),
    user('tag', {
      tags: [{ key: 'team', value: 'blue' }],
      inlinePolicies: inline(
        documentOf({ Action: '*', Condition: { StringEquals: { 'aws:PrincipalTag/team': 'blue' } } }),
      ),
    }),
    user('untagged', {
      inlinePolicies: inline(
        documentOf({ Action: '*', Condition: { StringEquals: { 'aws:PrincipalTag/team': 'blue' } } }),
      ),
    }),
    user('home', {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable.
      inlinePolicies: inline(documentOf({ Action: 's3:*', Resource: 'arn:aws:s3:::logs/${aws:username}' })),
    }),
  ],
  groups: [group('readers', { attachedPolicies: attached('reading') })],
  roles: [
    role('deploy', { inlinePolicies: inline(readAll), trustPolicy: trustOf({ AWS: kim }) }),
    role('open', { trustPolicy: trustOf({ AWS: exampleAccount }) }),
  ],
  policies: [managedPolicy('reading', readAll), managedPolicy('all', documentOf({ Action: '*' }))],
});

const fullAccess = documentOf({ Action: '*' });
const scp = (
  name: string,
  targets: readonly string[],
  content: unknown = fullAccess,
): OrganizationPolicy => ({
  id: `p-${name}`,
  arn: `arn:aws:organizations::aws:policy/${name}`,
  name,
  type: 'SERVICE_CONTROL_POLICY',
  isAwsManaged: false,
  content,
  targets,
});

const inOrganization = (...policies: readonly OrganizationPolicy[]) => ({
  ...details,
  organizationPolicies: { inOrganization: true, value: policies } as const,
});

const ask = (
  principal: string,
  {
    action = 's3:GetObject',
    resource = object,
    account = details as object,
    change,
    caller,
  }: {
    action?: string;
    resource?: string;
    account?: object;
    change?: Change;
    caller?: CallerDetails;
  } = {},
) => {
  const who = callerOf(principal, caller);
  if (who === undefined) throw new Error(`no caller: ${principal}`);
  const access = accountAccess(snapshotOf(reads(account)), who, resource);
  if ('missing' in access) return { missing: access.missing };
  const { policies, context, gaps, assumptions } = access;
  const after = change === undefined ? policies : afterChange(policies, change);
  if (after === undefined) return { verdict: 'no such policy', gaps, assumptions };
  const question = {
    caller: who,
    action,
    resource,
    context,
    given: {},
    absent: [],
    others: 'unknown',
  } as const;
  const { verdict, reasons } = decideAccess(question, after);
  const names = reasons.flatMap(({ statements }) => statements.map(({ policyName }) => policyName));
  return { verdict, names, gaps, assumptions };
};

describe('what an account allows', () => {
  it.each<[string, string, Parameters<typeof ask>[1], object]>([
    ['an inline policy', kim, {}, { verdict: 'Allowed', names: [`inline own of ${kim}`] }],
    ['not another resource', kim, { resource: 'arn:aws:s3:::other/a' }, { verdict: 'ImplicitlyDenied' }],
    ["a group's policy", arnOf('user/lee'), {}, { verdict: 'Allowed', names: [arnOf('policy/reading')] }],
    ['what the boundary allows, too', arnOf('user/max'), {}, { verdict: 'Allowed' }],
    [
      'not what the boundary does not',
      arnOf('user/max'),
      { action: 's3:PutObject' },
      { verdict: 'ImplicitlyDenied' },
    ],
    ['a role', arnOf('role/deploy'), {}, { verdict: 'Allowed' }],
    [
      'a session of a role',
      `arn:aws:sts::${exampleAccount}:assumed-role/deploy/x`,
      {},
      { verdict: 'Allowed' },
    ],
    ['what is tagged', arnOf('user/tag'), {}, { verdict: 'Allowed' }],
    ['not what is known to have no tag', arnOf('user/untagged'), {}, { verdict: 'ImplicitlyDenied' }],
    [
      'a variable of the user',
      arnOf('user/home'),
      { resource: 'arn:aws:s3:::logs/home' },
      { verdict: 'Allowed' },
    ],
    [
      'whom the trust policy names',
      kim,
      { action: 'sts:AssumeRole', resource: arnOf('role/deploy') },
      { verdict: 'Allowed' },
    ],
    [
      'not whom the account alone names',
      kim,
      { action: 'sts:AssumeRole', resource: arnOf('role/open') },
      { verdict: 'ImplicitlyDenied' },
    ],
    ['the root user', exampleAccount, {}, { verdict: 'Allowed', names: [] }],
    [
      'nobody of another account by itself',
      'arn:aws:iam::999988887777:user/x',
      { action: 'sts:AssumeRole', resource: arnOf('role/deploy') },
      {
        verdict: 'ImplicitlyDenied',
        assumptions: expect.arrayContaining([expect.stringContaining('another account')]),
      },
    ],
  ])('%s', (_, principal, asked, expected) => {
    expect(ask(principal, asked)).toMatchObject({ gaps: [], ...expected });
  });

  it('knows nothing of a user who is not there', () => {
    expect(ask(arnOf('user/nobody'))).toEqual({ missing: arnOf('user/nobody') });
  });
});

describe('what could not be read', () => {
  it.each([
    [
      'a document that is not among the details',
      'ann',
      'the document of arn:aws:iam::aws:policy/ReadOnlyAccess',
    ],
    ['a document that is none', 'bob', 'cannot be read (no-statement)'],
  ])('%s may allow and deny anything', (_, name, gap) => {
    expect(ask(arnOf(`user/${name}`))).toMatchObject({
      verdict: 'DependsOnContext',
      gaps: [expect.stringContaining(gap)],
    });
  });

  it('all users and roles', () => {
    expect(ask(kim, { account: {} })).toMatchObject({
      verdict: 'DependsOnContext',
      gaps: [expect.stringContaining('authorization is missing')],
    });
  });
});

describe('control policies', () => {
  const denies = documentOf({ Effect: 'Deny', Action: 's3:*' });
  it.each<[string, object, string]>([
    ['of the root and the account', inOrganization(scp('a', ['r-1']), scp('b', [exampleAccount])), 'Allowed'],
    ['a Deny at the root', inOrganization(scp('a', ['r-1']), scp('d', ['r-1'], denies)), 'ExplicitlyDenied'],
    ['of another account', inOrganization(scp('a', ['r-1']), scp('d', ['999988887777'], denies)), 'Allowed'],
    [
      'a Deny on a unit that the account may be in',
      inOrganization(scp('a', ['r-1']), scp('d', ['ou-1-x'], denies)),
      'DependsOnContext',
    ],
    [
      'that do not allow it',
      inOrganization(scp('a', ['r-1'], documentOf({ Action: 'ec2:*' }))),
      'ImplicitlyDenied',
    ],
    ['of other types', inOrganization({ ...scp('t', ['r-1'], { tags: {} }), type: 'TAG_POLICY' }), 'Allowed'],
    [
      'that are for resources',
      inOrganization({
        ...scp('r', ['r-1'], documentOf({ Effect: 'Deny', Action: 's3:*', Principal: '*' })),
        type: 'RESOURCE_CONTROL_POLICY',
      }),
      'ExplicitlyDenied',
    ],
    [
      'in the management account, which obeys none',
      {
        ...inOrganization(scp('d', ['r-1'], denies)),
        organization: {
          inOrganization: true,
          value: { id: 'o-1', arn: 'arn:o-1', managementAccountId: exampleAccount, featureSet: 'ALL' },
        },
      },
      'Allowed',
    ],
  ])('%s', (_, account, verdict) => {
    expect(ask(kim, { account })).toMatchObject({ verdict, gaps: [] });
  });

  it('are assumed not to be there when nobody asked, and that is said', () => {
    expect(ask(kim)).toMatchObject({
      verdict: 'Allowed',
      assumptions: [expect.stringContaining('no control policies of an organisation')],
    });
  });
});

describe('a change', () => {
  const policy = (document: object) => {
    const reading = readPolicy(document);
    if (reading.status !== 'read') throw new Error(reading.cause);
    return reading.policy;
  };
  const change = (to: Change['to'], document: object): Change => ({
    to,
    name: 'new.json',
    policy: policy(document),
  });
  const put = 's3:PutObject';
  it.each<[string, string, string, Change, string]>([
    [
      'one more identity policy',
      kim,
      put,
      change({ layer: 'identity' }, documentOf({ Action: 's3:*' })),
      'Allowed',
    ],
    [
      'a boundary',
      kim,
      's3:GetObject',
      change({ layer: 'boundary' }, documentOf({ Action: 'ec2:*' })),
      'ImplicitlyDenied',
    ],
    [
      'another boundary',
      arnOf('user/max'),
      put,
      change({ layer: 'boundary' }, documentOf({ Action: 's3:*' })),
      'Allowed',
    ],
    [
      'a resource policy',
      kim,
      put,
      change({ layer: 'resource' }, documentOf({ Action: 's3:*', Principal: '*' })),
      'Allowed',
    ],
    [
      'a control policy that denies',
      kim,
      's3:GetObject',
      change({ layer: 'scp' }, documentOf({ Effect: 'Deny', Action: 's3:*' })),
      'ExplicitlyDenied',
    ],
    [
      'a control policy that does not',
      kim,
      's3:GetObject',
      change({ layer: 'scp' }, documentOf({ Effect: 'Deny', Action: 'ec2:*' })),
      'Allowed',
    ],
    [
      'a new version of a policy of its group',
      arnOf('user/lee'),
      put,
      change({ arn: arnOf('policy/reading') }, documentOf({ Action: 's3:*' })),
      'Allowed',
    ],
    [
      'a policy that it does not have',
      kim,
      put,
      change({ arn: arnOf('policy/reading') }, documentOf({ Action: 's3:*' })),
      'no such policy',
    ],
  ])('%s', (_, principal, action, made, verdict) => {
    expect(ask(principal, { action, change: made })).toMatchObject({ verdict });
  });
});
