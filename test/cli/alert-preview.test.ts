import { describe, expect, it } from 'vitest';
import { tw } from './tw.ts';

describe('tw alert preview', () => {
  const rule = 'admin-policy-attached-to-group';

  it.each([
    ['en', 'card', /HIGH · Administrator policy attached to a group/],
    ['ko', 'card', /높음 · 그룹에 관리자 정책 연결/],
    // SNS takes no other subject.
    [
      'ko',
      'text',
      /^Subject: \[HIGH\]\[111122223333\] Administrator policy attached to a group: operators \(F-/,
    ],
    ['ko', 'blocks', /"text": "\*왜 중요한가\*\\n/],
  ])('shows the alert in %s as %s', (lang, format, expected) => {
    const { out, code } = tw(['alert', 'preview', rule, '--lang', lang, '--format', format]);
    expect(code).toBe(0);
    expect(out).toMatch(expected);
  });

  it.each([
    ['an unknown rule', ['no-such-rule'], /no-such-rule/],
    ['an unknown example', [rule, '--example', 'AdministratorAcces'], /Did you mean "AdministratorAccess"\?/],
    ['an unknown language', [rule, '--lang', 'jp'], /Allowed choices are en, ko/],
  ])('refuses %s', (_, args, expected) => {
    const { err, code } = tw(['alert', 'preview', ...args]);
    expect(code).toBe(2);
    expect(err).toMatch(expected);
  });
});
