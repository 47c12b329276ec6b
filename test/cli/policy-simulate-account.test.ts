import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../functions/cli/rules/rule-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'trailwarden-simulate-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'policy.json');
writeFileSync(
  file,
  JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Sid: 'Logs',
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: '*',
      Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } },
    },
  }),
);

const sample = join(projectFolder, 'test/fixtures/account/sample');
const ci = 'arn:aws:iam::111122223333:user/ci';

const tw = (...args: readonly string[]) => {
  const run = spawnSync(
    process.execPath,
    [join(projectFolder, 'functions/cli/main.ts'), 'policy', 'simulate', ...args],
    { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', COLUMNS: '140' }, input: '' },
  );
  return { code: run.status, out: run.stdout, err: run.stderr };
};

const asks = (...args: readonly string[]) =>
  tw('--principal', ci, '--action', 's3:GetObject', '--resource', 'arn:aws:s3:::logs/a', ...args);

describe('tw policy simulate --from', () => {
  it('answers with the policies by name', () => {
    const role = 'arn:aws:iam::111122223333:role/deploy';
    expect(tw('--principal', ci, '--action', 'sts:AssumeRole', '--resource', role, '--from', sample)).toEqual(
      {
        code: 0,
        err: '',
        out: [
          `Allowed  ${ci}, sts:AssumeRole, ${role}`,
          `  resource policy  allows  trust policy of ${role}, statement 0`,
          `  identity policy  allows  inline assume of ${ci}, statement 0`,
          'assumed: no control policies of an organisation: organization-policies.json is not in the folder',
          '',
        ].join('\n'),
      },
    );
  });

  it('tells a change by both answers', () => {
    const { out } = asks('--from', sample, '--with', file);
    expect(out.split('\n').slice(0, 2)).toEqual([
      `ImplicitlyDenied now, DependsOnContext with the change  ${ci}, s3:GetObject, arn:aws:s3:::logs/a`,
      `  identity policy  may allow  ${file}, statement 0 (Logs), if StringEquals aws:SourceVpc vpc-1`,
    ]);
  });

  it.each([
    [['--context', 'aws:SourceVpc=vpc-1'], 'Allowed'],
    [['--context', 'aws:SourceVpc=vpc-2'], 'ImplicitlyDenied'],
    [['--absent', 'aws:SourceVpc'], 'ImplicitlyDenied'],
    [['--others-absent'], 'ImplicitlyDenied'],
    [[], 'DependsOnContext'],
  ])('decides by what is known of condition keys: %j', (args, decision) => {
    const { out } = asks('--with', file, '--format', 'json', ...args);
    expect(JSON.parse(out)).toMatchObject({ decision, gaps: [], principal: ci });
  });

  it('says what could not be read, also by its exit code', () => {
    const vendor = 'arn:aws:iam::111122223333:role/vendor';
    const { code, out } = tw('--principal', vendor, '--action', 's3:GetObject', '--from', sample);
    expect(code).toBe(3);
    expect(out).toContain('not read: the document of arn:aws:iam::aws:policy/ReadOnlyAccess');
    expect(out).toContain('may deny   arn:aws:iam::aws:policy/ReadOnlyAccess, which could not be read');
  });

  it('decides actions on no resource in particular for "*"', () => {
    const { out } = tw(
      '--principal',
      ci,
      '--action',
      's3:ListAllMyBuckets',
      '--resource',
      'arn:aws:s3:::x',
      '--with',
      file,
    );
    expect(out).toContain('assumed: the resource is "*": s3:ListAllMyBuckets cannot be limited to one');
  });

  it.each([
    [['--principal', ci], '--principal and --action go together'],
    [['--principal', ci, '--action', 's3:Get*', '--from', sample], 'not of the form service:Name'],
    [
      ['--principal', ci, '--action', 's3:GetObject', '--resource', 'logs', '--from', sample],
      'neither an ARN nor "*"',
    ],
    [['--principal', 'ci', '--action', 's3:GetObject', '--from', sample], '"ci" is no principal'],
    [['--principal', `${ci}i`, '--action', 's3:GetObject', '--from', sample], `Did you mean ${ci}?`],
    [['--principal', ci, '--action', 's3:GetObject'], 'There is nothing to decide by'],
    [['--principal', ci, '--action', 's3:GetObject', '--from', 'nowhere'], 'nowhere: no such folder'],
    [
      ['--principal', ci, '--action', 's3:GetObject', '--with', 'missing.json'],
      'missing.json cannot be read',
    ],
    [
      ['--principal', ci, '--action', 's3:GetObject', '--with', file, '--context', 'x'],
      'not of the form KEY=VALUE',
    ],
    [['requests.jsonl', '--principal', ci], 'not both'],
    [
      [
        '--principal',
        ci,
        '--action',
        's3:GetObject',
        '--from',
        sample,
        '--with',
        `arn:aws:iam::aws:policy/X=${file}`,
      ],
      'The principal does not have arn:aws:iam::aws:policy/X',
    ],
  ])('refuses %j', (args, message) => {
    expect(tw(...args)).toMatchObject({ code: 2, err: expect.stringContaining(message) });
  });
});
