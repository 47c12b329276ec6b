import { describe, expect, it } from 'vitest';
import { call, root } from '../../shared/events/example.ts';
import type { JsonObject } from '../../shared/events/json.ts';
import type { Rule } from '../../shared/rules/define-rule.ts';
import { indexRules } from '../../shared/rules/rule-index.ts';
import { anyEvent, anyRule } from './any-rule.ts';

const ids = (rules: readonly Rule[]) => rules.map(({ id }) => id);

const named = anyRule({ id: 'named', on: { actions: ['iam:CreateUser', 'lambda:AddPermission'] } });
const ofService = anyRule({ id: 'of-service', on: { services: ['iam', 'sts'] } });
const onAnyCall = anyRule({ id: 'on-any-call', on: { anyCall: { userIdentity: { type: ['Root'] } } } });
const undone = anyRule({
  id: 'undone',
  on: { actions: ['iam:AttachUserPolicy'] },
  undoneBy: [
    { actions: ['iam:DetachUserPolicy'], undoes: () => [] },
    { actions: ['iam:DetachUserPolicy', 'iam:DeleteUser'], undoes: () => [] },
  ],
});
const index = indexRules([named, ofService, onAnyCall, undone]);
const both = anyRule({
  id: 'both',
  on: { actions: ['s3:PutBucketPolicy'], anyCall: { userIdentity: { type: ['Root'] } }, tier: 'core' },
});

describe('the rules an event meets', () => {
  it.each([
    ['iam:CreateUser', ['named', 'of-service', 'on-any-call']],
    ['iam:ListUsers', ['of-service', 'on-any-call']],
    ['lambda:AddPermission20150331v2', ['named', 'on-any-call']],
    ['sts:AssumeRole', ['of-service', 'on-any-call']],
    ['s3:ListBuckets', ['on-any-call']],
    ['iamx:CreateUser', ['on-any-call']],
  ] as const)('%s by the root user', (action, expected) => {
    expect(ids(index.candidates(anyEvent({ by: root() }, action)))).toEqual(expected);
  });

  it.each([
    ['iam:CreateUser', ['named', 'of-service']],
    ['s3:ListBuckets', []],
  ] as const)('%s by a user', (action, expected) => {
    expect(ids(index.candidates(anyEvent({}, action)))).toEqual(expected);
  });

  it('are those of a service whose filter lets the record pass', () => {
    const deletes = anyRule({ on: { services: ['iam'], where: { eventName: [{ prefix: 'Delete' }] } } });
    const met = (action: 'iam:DeleteUser' | 'iam:CreateUser') =>
      indexRules([deletes]).candidates(anyEvent({}, action));
    expect([met('iam:DeleteUser').length, met('iam:CreateUser').length]).toEqual([1, 0]);
  });

  it('are each met once, though an action is named twice', () => {
    const twice = anyRule({ on: { actions: ['iam:CreateUser', 'iam:CreateUser'] } });
    expect(indexRules([twice]).candidates(anyEvent())).toHaveLength(1);
  });
});

describe('a rule on calls and on any call that a filter lets through', () => {
  it('is met once', () => {
    const met = (...event: Parameters<typeof anyEvent>) =>
      ids(indexRules([both]).candidates(anyEvent(...event)));
    expect(met({}, 's3:PutBucketPolicy')).toEqual(['both']);
    expect(met({ by: root() }, 's3:PutBucketPolicy')).toEqual(['both']);
    expect(met({ by: root() }, 's3:ListBuckets')).toEqual(['both']);
    expect(met({}, 's3:ListBuckets')).toEqual([]);
  });

  it.each<[string, JsonObject, boolean]>([
    ['a call that it names', call('s3:PutBucketPolicy'), true],
    ['what its filter lets through', call('s3:ListBuckets', { by: root() }), true],
    ['neither', call('s3:ListBuckets'), false],
  ])('asks for %s', (_, record, expected) => {
    expect(indexRules([both]).concerns(record)).toBe(expected);
  });
});

describe('the rules an event may put right', () => {
  it.each([
    ['iam:DetachUserPolicy', ['undone']],
    ['iam:DeleteUser', ['undone']],
    ['iam:AttachUserPolicy', []],
  ] as const)('%s', (action, expected) => {
    expect(ids(index.undoing(anyEvent({}, action)))).toEqual(expected);
  });
});

describe('a record concerns a rule when it is', () => {
  it.each<[string, JsonObject, boolean]>([
    ['of a named action', call('lambda:AddPermission'), true],
    ['of a named action, with an API version', call('lambda:AddPermission20150331v2'), true],
    ['of a named service', call('sts:GetCallerIdentity'), true],
    ['what undoes a condition', call('iam:DeleteUser'), true],
    ['what a rule for any call lets through', call('s3:ListBuckets', { by: root() }), true],
    ['not what such a rule lets through', call('s3:ListBuckets'), false],
    ['not when it has no name at all', {}, false],
  ])('%s', (_, record, expected) => {
    expect(index.concerns(record)).toBe(expected);
  });
});
