import { expect, it } from 'vitest';
import { nearest } from '../../shared/text/nearest.ts';

const known = ['root-console-login', 'root-console-login-failed', 'root-mfa-changed', 'user-created'];

it.each([
  ['a letter missing', 'root-mfa-chnged', ['root-mfa-changed']],
  ['two letters swapped', 'user-craeted', ['user-created']],
  ['capitals', 'USER-CREATED', ['user-created']],
  ['a part of the name', 'mfa', ['root-mfa-changed']],
  ['the beginning of two', 'root-console', ['root-console-login', 'root-console-login-failed']],
  ['nothing like it', 'bucket-made-public', []],
  ['nothing', '', []],
])('%s', (_, given, expected) => {
  expect(nearest(given, known)).toEqual(expected);
});

it('gives three at most', () => {
  expect(nearest('key', ['key-a', 'key-b', 'key-c', 'key-d'])).toEqual(['key-a', 'key-b', 'key-c']);
});
