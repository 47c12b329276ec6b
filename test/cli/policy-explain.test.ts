import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../functions/cli/rules/rule-files.ts';

const explain = (input: string, ...args: readonly string[]) => {
  const run = spawnSync(
    process.execPath,
    [join(projectFolder, 'functions/cli/main.ts'), 'policy', 'explain', '-', ...args],
    { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', COLUMNS: '200' }, input },
  );
  return { code: run.status, out: run.stdout, err: run.stderr };
};

const document = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const reading = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' };
const trust = { Effect: 'Allow', Principal: { AWS: '123456789012' }, Action: 'sts:AssumeRole' };

describe('tw policy explain', () => {
  it.each<[string, string, readonly string[], RegExp]>([
    ['in English', document(reading), [], /Allows s3:GetObject on arn:aws:s3:::reports\/\*\./],
    [
      'in Korean',
      document(reading),
      ['--lang', 'ko'],
      /arn:aws:s3:::reports\/\*에 대해 다음 작업을 허용합니다: s3:GetObject\./,
    ],
    ['a trust policy, found out', document(trust), [], /^A trust policy/],
    [
      'an answer of the AWS command line',
      JSON.stringify({ Role: { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: trust } } }),
      [],
      /^A trust policy/,
    ],
    [
      'a resource policy, found out',
      document({ ...reading, Principal: '*' }),
      [],
      /^A resource policy[\s\S]*Allows everybody, also without an AWS account to use s3:GetObject/,
    ],
    ['a control policy, when told', document(reading), ['--kind', 'scp'], /^A control policy/],
    [
      'a name with escape sequences',
      document({ ...reading, Sid: 'x\u001b[31my' }),
      [],
      /Statement 1 "x\[31my"/,
    ],
  ])('says %s', (_, input, args, out) => {
    const found = explain(input, ...args);
    expect(found.err).toBe('');
    expect(found.out).toMatch(out);
    expect(found.out).not.toContain('\u001b');
    expect(found.code).toBe(0);
  });

  it('says of the example of the documentation what stands there', () => {
    const text = readFileSync(join(projectFolder, 'docs/examples/policies/reports.json'), 'utf8');
    const page = readFileSync(join(projectFolder, 'docs/policy.md'), 'utf8');
    expect(page).toContain(explain(text, '--lang', 'ko').out.trimEnd());
  });

  it('says the same as JSON', () => {
    const { out } = explain(
      document({ Effect: 'Allow', Action: 'iam:CreatePolicyVersion', Resource: '*' }),
      '--format',
      'json',
    );
    expect(JSON.parse(out)).toMatchObject({
      lang: 'en',
      kind: 'identity',
      statements: [{ effect: 'Allow', sentences: ['Allows iam:CreatePolicyVersion on every resource.'] }],
      totals: [{ level: 'Permissions management', count: 1, services: { iam: 1 } }],
      escalation: expect.arrayContaining([expect.objectContaining({ id: 'iam-001', verdict: 'potential' })]),
    });
  });

  it('refuses what is no document', () => {
    expect(explain('{')).toMatchObject({ code: 2, err: expect.stringMatching(/no policy document/) });
  });
});
