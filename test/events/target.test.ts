import { describe, expect, it } from 'vitest';
import { type CallOverrides, call, denied, role, root, user } from '../../shared/events/example.ts';
import type { Action, IamEvent } from '../../shared/events/iam-event.ts';
import { parseRecord } from '../../shared/events/parse-event.ts';
import { targetGroupOf, targetRoleOf, targetUserOf } from '../../shared/events/target.ts';

const parse = (action: Action, over: CallOverrides): IamEvent =>
  parseRecord(call(action, over), { receivedAt: '2026-03-04T05:06:08Z' });

const refused = (resource: string) =>
  parse('iam:AttachRolePolicy', {
    by: role('admin', 'carol'),
    error: denied('iam:AttachRolePolicy', resource),
  });

describe('a refusal names', () => {
  it.each<[string, string | undefined, string | undefined, string | undefined]>([
    ['user alice', 'alice', undefined, undefined],
    ['role deploy', undefined, 'deploy', undefined],
    ['group staff', undefined, undefined, 'staff'],
    ['policy logs', undefined, undefined, undefined],
    ['arn:aws:iam::111122223333:user/staff/alice', 'alice', undefined, undefined],
    ['arn:aws:iam::111122223333:role/ci/deploy', undefined, 'deploy', undefined],
    ['arn:aws:iam::111122223333:root', undefined, undefined, undefined],
    ['*', undefined, undefined, undefined],
    // Said without a kind, it is whatever is asked for.
    ['x', 'x', 'x', 'x'],
  ])('%s: user %s, role %s, group %s', (resource, userName, roleName, groupName) => {
    const event = refused(resource);
    expect([targetUserOf(event)?.name, targetRoleOf(event)?.name, targetGroupOf(event)?.name]).toEqual([
      userName,
      roleName,
      groupName,
    ]);
  });
});

describe('the user of a call', () => {
  it.each<[string, CallOverrides, { name: string; isSelf: boolean } | undefined]>([
    ['unnamed, is the caller', { by: user('bob') }, { name: 'bob', isSelf: true }],
    ['named', { by: user('bob'), request: { userName: 'alice' } }, { name: 'alice', isSelf: false }],
    [
      'named by the response only',
      { by: root(), response: { accessKey: { userName: 'alice' } } },
      { name: 'alice', isSelf: false },
    ],
    [
      'is no session of the same name',
      { by: role('a', 'alice'), request: { userName: 'alice' } },
      { name: 'alice', isSelf: false },
    ],
    ['unnamed, for root', { by: root() }, undefined],
  ])('%s', (_, over, expected) => {
    const target = targetUserOf(parse('iam:CreateAccessKey', over));
    expect(target && { name: target.name, isSelf: target.isSelf }).toEqual(expected);
  });
});
