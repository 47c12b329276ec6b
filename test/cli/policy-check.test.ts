import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { projectFolder } from '../../functions/cli/rules/rule-files.ts';

const check = (input: string, ...args: readonly string[]) => {
  const run = spawnSync(
    process.execPath,
    [join(projectFolder, 'functions/cli/main.ts'), 'policy', 'check', ...args],
    { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' }, input },
  );
  return { code: run.status, out: run.stdout, err: run.stderr };
};

const document = (statement: object) => JSON.stringify({ Version: '2012-10-17', Statement: [statement] });

describe('tw policy check', () => {
  it.each<[string, string, readonly string[], number, RegExp]>([
    [
      'a harmless one',
      document({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' }),
      ['-'],
      0,
      /^Nothing found/,
    ],
    [
      'everything',
      document({ Effect: 'Allow', Action: '*', Resource: '*' }),
      ['-'],
      1,
      /admin-star, line 1, column \d+/,
    ],
    [
      'an action that does not exist',
      document({ Effect: 'Allow', Action: 's3:GetObjet', Resource: 'arn:aws:s3:::reports/*' }),
      ['-'],
      1,
      /There is no action "s3:GetObjet"; the nearest is "s3:GetObject"/,
    ],
    ['one cut off', '{"Version":', ['-'], 3, /json-malformed/],
    [
      'a trust policy',
      document({ Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' }),
      ['-', '--kind', 'trust'],
      1,
      /trust-anyone/,
    ],
    [
      'a name with escape sequences',
      document({ Effect: 'Allow', Action: 'x\u001b[31m y', Resource: '*' }),
      ['-'],
      1,
      /"x\[31m y" is no action/,
    ],
  ])('tells what is wrong with %s', (_, input, args, code, out) => {
    const found = check(input, ...args);
    expect(found.out).toMatch(out);
    expect(found.code).toBe(code);
  });

  it('compares with the document before', () => {
    const folder = mkdtempSync(join(tmpdir(), 'policy-check-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const before = join(folder, 'old.json');
    writeFileSync(before, document({ Effect: 'Deny', Action: 's3:DeleteBucket', Resource: '*' }));
    const now = document({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' });
    expect(check(now, '-', '--before', before).out).toMatch(/No longer denied.*s3:DeleteBucket/);
  });

  it('prints places, explanation and fix as JSON', () => {
    const { out } = check(document({ Effect: 'Allow', Action: '*', Resource: '*' }), '-', '--format', 'json');
    const [worst] = JSON.parse(out).findings;
    expect(worst).toMatchObject({
      check: 'admin-star',
      severity: 'critical',
      statement: 0,
      pointer: '/Statement/0/Action',
      line: 1,
    });
    expect(worst.fix).not.toBe('');
  });

  it.each([
    ['a file that is not there', ['no-such-file.json'], /cannot be read/],
    ['an account that is none', ['-', '--account', '1'], /12 digits/],
    ['a kind that is none', ['-', '--kind', 'bucket'], /--kind/],
  ])('refuses %s', (_, args, err) => {
    const found = check('{}', ...args);
    expect(found.err).toMatch(err);
    expect(found.code).toBe(2);
  });
});
