import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../functions/cli/rules/rule-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'trailwarden-diff-'));
afterAll(() => rmSync(folder, { recursive: true }));

const tw = (args: readonly string[], input = '') => {
  const run = spawnSync(
    process.execPath,
    [join(projectFolder, 'functions/cli/main.ts'), 'policy', 'diff', ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', COLUMNS: '120' },
      input,
    },
  );
  return { code: run.status, out: run.stdout, err: run.stderr };
};

const document = (Action: string, Sid = 'One') => ({
  Version: '2012-10-17',
  Statement: [{ Sid, Effect: 'Allow', Action, Resource: '*' }],
});
const read = document('s3:GetObject');
const pass = document('iam:PassRole', '\u001b[31mTwo');

beforeAll(() => {
  writeFileSync(join(folder, 'read.json'), JSON.stringify(read));
  writeFileSync(join(folder, 'pass.json'), JSON.stringify(pass));
  writeFileSync(
    join(folder, 'version.json'),
    JSON.stringify({ PolicyVersion: { Document: read, VersionId: 'v2' } }),
  );
  writeFileSync(join(folder, 'bucket.json'), JSON.stringify({ Policy: JSON.stringify(read) }));
  writeFileSync(
    join(folder, 'role.json'),
    JSON.stringify({
      Role: { RoleName: 'x', AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(read)) },
    }),
  );
  writeFileSync(join(folder, 'broken.json'), '{"Statement": [\n  {"Effect": "allow"}]}');
});

describe('tw policy diff', () => {
  it('says what a change gives and takes', () => {
    const { code, out } = tw(['read.json', 'pass.json']);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      '+ gained             Write (1): iam:PassRole',
      '  statement added    ([31mTwo) Allow iam:PassRole on *',
      '  statement removed  (One) Allow s3:GetObject on *',
      '- lost               Read (1): s3:GetObject',
      '',
      'The new document gives more access.',
      '',
    ]);
  });

  it('exits with 1 for more access when asked to', () => {
    expect(tw(['read.json', 'pass.json', '--exit-code']).code).toBe(1);
    expect(tw(['read.json', 'read.json', '--exit-code']).code).toBe(0);
  });

  it.each(['version.json', 'bucket.json', 'role.json'])('finds the document in %s', (file) => {
    expect(tw(['read.json', file])).toMatchObject({ code: 0, out: 'The documents say the same.\n' });
  });

  it('reads standard input and writes JSON', () => {
    const { out } = tw(['read.json', '-', '--format', 'json'], JSON.stringify(pass));
    expect(JSON.parse(out)).toMatchObject({
      givesMore: true,
      added: [{ index: 0 }],
      actions: { gained: [{ level: 'Write', actions: ['iam:PassRole'] }], widened: [] },
      unlisted: { added: [], removed: [] },
      principals: { gained: [] },
    });
  });

  it.each([
    ['missing.json', 'missing.json cannot be read'],
    [
      'broken.json',
      'broken.json holds no policy document: an Effect is exactly "Allow" or "Deny" (line 2, column 14)',
    ],
  ])('refuses %s and says why', (file, message) => {
    expect(tw(['read.json', file])).toMatchObject({ code: 2, err: expect.stringContaining(message) });
  });
});
