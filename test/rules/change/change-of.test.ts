import { describe, expect, it } from 'vitest';
import type { Lookup, LookupAnswer } from '../../../shared/account/lookup.ts';
import { call } from '../../../shared/events/example.ts';
import type { JsonObject } from '../../../shared/events/json.ts';
import { parseRecord } from '../../../shared/events/parse-event.ts';
import { changeOf, lookupsOfChange } from '../../../shared/rules/change/change-of.ts';

const night = '2026-03-04T01:00:00Z';
const noon = '2026-03-04T12:00:00Z';
const policyArn = 'arn:aws:iam::111122223333:policy/app';
const document = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });
const allow = (Action: string, over: object = {}) => ({ Effect: 'Allow', Action, Resource: '*', ...over });
const deny = (Action: string) => ({ Effect: 'Deny', Action, Resource: '*' });
const trusts = (Principal: unknown, Condition?: object) =>
  document({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole', ...(Condition ? { Condition } : {}) });

const found = (kind: Lookup['kind'], value: unknown, readAt = noon): LookupAnswer => ({
  status: 'found',
  kind,
  value,
  readAt,
});
const versionFact = (version: string, text: string, over: object = {}) => ({
  arn: policyArn,
  version,
  createdAt: night,
  document: text,
  ...over,
});

/** Resolves a record with answers by `kind id`. */
const changed = (record: JsonObject, answers: Readonly<Record<string, LookupAnswer>> = {}) => {
  const event = parseRecord(record, { receivedAt: noon });
  const asked: string[] = [];
  const answerTo = ({ kind, id }: Lookup) => answers[`${kind} ${id}`];
  for (const { kind, id } of lookupsOfChange(event, answerTo)) asked.push(`${kind} ${id}`);
  return { change: changeOf(event, answerTo), asked };
};

const putRolePolicy = call('iam:PutRolePolicy', {
  request: { roleName: 'web', policyName: 'own', policyDocument: document(allow('iam:PassRole')) },
});
const update = (policyDocument: string) =>
  call('iam:UpdateAssumeRolePolicy', { request: { roleName: 'web', policyDocument } });
const newVersion = call('iam:CreatePolicyVersion', {
  request: { policyArn, policyDocument: document(allow('iam:*')), setAsDefault: true },
  response: { policyVersion: { versionId: 'v3', isDefaultVersion: true } },
});

describe('the state before', () => {
  it.each<[string, JsonObject, Record<string, LookupAnswer>, object]>([
    [
      'an older version, asked of IAM',
      newVersion,
      {
        [`policy-before ${policyArn} v3`]: found(
          'policy-before',
          versionFact('v2', document(allow('s3:*')), { isCertain: true }),
        ),
      },
      { from: 'iam', version: 'v2' },
    ],
    [
      'one of several: said to be assumed',
      newVersion,
      {
        [`policy-before ${policyArn} v3`]: found(
          'policy-before',
          versionFact('v2', document(), { isCertain: false }),
        ),
      },
      { from: 'iam', version: 'v2', assumed: true },
    ],
    [
      'an inline policy, of the snapshot',
      putRolePolicy,
      { 'prior-state role/web': found('prior-state', { readAt: night, inline: { own: document() } }, night) },
      { from: 'snapshot', readAt: night },
    ],
    [
      'an inline policy that the snapshot does not have',
      putRolePolicy,
      { 'prior-state role/web': found('prior-state', { readAt: night, inline: {} }, night) },
      { from: 'snapshot', readAt: night },
    ],
    [
      'a snapshot that was read after the call shows what came of it',
      putRolePolicy,
      { 'prior-state role/web': found('prior-state', { readAt: noon, inline: { own: document() } }) },
      { from: 'unknown', cause: `the snapshot of ${noon} was read after the call` },
    ],
    [
      'a look-up that was denied',
      newVersion,
      {
        [`policy-before ${policyArn} v3`]: {
          status: 'unavailable',
          cause: 'iam:ListPolicyVersions was denied',
        },
      },
      { from: 'unknown', cause: 'iam:ListPolicyVersions was denied' },
    ],
    [
      'nothing, of what is new',
      call('iam:CreateRole', { request: { roleName: 'web', assumeRolePolicyDocument: trusts('*') } }),
      {},
      { from: 'nothing' },
    ],
    ['never asked', putRolePolicy, {}, { from: 'unknown', cause: 'AWS was not asked' }],
  ])('%s', (_, record, answers, before) => {
    expect(changed(record, answers).change?.before).toEqual(before);
  });

  it('is of a version when the snapshot has the one that is in force now', () => {
    const set = call('iam:SetDefaultPolicyVersion', { request: { policyArn, versionId: 'v1' } });
    const snapshot = {
      [`prior-state policy/${policyArn}`]: found(
        'prior-state',
        { readAt: night, version: 'v1', document: document() },
        night,
      ),
    };
    expect(changed(set).asked).toEqual([`prior-state policy/${policyArn}`, `managed-policy ${policyArn} v1`]);
    expect(changed(set, snapshot).asked).toContain(`policy-before ${policyArn} v1`);
  });
});

describe('what changed', () => {
  const statedBefore = (text: string) => ({
    'prior-state role/web': found(
      'prior-state',
      { readAt: night, trustPolicy: text, inline: { own: text } },
      night,
    ),
  });

  it('names who is let in, and the condition that is gone', () => {
    const { change } = changed(
      update(trusts({ AWS: ['444455556666', '777788889999'] })),
      statedBefore(trusts({ AWS: '444455556666' }, { StringEquals: { 'sts:ExternalId': 'x' } })),
    );
    expect(change?.principals).toContainEqual({ change: 'gained', count: 1, principals: ['777788889999'] });
    expect(change?.guardsRemoved.texts).toEqual(['StringEquals sts:ExternalId x for 444455556666']);
  });

  it.each([
    ['another value of the same key', { StringEquals: { 'sts:ExternalId': 'y' } }],
    ['a pattern of the same key', { StringLike: { 'sts:externalid': '*' } }],
  ])('a condition is not gone when there is %s', (_, condition) => {
    const { change } = changed(
      update(trusts({ AWS: '444455556666' }, condition)),
      statedBefore(trusts({ AWS: '444455556666' }, { StringEquals: { 'sts:ExternalId': 'x' } })),
    );
    expect(change?.guardsRemoved.texts).toEqual([]);
  });

  it('names the Deny that is gone, and not one that grew', () => {
    const old = document(deny('s3:Delete*'), deny('iam:*'));
    const put = call('iam:PutRolePolicy', {
      request: { roleName: 'web', policyName: 'own', policyDocument: document(deny('s3:*')) },
    });
    expect(changed(put, statedBefore(old)).change?.guardsRemoved.texts).toEqual(['Deny iam:* on *']);
  });

  it('counts actions by level, and names the first', () => {
    const { change } = changed(putRolePolicy, statedBefore(document()));
    expect(change?.actions).toEqual([
      { change: 'gained', level: 'Write', count: 1, actions: ['iam:PassRole'] },
    ]);
  });

  it('without a boundary everything is within bounds', () => {
    const remove = call('iam:DeleteRolePermissionsBoundary', { request: { roleName: 'web' } });
    const answers = {
      'prior-state role/web': found('prior-state', { readAt: night, boundaryArn: policyArn }, night),
      [`managed-policy ${policyArn}`]: found('managed-policy', versionFact('v1', document(allow('s3:*')))),
    };
    const { change } = changed(remove, answers);
    expect(change?.actions.find(({ level }) => level === 'Permissions management')?.change).toBe('gained');
    expect(change?.actions.find(({ change: of }) => of === 'lost')).toBeUndefined();
  });

  it('is said not to be known when the document cannot be had', () => {
    const attach = call('iam:AttachRolePolicy', { request: { roleName: 'web', policyArn } });
    const answers = { [`managed-policy ${policyArn}`]: { status: 'unavailable', cause: 'denied' } as const };
    expect(changed(attach, answers).change?.unread).toBe('denied');
  });

  it('stays small, whatever the documents say', () => {
    const long = 'x'.repeat(2_000);
    const statements = Array.from({ length: 400 }, (_, index) => ({
      Sid: long,
      Effect: 'Allow',
      Principal: {
        AWS: Array.from({ length: 20 }, (__, n) => `arn:aws:iam::111122223333:role/${long}${index}-${n}`),
      },
      Action: [`made-up:${long}${index}`, '*'],
      Resource: `arn:aws:s3:::${long}`,
    }));
    const put = call('s3:PutBucketPolicy', {
      request: { bucketName: 'web', bucketPolicy: { Statement: statements } },
    });
    const { change } = changed(put);
    expect(JSON.stringify(change).length).toBeLessThan(40_000);
    expect(change?.statementsAdded.count).toBe(400);
  });

  it.each([
    ['a refused call', call('iam:PutRolePolicy', { error: { code: 'AccessDenied' } })],
    ['a call that writes no policy', call('iam:CreateUser', { request: { userName: 'eve' } })],
    ['a call that does not say whose', call('iam:AttachRolePolicy', { request: {} })],
    [
      'new attributes of a queue without a policy',
      call('sqs:SetQueueAttributes', { request: { queueUrl: 'https://x/1/q', attributes: {} } }),
    ],
  ])('nothing by %s', (_, record) => {
    expect(changed(record).change).toBeUndefined();
  });
});
