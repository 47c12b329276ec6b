import { expect, it } from 'vitest';
import { matchesAnyArnPattern, matchesArnPattern } from '../../shared/account/arn-pattern.ts';

const deploy = 'arn:aws:iam::111122223333:role/ci/deploy';

it.each<[string, string, boolean]>([
  [deploy, deploy, true],
  ['arn:aws:iam::*:role/ci/deploy', deploy, true],
  ['arn:*:iam::111122223333:role/ci/*', deploy, true],
  ['arn:aws:iam::111122223333:role/*', deploy, false],
  ['arn:aws:iam::111122223333:role/*/*', deploy, true],
  ['arn:aws:iam::111122223333:role/ci/dep*', deploy, false],
  ['arn:aws:iam::111122223333:role/ci/DEPLOY', deploy, false],
  ['arn:aws:iam::444455556666:role/ci/deploy', deploy, false],
  ['*', deploy, false],
])('%s against %s: %s', (pattern, arn, expected) => {
  expect(matchesArnPattern(pattern, arn)).toBe(expected);
});

it('means nothing where the setting or the ARN is absent', () => {
  expect(matchesAnyArnPattern(undefined, deploy)).toBe(false);
  expect(matchesAnyArnPattern([deploy], undefined)).toBe(false);
  expect(matchesAnyArnPattern(['x', deploy], deploy)).toBe(true);
});
