import { describe, expect, it } from 'vitest';
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

describe('the rules an event meets', () => {
  it.each([
    ['iam:CreateUser', ['named', 'of-service', 'on-any-call']],
    ['iam:ListUsers', ['of-service', 'on-any-call']],
    ['lambda:AddPermission20150331v2', ['named', 'on-any-call']],
    ['sts:AssumeRole', ['of-service', 'on-any-call']],
    ['s3:ListBuckets', ['on-any-call']],
    ['iamx:CreateUser', ['on-any-call']],
  ] as const)('%s', (action, expected) => {
    expect(ids(index.candidates(anyEvent({}, action)))).toEqual(expected);
  });

  it('are each met once, though an action is named twice', () => {
    const twice = anyRule({ on: { actions: ['iam:CreateUser', 'iam:CreateUser'] } });
    expect(indexRules([twice]).candidates(anyEvent())).toHaveLength(1);
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

describe('what is in scope', () => {
  it.each([
    ['named by a rule', 'lambda:AddPermission', true],
    ['of a named service', 'sts:GetCallerIdentity', true],
    ['what undoes', 'iam:DeleteUser', true],
    ['met by the rules for any call only', 's3:ListBuckets', false],
  ] as const)('%s', (_, action, expected) => {
    expect(index.isInScope(anyEvent({}, action))).toBe(expected);
  });
});
