import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatMessage } from '../../shared/i18n/format-message.ts';
import { type ParticlePair, particleAfter } from '../../shared/i18n/korean/particle.ts';

it.each<[string, ParticlePair, string]>([
  ['관리자', '이/가', '가'],
  ['김민준', '이/가', '이'],
  ['서울', '으로/로', '로'],
  ['alice', '이/가', '가'],
  ['ci-deploy', '이/가', '가'],
  ['admin', '이/가', '이'],
  ['admin-role', '으로/로', '로'],
  ['staging', '을/를', '을'],
  ['AdministratorAccess', '을/를', '를'],
  ['KMS', '은/는', '는'],
  ['IAM', '은/는', '은'],
  ['111122223333', '와/과', '과'],
  ['111122223332', '와/과', '와'],
  ['`alice`', '이/가', '가'],
  ['root (111122223330)', '을/를', '을'],
  // Heard either way, or not at all.
  ['bucket', '이/가', '이(가)'],
  ['web', '을/를', '을(를)'],
  ['…', '으로/로', '(으)로'],
  ['', '은/는', '은(는)'],
])('after %s of %s comes %s', (word, pair, particle) => {
  expect(particleAfter(word, pair)).toBe(particle);
});

it('a particle follows the value as it is written, and never replaces it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const text = formatMessage('{name|이/가} 왔습니다', { name }, String);
      expect(text.startsWith(name)).toBe(true);
      expect(text.slice(name.length)).toMatch(/^(이|가|이\(가\)) 왔습니다$/);
    }),
  );
});

it('an unknown pair shows as it is written', () => {
  expect(formatMessage('{name|as/if}', { name: 'a' }, String)).toBe('a|as/if');
});
