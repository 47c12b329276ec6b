import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeEscalation } from '../../../shared/policy/escalation/analyze.ts';
import { compileHolder } from '../../../shared/policy/escalation/holder.ts';
import { readHolder } from '../../../shared/policy/escalation/input.ts';
import { isAdministrator } from '../../../shared/policy/escalation/is-administrator.ts';
import { escalationPaths } from '../../../shared/policy/escalation/paths/all.ts';
import type { EscalationVerdict } from '../../../shared/policy/escalation/ways.ts';

const at = '2026-11-02T09:00:00Z';
const kim = 'arn:aws:iam::111122223333:user/kim';
const ci = 'arn:aws:iam::111122223333:role/ci';

type Fields = Readonly<Record<string, unknown>>;
const policy = (...Statement: readonly Fields[]): Fields => ({ Version: '2012-10-17', Statement });
const allow = (Action: unknown, over: Fields = {}): Fields => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...over,
});
const deny = (Action: unknown, over: Fields = {}): Fields => ({
  Effect: 'Deny',
  Action,
  Resource: '*',
  ...over,
});

const holderOf = (policies: readonly Fields[], over: Fields = {}) => {
  const reading = readHolder({ principal: { arn: kim }, policies, ...over });
  if (reading.status === 'bad-input') throw new Error(reading.error);
  return compileHolder(reading.holder);
};
const open = (policies: readonly Fields[], over: Fields = {}) =>
  analyzeEscalation(holderOf(policies, over), at);
const verdicts = (policies: readonly Fields[], over: Fields = {}): Record<string, EscalationVerdict> =>
  Object.fromEntries(open(policies, over).map(({ path, verdict }) => [path.id, verdict]));

describe('the catalogue of paths', () => {
  it('has at least the 65 of pathfinding.cloud and 100 in all, each id once', () => {
    const ids = escalationPaths.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(
      escalationPaths.filter(({ source }) => source === 'pathfinding.cloud').length,
    ).toBeGreaterThanOrEqual(65);
    expect(ids.length).toBeGreaterThanOrEqual(100);
  });

  it.each(escalationPaths.map((path) => [path.id, path] as const))('%s is complete', (_, path) => {
    expect(path.title.length).toBeLessThanOrEqual(80);
    expect(path.steps.length).toBeGreaterThan(0);
    for (const { action } of path.steps) expect(action).toMatch(/^[a-z0-9-]+:[A-Z][A-Za-z]+$/);
    expect(path.proof === 'workload').toBe(path.workload !== undefined);
    expect(path.proof === 'passed-role').toBe(path.passesTo !== undefined);
  });

  it.each(escalationPaths.map((path) => [path.id, path] as const))(
    '%s is open to whoever has exactly its permissions',
    (id, path) => {
      const actions = [...(path.passesTo ? ['iam:PassRole'] : []), ...path.steps.map(({ action }) => action)];
      const statements = [
        allow(actions),
        ...(/^(detach-own|delete-own|leave-group)/.test(id) ? [deny('s3:DeleteBucket')] : []),
      ];
      const over = {
        principal: { arn: path.caller === 'role' ? ci : kim },
        attached: ['arn:aws:iam::111122223333:policy/dev'],
        groups: ['arn:aws:iam::111122223333:group/devs'],
        ...(path.needsBoundary ? { boundary: policy(allow('*')) } : {}),
      };
      expect(Object.keys(verdicts([policy(...statements)], over))).toContain(id);
      const without = actions.slice(1);
      if (without.length === 0) return;
      expect(Object.keys(verdicts([policy(allow(without), ...statements.slice(1))], over))).not.toContain(id);
    },
  );
});

describe('analyzeEscalation', () => {
  it.each<[string, readonly Fields[], Fields, Record<string, EscalationVerdict>]>([
    [
      'ingredients in two policies (iam-vulnerable fn1)',
      [policy(allow('iam:PassRole')), policy(allow('ec2:RunInstances'))],
      {},
      { 'ec2-001': 'capable' },
    ],
    ['a user on itself', [policy(allow('iam:PutUserPolicy'))], {}, { 'iam-007': 'confirmed' }],
    [
      'a role with the permission of users',
      [policy(allow('iam:PutUserPolicy'))],
      { principal: { arn: ci } },
      {},
    ],
    [
      'self-service of keys',
      [
        policy(
          allow(['iam:CreateAccessKey', 'iam:DeleteAccessKey'], {
            Resource: 'arn:aws:iam::*:user/${aws:username}',
          }),
        ),
      ],
      {},
      {},
    ],
    [
      'a date that has passed (fp5)',
      [
        policy(
          allow('iam:AttachUserPolicy', {
            Condition: { DateLessThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } },
          }),
        ),
      ],
      {},
      {},
    ],
    [
      'a token younger than any (fn3)',
      [
        policy(
          allow('iam:AttachRolePolicy', {
            Condition: { DateGreaterThan: { 'aws:TokenIssueTime': '2020-01-01T00:00:00Z' } },
          }),
        ),
      ],
      { principal: { arn: ci } },
      { 'iam-009': 'confirmed' },
    ],
    ['a Deny on everything', [policy(allow('iam:*'), deny('iam:*'))], {}, {}],
    ['a Deny in another policy', [policy(allow('iam:PutUserPolicy')), policy(deny('iam:Put*'))], {}, {}],
    [
      'roles that AWS keeps for itself (fp4)',
      [
        policy(
          allow('iam:UpdateAssumeRolePolicy', {
            Resource: 'arn:aws:iam::111122223333:role/aws-service-role/*',
          }),
        ),
      ],
      {},
      {},
    ],
    [
      'a role passed to another service',
      [
        policy(
          allow('iam:PassRole', {
            Condition: { StringEquals: { 'iam:PassedToService': 'glue.amazonaws.com' } },
          }),
          allow(['lambda:CreateFunction', 'lambda:InvokeFunction']),
        ),
      ],
      {},
      {},
    ],
    [
      'a policy attached to itself',
      [policy(allow('iam:CreatePolicyVersion', { Resource: 'arn:aws:iam::111122223333:policy/dev' }))],
      { attached: ['arn:aws:iam::111122223333:policy/dev'] },
      { 'iam-001': 'confirmed' },
    ],
    [
      'a policy of which it is not known who has it',
      [policy(allow('iam:CreatePolicyVersion'))],
      {},
      { 'iam-001': 'potential' },
    ],
    [
      'a group it is in',
      [policy(allow('iam:PutGroupPolicy'))],
      { groups: ['arn:aws:iam::111122223333:group/devs'] },
      { 'iam-011': 'confirmed' },
    ],
    ['no group at all', [policy(allow('iam:PutGroupPolicy'))], { groups: [] }, {}],
    ['a boundary that does not allow it', [policy(allow('iam:*'))], { boundary: policy(allow('s3:*')) }, {}],
    [
      'a boundary that limits the gain',
      [policy(allow('iam:PutUserPolicy'))],
      { boundary: policy(allow(['iam:PutUserPolicy', 's3:*'])) },
      { 'iam-007': 'potential' },
    ],
    [
      'a boundary that it may delete',
      [policy(allow('iam:DeleteUserPermissionsBoundary'))],
      { boundary: policy(allow('*')) },
      { 'iam-022': 'confirmed' },
    ],
    ['no boundary to delete', [policy(allow('iam:DeleteUserPermissionsBoundary'))], {}, {}],
    [
      'a control policy',
      [policy(allow('iam:PutUserPolicy'))],
      { scps: [[policy(allow('*'))], [policy(allow('*'), deny('iam:*'))]] },
      {},
    ],
    [
      'only harmless policies to attach',
      [
        policy(
          allow('iam:AttachUserPolicy', {
            Condition: { ArnEquals: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/ReadOnlyAccess' } },
          }),
        ),
      ],
      {},
      { 'iam-008': 'potential' },
    ],
    ['a role that only reads', [policy(allow(['*:Get*', '*:List*', '*:Describe*']))], {}, {}],
  ])('%s', (_, policies, over, expected) => {
    expect(verdicts(policies, over)).toEqual(expected);
  });

  it('finds what NotAction leaves open (fn4)', () => {
    const found = Object.keys(
      verdicts([
        policy({ Effect: 'Allow', NotAction: ['iam:Update*', 'iam:Create*', 'iam:Attach*'], Resource: '*' }),
      ]),
    );
    expect(found).toEqual(expect.arrayContaining(['iam-007', 'iam-013', 'lambda-001', 'ec2-001', 'sts-001']));
    expect(found).not.toContain('iam-002');
  });

  it('names the conditions that must hold', () => {
    const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
    const [found] = open([policy(allow('iam:CreateLoginProfile', { Condition: mfa }))]);
    expect(found).toMatchObject({
      verdict: 'capable',
      conditions: ['Bool aws:MultiFactorAuthPresent = true'],
    });
  });

  it('tells an administrator', () => {
    expect(isAdministrator(holderOf([policy(allow('*'))]), at)).toBe(true);
    expect(isAdministrator(holderOf([policy(allow('iam:*'))]), at)).toBe(false);
    expect(isAdministrator(holderOf([policy(allow('*'))], { boundary: policy(allow('s3:*')) }), at)).toBe(
      false,
    );
  });

  const someActions = fc.subarray(
    escalationPaths.flatMap(({ steps }) => steps.map(({ action }) => action)),
    { maxLength: 12 },
  );
  const statement = fc.record({
    Effect: fc.constantFrom('Allow', 'Deny'),
    Action: someActions.filter((actions) => actions.length > 0),
    Resource: fc.constantFrom('*', 'arn:aws:iam::*:user/*', 'arn:aws:iam::*:role/app-*', kim),
  });

  it('never opens a path by a Deny or a boundary', () => {
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 4 }), statement, (statements, more) => {
        // A Deny to shed is what these are about: they open with one, by design.
        const ids = (over: Fields, ...extra: Fields[]) =>
          Object.keys(verdicts([policy(...statements, ...extra)], over)).filter(
            (id) => !/^(detach-own|delete-own|leave-group)|boundary|^iam-02[23]/.test(id),
          );
        const before = ids({});
        expect(before).toEqual(expect.arrayContaining(ids({}, { ...more, Effect: 'Deny' })));
        expect(before).toEqual(expect.arrayContaining(ids({ boundary: policy(more) })));
      }),
      { numRuns: 30 },
    );
  });
});

describe('readHolder', () => {
  it.each<[string, unknown, RegExp]>([
    ['no object', 5, /the line/],
    ['no principal', { policies: [] }, /principal/],
    [
      'an ARN of a group',
      { principal: { arn: 'arn:aws:iam::111122223333:group/x' }, policies: [] },
      /principal\.arn/,
    ],
    ['another type than the ARN', { principal: { type: 'role', arn: kim }, policies: [] }, /principal\.type/],
    ['a broken policy', { principal: { arn: kim }, policies: ['{'] }, /policies\[0\]/],
    ['a misspelt field of the principal', { principal: { arn: kim, nmae: 'x' }, policies: [] }, /nmae/],
    ['a time that is none', { principal: { arn: kim }, policies: [], at: 'now' }, /at: /],
  ])('refuses %s with its place', (_, input, error) => {
    expect(readHolder(input)).toEqual({ status: 'bad-input', error: expect.stringMatching(error) });
  });
});
