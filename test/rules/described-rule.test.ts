import { expect, it } from 'vitest';
import { call, signIn, user } from '../../shared/events/example.ts';
import { beforeSample } from '../../shared/rules/docs/described-rule.ts';

const example = { name: 'any', expect: [], record: call('iam:CreateUser') };

it.each([
  ['nothing', [], ''],
  [
    'several calls',
    [call('iam:DeleteUser'), call('lambda:AddPermission20150331v2')],
    'After 1 × iam:DeleteUser, 1 × lambda:AddPermission.',
  ],
  ['one call again and again', [signIn(user('a')), signIn(user('b'))], 'After 2 × signin:ConsoleLogin.'],
  ['what is no record', [{}], 'After 1 × unknown.'],
])('what came before a sample: %s', (_, before, expected) => {
  expect(beforeSample({ ...example, before })).toBe(expected);
});
