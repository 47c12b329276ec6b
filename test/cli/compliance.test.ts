import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeAccountFolder } from '../fixtures/account/account-files.ts';
import { sampleFiles } from '../fixtures/account/sample.ts';
import { tw } from './tw.ts';

const folder = writeAccountFolder(sampleFiles());
const empty = mkdtempSync(join(tmpdir(), 'tw-compliance-empty-'));
afterAll(() => {
  for (const one of [folder, empty]) rmSync(one, { recursive: true });
});

const compliance = (...args: readonly string[]) =>
  tw(['compliance', '--from', folder, '--at', '2026-03-04T05:06:08Z', ...args]);

describe('tw compliance', () => {
  it.each<[readonly string[], readonly RegExp[]]>([
    [
      ['--framework', 'cis-aws-7.0'],
      [
        /^CIS Amazon Web Services Foundations Benchmark v7\.0\.0/,
        / PASS +2\.4 +No access key for the root user/,
      ],
    ],
    [
      ['--framework', 'cis-aws-7.0'],
      [/ OUTSIDE +5\.10 +Changes of security groups/, /\d+ % of the \d+ controls that could be judged pass/],
    ],
    [
      ['--framework', 'kisa-isms-p-2023', '--lang', 'ko'],
      [
        /2\.5 {2}인증 및 권한관리/,
        / 부적합 +2\.5\.4 +비밀번호 관리/,
        /user-dormant\*/,
        /평가할 수 있었던 통제 \d+개/,
      ],
    ],
  ])('%j', (args, expected) => {
    const { code, out } = compliance(...args);
    expect(code).toBe(1);
    for (const pattern of expected) expect(out).toMatch(pattern);
  });

  it('orders controls as people number them', () => {
    const { out } = compliance('--framework', 'kisa-isms-p-2023');
    const ids = [...out.matchAll(/^ {2}[A-Z ]+ +(2\.\d+\.\d+) /gm)].map((match) => match[1] ?? '');
    const byNumber = new Intl.Collator('en', { numeric: true });
    expect(ids.length).toBeGreaterThan(10);
    expect(ids).toEqual(ids.toSorted(byNumber.compare));
  });

  it('writes every control as JSON', () => {
    const { controls, score } = JSON.parse(compliance('--framework', 'soc2', '--format', 'json').out);
    expect(controls.length).toBeGreaterThan(5);
    expect(controls[0].control.title.ko).toMatch(/\p{Script=Hangul}/u);
    expect(Object.values(score.counts).reduce((sum: number, n) => sum + Number(n), 0)).toBe(controls.length);
  });

  it('says of nothing that it is right when nothing was read', () => {
    const { code, out } = tw(['compliance', '--from', empty, '--framework', 'cis-aws-7.0']);
    expect(code).toBe(3);
    expect(out).toMatch(/No control could be judged/);
    expect(out).not.toMatch(/ PASS /);
  });

  it.each([
    ['an unknown framework', ['--framework', 'cis'], /Allowed choices are cis-aws-7\.0/],
    ['a folder that is not there', ['--from', join(folder, 'no')], /no/],
  ])('refuses %s', (_, args, expected) => {
    const { code, err } = compliance(...args);
    expect(code).toBe(2);
    expect(err).toMatch(expected);
  });
});
