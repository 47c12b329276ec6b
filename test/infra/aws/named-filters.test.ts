import { describe, expect, it } from 'vitest';
import { longestRoleArns } from '../../../infra/aws/constructs/own-roles.ts';
import { besideNamed, callKey, inParts, namesWritesOnly } from '../../../infra/aws/patterns/named-filters.ts';
import { selectionRules } from '../../../infra/aws/patterns/selection.ts';
import { call, role, service } from '../../../shared/events/example.ts';
import type { DetailPattern } from '../../../shared/rules/trigger.ts';
import { takenBy } from './deliver.ts';
import { ruleOn } from './sample-rules.ts';

const inAnyCase = (...names: readonly string[]) => names.map((name) => ({ 'equals-ignore-case': name }));
const of = (name: string): DetailPattern => ({ eventSource: [{ prefix: `${name}.amazonaws.com` }] });

it.each([
  [{ ...of('iam'), eventName: inAnyCase('createuser', 'DeleteUser') }, true],
  [{ eventName: ['CreateUser'] }, true],
  [{ ...of('iam'), eventName: inAnyCase('CreateUser', 'getuser') }, false],
  [{ ...of('sts'), eventName: ['TagSession'] }, false],
  [{ eventName: inAnyCase('assumerole') }, false],
  [{ ...of('iam'), eventName: [{ prefix: 'Create' }] }, false],
  [{ ...of('iam'), eventName: [{ exists: true }] }, false],
  [of('iam'), false],
] as const)('%j names writes only: %s', (detail, expected) => {
  expect(namesWritesOnly(detail)).toBe(expected);
});

it.each([
  [{ ...of('iam'), eventName: inAnyCase('createUSER') }, undefined],
  [
    { ...of('iam'), eventName: inAnyCase('CreateUser', 'TagUser'), readOnly: [false] },
    { ...of('iam'), eventName: inAnyCase('TagUser'), readOnly: [false] },
  ],
  [{ ...of('s3'), eventName: inAnyCase('CreateUser') }, 'the same'],
  [{ eventName: inAnyCase('CreateUser') }, 'the same'],
  [{ ...of('iam'), eventName: [{ prefix: 'Create' }] }, 'the same'],
  [of('iam'), 'the same'],
] as const)('%j beside iam:CreateUser is %j', (detail, expected) => {
  const taken = new Set([callKey('iam', 'CreateUser')]);
  expect(besideNamed(detail, taken)).toEqual(expected === 'the same' ? detail : expected);
});

describe('filters that name calls', () => {
  const ownRole = 'arn:aws:iam::111122223333:role/own';
  const selection = selectionRules({
    rules: [
      ruleOn('named', { actions: ['iam:CreateUser'] }),
      ruleOn('custom', { services: ['iam'], where: { eventName: inAnyCase('CreateUser', 'TagUser') } }),
      ruleOn('any-name', { anyCall: { eventName: inAnyCase('AssumeRole', 'DeleteBucket') } }),
    ],
    tier: 'core',
    ownRoleArns: [ownRole],
  });
  const assuming = { requestParameters: { roleArn: ownRole } };

  it.each([
    ['a call that is also listed by name arrives once', call('iam:CreateUser'), 1],
    ['one that is not arrives', call('iam:TagUser'), 1],
    ['a call of any service arrives', call('s3:DeleteBucket', { by: role('own', 's') }), 1],
    [
      'the start of our own functions does not',
      call('sts:AssumeRole', { by: service('lambda.amazonaws.com'), record: assuming, readOnly: true }),
      0,
    ],
    ['a person who assumes our role does', call('sts:AssumeRole', { record: assuming, readOnly: true }), 1],
  ])('%s', (_, record, times) => {
    expect(takenBy(selection, record)).toHaveLength(times);
  });
});

describe('a filter with more names than a pattern has room for', () => {
  const names = Array.from({ length: 200 }, (_, i) => `GetSomethingOrOther${i}`);
  const detail = {
    ...of('iam'),
    eventName: inAnyCase(...names),
    userIdentity: { type: ['IAMUser', 'AssumedRole'] },
  };

  it('is split, and loses no name', () => {
    const parts = inParts(detail);
    expect(parts.length).toBeGreaterThan(10);
    expect(parts.flatMap(({ eventName }) => eventName)).toEqual(detail.eventName);
    expect(inParts(of('iam'))).toEqual([of('iam')]);
  });

  it.each(['read-only', 'wide'] as const)('fits into patterns of tier %s', (tier) => {
    const selection = selectionRules({
      rules: [
        ruleOn('many', { services: ['iam'], where: { eventName: detail.eventName } }),
        ruleOn('others', { anyCall: { ...detail, eventType: inAnyCase('x'.repeat(150)) } }),
      ],
      tier,
      ownRoleArns: longestRoleArns('Trailwarden'),
    });
    for (const name of ['GetSomethingOrOther0', 'GetSomethingOrOther199'])
      expect(takenBy(selection, call(`iam:${name}`))).not.toEqual([]);
  });
});
