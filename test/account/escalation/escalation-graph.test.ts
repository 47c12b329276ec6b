import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphDocument } from '../../../functions/cli/account/graph-document.ts';
import { graphDot } from '../../../functions/cli/account/graph-dot.ts';
import { graphHtml } from '../../../functions/cli/account/graph-html.ts';
import { escalationGraph } from '../../../shared/account/escalation/escalation-graph.ts';
import type { AuthorizationDetails } from '../../../shared/account/snapshot-identities.ts';

const at = '2026-11-02T09:00:00Z';
const account = '111122223333';
const arn = (kind: string, name: string) => `arn:aws:iam::${account}:${kind}/${name}`;
const document = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });
const allow = (Action: unknown, Resource: unknown = '*', over: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...over,
});
const trusts = (Principal: unknown, over: object = {}) =>
  document({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole', ...over });

const holder = (kind: string, name: string, statements: readonly object[], over: object = {}) => ({
  name,
  path: '/',
  arn: arn(kind, name),
  id: `ID${name}`,
  createdAt: '2026-01-01T00:00:00Z',
  inlinePolicies: statements.length === 0 ? [] : [{ name: 'inline', document: document(...statements) }],
  attachedPolicies: [],
  tags: [],
  ...over,
});
const user = (name: string, statements: readonly object[] = [], over: object = {}) => ({
  ...holder('user', name, statements),
  groups: [],
  ...over,
});
const role = (name: string, statements: readonly object[], trustPolicy: unknown, over: object = {}) => ({
  ...holder('role', name, statements),
  trustPolicy,
  instanceProfileArns: [],
  ...over,
});
const details = (over: Partial<AuthorizationDetails>): AuthorizationDetails => ({
  users: [],
  groups: [],
  roles: [],
  policies: [],
  ...over,
});

/** Who gets to administrator, and how: name → the paths of the route. */
const routes = (over: Partial<AuthorizationDetails>): Record<string, readonly string[] | 'never'> => {
  const { principals } = escalationGraph(details(over), at);
  return Object.fromEntries(
    principals.map(({ arn: who, route }) => [
      who.split('/').at(-1) ?? '',
      route?.steps.map(({ path }) => path) ?? 'never',
    ]),
  );
};

const admin = role('admin', [allow('*')], trusts({ AWS: arn('role', 'ops') }));

describe('escalationGraph', () => {
  it.each<[string, Partial<AuthorizationDetails>, Record<string, readonly string[] | 'never'>]>([
    ['an administrator', { users: [user('kim', [allow('*')])] }, { kim: [] }],
    ['nobody', { users: [user('kim', [allow('s3:*')])] }, { kim: 'never' }],
    [
      'a policy for itself',
      { users: [user('kim', [allow('iam:PutUserPolicy', arn('user', 'kim'))])] },
      { kim: ['iam-007'] },
    ],
    [
      'a policy for others only',
      { users: [user('kim', [allow('iam:PutUserPolicy', arn('user', 'lee'))])] },
      { kim: 'never' },
    ],
    [
      'a key for an administrator',
      { users: [user('kim', [allow('iam:CreateAccessKey')]), user('root-like', [allow('*')])] },
      { kim: ['iam-002'], 'root-like': [] },
    ],
    [
      'a key for nobody in particular',
      { users: [user('kim', [allow('iam:CreateAccessKey')]), user('lee')] },
      { kim: 'never', lee: 'never' },
    ],
    [
      'a role that names it, without a permission of its own',
      { roles: [admin, role('ops', [], trusts({ Service: 'ec2.amazonaws.com' }))] },
      { admin: [], ops: ['sts-001'] },
    ],
    [
      'a role that trusts the account, with a permission',
      {
        users: [user('kim', [allow('sts:AssumeRole')])],
        roles: [role('admin', [allow('*')], trusts({ AWS: account }))],
      },
      { kim: ['sts-001'], admin: [] },
    ],
    [
      'a role that trusts the account, without one',
      {
        users: [user('kim', [allow('s3:*')])],
        roles: [role('admin', [allow('*')], trusts({ AWS: account }))],
      },
      { kim: 'never', admin: [] },
    ],
    [
      'a permission, but the role trusts another',
      { users: [user('kim', [allow('sts:AssumeRole')])], roles: [admin] },
      { kim: 'never', admin: [] },
    ],
    [
      'two steps',
      {
        users: [user('kim', [allow('sts:AssumeRole', arn('role', 'ops'))])],
        roles: [admin, role('ops', [], trusts({ AWS: arn('user', 'kim') }))],
      },
      { kim: ['sts-001', 'sts-001'], admin: [], ops: ['sts-001'] },
    ],
    [
      'a role passed to a function',
      {
        users: [user('kim', [allow(['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'])])],
        roles: [role('admin', [allow('*')], trusts({ Service: 'lambda.amazonaws.com' }))],
      },
      { kim: ['lambda-001'], admin: [] },
    ],
    [
      'a role of another service passed',
      {
        users: [user('kim', [allow(['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'])])],
        roles: [role('admin', [allow('*')], trusts({ Service: 'ec2.amazonaws.com' }))],
      },
      { kim: 'never', admin: [] },
    ],
    [
      'a trust policy to rewrite',
      { users: [user('kim', [allow('iam:UpdateAssumeRolePolicy')])], roles: [admin] },
      { kim: ['iam-012'], admin: [] },
    ],
    [
      'a role that AWS keeps',
      {
        users: [user('kim', [allow('iam:UpdateAssumeRolePolicy')])],
        roles: [
          role('sso', [allow('*')], trusts({ Service: 'sso.amazonaws.com' }), {
            arn: arn('role', 'aws-reserved/sso.amazonaws.com/sso'),
          }),
        ],
      },
      { kim: 'never', sso: [] },
    ],
    [
      'a group of administrators to join',
      {
        users: [user('kim', [allow('iam:AddUserToGroup')])],
        groups: [holder('group', 'admins', [allow('*')])],
      },
      { kim: ['iam-013'] },
    ],
    [
      'an ordinary group to join',
      {
        users: [user('kim', [allow('iam:AddUserToGroup')])],
        groups: [holder('group', 'devs', [allow('s3:*')])],
      },
      { kim: 'never' },
    ],
    [
      'by its group',
      {
        users: [user('kim', [], { groups: ['devs'] })],
        groups: [holder('group', 'devs', [allow('iam:AttachUserPolicy')])],
      },
      { kim: ['iam-008'] },
    ],
    [
      'a Deny in the way',
      {
        users: [
          user('kim', [
            allow('iam:CreateAccessKey'),
            { Effect: 'Deny', Action: 'iam:*', Resource: arn('user', 'root-like') },
          ]),
          user('root-like', [allow('*')]),
        ],
      },
      { kim: 'never', 'root-like': [] },
    ],
    [
      'AWS’s own policy without its document',
      {
        users: [
          user('kim', [], {
            attachedPolicies: [
              { name: 'AdministratorAccess', arn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
            ],
          }),
        ],
      },
      { kim: [] },
    ],
  ])('%s', (_, over, expected) => {
    expect(routes(over)).toEqual(expected);
  });

  it('names the condition on the way', () => {
    const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
    const { principals } = escalationGraph(
      details({
        users: [user('kim', [allow('sts:AssumeRole')])],
        roles: [role('admin', [allow('*')], trusts({ AWS: account }, mfa))],
      }),
      at,
    );
    expect(principals[0]?.route?.steps).toEqual([
      { path: 'sts-001', to: 1, conditions: ['Bool aws:MultiFactorAuthPresent = true'] },
    ]);
  });

  it('says which policies it could not read', () => {
    const { unread } = escalationGraph(
      details({ users: [user('kim', [], { attachedPolicies: [{ name: 'x', arn: arn('policy', 'x') }] })] }),
      at,
    );
    expect(unread).toEqual([{ arn: arn('policy', 'x'), cause: 'its document is not in the snapshot' }]);
  });

  it('finds the same for holders that share policies as for each alone', () => {
    const shared = { name: 'p', arn: arn('policy', 'p') };
    const managed = {
      name: 'p',
      path: '/',
      arn: shared.arn,
      id: 'x',
      isAwsManaged: false,
      createdAt: at,
      updatedAt: at,
      attachmentCount: 2,
      boundaryUsageCount: 0,
      versions: [
        {
          id: 'v1',
          isDefault: true,
          createdAt: at,
          document: document(allow('sts:AssumeRole', arn('role', 'a*'))),
        },
      ],
    };
    const roles = ['a1', 'a2', 'b1'].map((name) =>
      role(name, name === 'a2' ? [allow('*')] : [], trusts({ AWS: account })),
    );
    const both = routes({
      users: ['kim', 'lee'].map((name) => user(name, [], { attachedPolicies: [shared] })),
      roles,
      policies: [managed],
    });
    const alone = routes({
      users: [user('kim', [], { attachedPolicies: [shared] })],
      roles,
      policies: [managed],
    });
    expect(both['kim']).toEqual(alone['kim']);
    expect(both['lee']).toEqual(alone['kim']);
    expect(both['kim']).toEqual(['sts-001']);
  });
});

describe('the forms of the graph', () => {
  const hostile = '"><script>alert(1)</script>\u202e';
  const made = (name: string) =>
    graphDocument(
      escalationGraph(
        details({ users: [user(name, [allow('iam:CreateAccessKey')]), user('boss', [allow('*')])] }),
        at,
      ),
      { account, at },
    );

  it('keep hostile names inert', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constant(hostile)), (name) => {
        const html = graphHtml(made(`x${name}`));
        expect(html.match(/<script/g)).toHaveLength(1);
        expect(html).not.toContain('\u202e');
        for (const line of graphDot(made(`x${name}`)).split('\n'))
          expect(line.replaceAll(/\\["\\]/g, '').split('"').length % 2).toBe(1);
      }),
    );
  });

  it('count what they show', () => {
    const { counts, principals } = made('kim');
    expect(counts).toEqual({ principals: 2, administrators: 1, reachAdministrator: 1 });
    expect(principals[0]).toMatchObject({
      stepsToAdministrator: 1,
      route: [{ path: 'iam-002', to: arn('user', 'boss') }],
    });
  });
});
