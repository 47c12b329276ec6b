import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ActionCatalogue } from '../../shared/policy/actions/action-catalogue.ts';
import { packService } from '../../shared/policy/actions/action-data.ts';
import { allActions } from '../../shared/policy/actions/all-actions.ts';
import type { Verdict } from '../../shared/policy/decision.ts';
import { actionChanges } from '../../shared/policy/diff-actions.ts';
import { diffLines, maxAlertLines } from '../../shared/policy/diff-lines.ts';
import { diffPolicies, givesMore, isSame, type PolicyDiff } from '../../shared/policy/diff-policies.ts';
import { evaluate } from '../../shared/policy/evaluate.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { readPolicy } from '../../shared/policy/read-policy.ts';
import { asking, policy, policySetOf, requestOf } from './arbitrary-policies.ts';

const all = await allActions();

const read = (statements: readonly object[], version = '2012-10-17'): Policy => {
  const reading = readPolicy({ Version: version, Statement: statements });
  if (reading.status !== 'read') throw new Error(reading.cause);
  return reading.policy;
};

const allow = (Action: unknown, Resource: unknown = '*', Condition?: object) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...(Condition && { Condition }),
});
const deny = (Action: unknown, Resource: unknown = '*') => ({ Effect: 'Deny', Action, Resource });
const trust = (Principal: unknown, Condition?: object) => ({
  Effect: 'Allow',
  Principal,
  Action: 'sts:AssumeRole',
  ...(Condition && { Condition }),
});

/** `gained iam:PassRole`: what became of each action. */
const actionTexts = ({ actions }: PolicyDiff): readonly string[] =>
  actionChanges.flatMap((change) =>
    actions[change].flatMap((group) => group.actions.map((action) => `${change} ${action}`)),
  );

const principalTexts = ({ principals }: PolicyDiff): readonly string[] =>
  actionChanges.flatMap((change) =>
    principals[change].map(({ type, id, except }) => `${change} ${except ? 'not ' : ''}${type} ${id}`),
  );

const vpc = { StringEquals: { 'aws:SourceVpc': ['vpc-1', 'vpc-2'] } };

describe('the actions of a diff', () => {
  it.each<[string, object[], object[], string[]]>([
    [
      'a new action',
      [allow('s3:GetObject')],
      [allow(['s3:GetObject', 'iam:PassRole'])],
      ['gained iam:PassRole'],
    ],
    [
      'an action that is gone',
      [allow(['s3:GetObject', 's3:PutObject'])],
      [allow('s3:GetObject')],
      ['lost s3:PutObject'],
    ],
    [
      'a pattern spelt out',
      [],
      [allow('iam:*AccessKey')],
      ['gained iam:CreateAccessKey', 'gained iam:DeleteAccessKey', 'gained iam:UpdateAccessKey'],
    ],
    [
      'more resources',
      [allow('s3:GetObject', 'arn:aws:s3:::a/*')],
      [allow('s3:GetObject', 'arn:aws:s3:::*')],
      ['widened s3:GetObject'],
    ],
    [
      'fewer resources',
      [allow('s3:GetObject')],
      [allow('s3:GetObject', 'arn:aws:s3:::a/*')],
      ['narrowed s3:GetObject'],
    ],
    [
      'other resources',
      [allow('s3:GetObject', 'arn:aws:s3:::a/*')],
      [allow('s3:GetObject', 'arn:aws:s3:::b/*')],
      ['widened s3:GetObject', 'narrowed s3:GetObject'],
    ],
    [
      'a condition less',
      [allow('s3:GetObject', '*', vpc)],
      [allow('s3:GetObject')],
      ['widened s3:GetObject'],
    ],
    [
      'a condition more',
      [allow('s3:GetObject')],
      [allow('s3:GetObject', '*', vpc)],
      ['narrowed s3:GetObject'],
    ],
    [
      'a value less in a condition',
      [allow('s3:GetObject', '*', vpc)],
      [allow('s3:GetObject', '*', { stringequals: { 'AWS:SourceVpc': 'vpc-1' } })],
      ['narrowed s3:GetObject'],
    ],
    [
      'a value less in a negated condition',
      [allow('s3:GetObject', '*', { StringNotEquals: { 'aws:SourceVpc': ['vpc-1', 'vpc-2'] } })],
      [allow('s3:GetObject', '*', { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } })],
      ['widened s3:GetObject'],
    ],
    [
      'a Deny that is gone',
      [allow('s3:GetObject'), deny('s3:GetObject')],
      [allow('s3:GetObject')],
      ['gained s3:GetObject', 'undenied s3:GetObject'],
    ],
    ['a Deny without any Allow', [deny('s3:GetObject')], [], ['undenied s3:GetObject']],
    [
      'a Deny that is new',
      [allow('s3:GetObject')],
      [allow('s3:GetObject'), deny('s3:GetObject', 'arn:aws:s3:::a/*')],
      ['denied s3:GetObject'],
    ],
    [
      'NotResource of less',
      [{ Effect: 'Allow', Action: 's3:GetObject', NotResource: ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'] }],
      [{ Effect: 'Allow', Action: 's3:GetObject', NotResource: 'arn:aws:s3:::a/*' }],
      ['widened s3:GetObject'],
    ],
    [
      'NotResource that leaves out nothing of it',
      [allow('s3:GetObject', 'arn:aws:s3:::a/*')],
      [{ Effect: 'Allow', Action: 's3:GetObject', NotResource: 'arn:aws:s3:::b/*' }],
      ['widened s3:GetObject'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(actionTexts(diffPolicies(read(before), read(after), all))).toEqual(expected);
  });

  it('says the same of documents that say the same', () => {
    const before = read([{ Sid: 'a', ...allow(['s3:GetObject', 'iam:getuser'], '*', vpc) }, deny('ec2:*')]);
    const after = read([
      deny('EC2:*'),
      {
        Sid: 'b',
        ...allow(['iam:GetUser', 's3:GetObject'], '*', {
          StringEquals: { 'aws:sourcevpc': ['vpc-2', 'vpc-1'] },
        }),
      },
    ]);
    const diff = diffPolicies(before, after, all);
    expect([isSame(diff), givesMore(diff), diffLines(diff)]).toEqual([true, false, []]);
  });

  it('knows literal text from a variable', () => {
    const home = [allow('s3:GetObject', 'arn:aws:s3:::home/${aws:username}/*')];
    const diff = diffPolicies(read(home, '2008-10-17'), read(home), all);
    expect(actionTexts(diff)).toEqual(['widened s3:GetObject', 'narrowed s3:GetObject']);
    expect(diff.added).toHaveLength(1);
  });

  it('names patterns that cover no known action', () => {
    const diff = diffPolicies(
      read([allow(['s3:Frobnicate', '*'])]),
      read([allow(['iam:Frobnicate', 'iam', '*'])]),
      all,
    );
    expect(diff.unlisted).toEqual({ added: ['iam', 'iam:Frobnicate'], removed: ['s3:Frobnicate'] });
  });
});

describe('the principals of a diff', () => {
  const externalId = { StringEquals: { 'sts:ExternalId': 'x' } };
  it.each<[string, object[], object[], string[]]>([
    [
      'somebody new',
      [trust({ AWS: '111122223333' })],
      [trust({ AWS: ['111122223333', '*'] })],
      ['gained AWS *'],
    ],
    [
      'a service that is gone',
      [trust({ Service: ['ec2.amazonaws.com', 'lambda.amazonaws.com'] })],
      [trust({ Service: 'ec2.amazonaws.com' })],
      ['lost Service lambda.amazonaws.com'],
    ],
    [
      'an account by another name',
      [trust({ AWS: '111122223333' })],
      [trust({ AWS: 'arn:aws:iam::111122223333:root' })],
      [],
    ],
    ['everybody by another name', [trust('*')], [trust({ AWS: '*' })], []],
    [
      'a condition less',
      [trust({ AWS: '111122223333' }, externalId)],
      [trust({ AWS: '111122223333' })],
      ['widened AWS 111122223333'],
    ],
    [
      'a condition more',
      [trust({ AWS: '111122223333' })],
      [trust({ AWS: '111122223333' }, externalId)],
      ['narrowed AWS 111122223333'],
    ],
    ['somebody whom everybody includes', [trust('*')], [trust('*'), trust({ AWS: '111122223333' })], []],
    [
      'everybody but one',
      [],
      [{ Effect: 'Allow', NotPrincipal: { AWS: '111122223333' }, Action: 's3:GetObject', Resource: '*' }],
      ['gained not AWS 111122223333'],
    ],
    [
      'a Deny that is gone',
      [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }],
      [],
      ['undenied * *'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(principalTexts(diffPolicies(read(before), read(after), all))).toEqual(expected);
  });
});

it('takes a short ARN for all it may stand for', () => {
  // AWS reads arn:aws:kms as arn:aws:kms:*:*:*, which the Deny spares.
  const before = read([allow('kms:Decrypt', 'arn:aws:s3:::b')]);
  const after = read([
    { Effect: 'Deny', Action: '*', NotResource: 'arn:aws:*:*:*:*' },
    allow('kms:Decrypt', 'arn:aws:kms'),
  ]);
  expect(diffPolicies(before, after, all).actions.widened.flatMap(({ actions }) => actions)).toEqual([
    'kms:Decrypt',
  ]);
});

describe('diffLines', () => {
  const huge = diffPolicies(
    read(Array.from({ length: 30 }, (_, index) => allow(`s3:Get*`, `arn:aws:s3:::b${index}`))),
    read(
      Array.from({ length: 30 }, (_, index) =>
        allow('*', `arn:aws:iam::${index}:*`, { Bool: { [`k:${'x'.repeat(300)}${index}`]: 'true' } }),
      ),
    ),
    all,
  );

  it('fits an alert, with what gives more access first', () => {
    const lines = diffLines(huge);
    expect(lines).toHaveLength(maxAlertLines);
    expect(lines[0]).toMatchObject({ sign: '+', label: 'gained' });
    expect(lines[0]?.text).toMatch(
      /^Permissions management \(\d+\): iam:AttachGroupPolicy, AttachRolePolicy/,
    );
    expect(lines.at(-1)?.text).toMatch(/^\d+ more lines$/);
    expect(Math.max(...lines.map(({ text }) => text.length))).toBeLessThanOrEqual(240);
  });

  it('says everything when asked to', () => {
    expect(diffLines(huge, Number.POSITIVE_INFINITY).length).toBeGreaterThan(60);
  });
});

const access: Readonly<Record<Verdict, number>> = {
  Allowed: 2,
  DependsOnContext: 1,
  ImplicitlyDenied: 0,
  ExplicitlyDenied: 0,
};

it('names every action that a request of it gains', () => {
  const names = { s3: 'GetObject', sts: 'AssumeRole', kms: 'Decrypt', iam: 'PassRole' };
  const small = new ActionCatalogue({
    source: 'test',
    globalKeys: {},
    services: Object.fromEntries(
      Object.entries(names).map(([service, name]) => [
        service,
        packService({ keys: [], resources: [], actions: [[name, 'W', '', '']] }),
      ]),
    ),
  });
  const none = { resource: undefined, boundary: [], session: [], endpoint: [], scps: [], rcps: [] };
  fc.assert(
    fc.property(policy, policy, asking, (before, after, asked) => {
      fc.pre(asked.request.action !== 'sts:GetCallerIdentity');
      const accessBy = (one: Policy) =>
        access[evaluate(requestOf(asked), policySetOf({ ...none, identity: [one] })).verdict];
      fc.pre(accessBy(after) > accessBy(before));
      const diff = diffPolicies(before, after, small);
      const more = (['gained', 'widened', 'undenied'] as const).flatMap((change) => diff.actions[change]);
      expect(more.flatMap(({ actions }) => actions)).toContain(asked.request.action);
      expect(givesMore(diff)).toBe(true);
    }),
    { numRuns: 400 },
  );
});
