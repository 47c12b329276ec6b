import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScanCounts, ScanMatch, UndecidedCounts } from '../../shared/app/scan-result.ts';
import { call } from '../../shared/events/example.ts';
import type { JsonObject } from '../../shared/events/json.ts';
import { roleArn, userArn, writeAccountFolder } from '../fixtures/account/account-files.ts';
import { tw } from './tw.ts';

const folder = mkdtempSync(join(tmpdir(), 'trailwarden-scan-facts-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (...names: string[]) => join(folder, ...names);

/** managed-policy-attached: low, when caller and role were not seen together for 7 days. */
const attach = (roleName: string, time: string): JsonObject =>
  call('iam:AttachRolePolicy', {
    time,
    request: { roleName, policyArn: 'arn:aws:iam::111122223333:policy/orders' },
  });
const quiet = (time: string): JsonObject => call('s3:ListBuckets', { time });

/** passrole-privileged asks which policies the role has. */
const pass = call('lambda:CreateFunction20150331', {
  time: '2026-03-20T10:00:00Z',
  request: { functionName: 'f', role: roleArn('ops') },
});
const admin = 'arn:aws:iam::aws:policy/AdministratorAccess';
const details = {
  UserDetailList: [],
  GroupDetailList: [],
  Policies: [],
  RoleDetailList: [
    {
      Path: '/',
      RoleName: 'ops',
      RoleId: 'AROAEXAMPLE',
      Arn: roleArn('ops'),
      CreateDate: '2024-01-01T00:00:00+00:00',
      AssumeRolePolicyDocument: {},
      InstanceProfileList: [],
      RolePolicyList: [],
      AttachedManagedPolicies: [{ PolicyName: 'AdministratorAccess', PolicyArn: admin }],
    },
  ],
};

const write = (path: string, records: readonly JsonObject[]): void =>
  path.endsWith('.jsonl')
    ? writeFileSync(path, records.map((record) => `${JSON.stringify(record)}\n`).join(''))
    : writeFileSync(path, gzipSync(JSON.stringify({ Records: records })));

/** Resources that managed-policy-attached tells of; other rules have their say as well. */
const newlyAttached = (out: string): readonly string[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ScanMatch)
    .filter(({ ruleId }) => ruleId === 'managed-policy-attached')
    .map(({ resource }) => resource);

interface ScanDocument {
  readonly counts: ScanCounts;
  readonly undecided: UndecidedCounts;
}

const documentOf = (args: readonly string[]): ScanDocument =>
  JSON.parse(tw(['scan', ...args, '--format', 'json']).out);

const february = [attach('web', '2026-02-20T10:00:00Z'), attach('web', '2026-02-27T10:00:00Z')];
const march = [attach('new', '2026-03-01T09:00:00Z'), attach('web', '2026-03-01T10:00:00Z')];

beforeAll(() => {
  mkdirSync(at('february'));
  write(at('february', 'a.json.gz'), february);
  write(at('march.json.gz'), march);
  write(at('march.jsonl'), march.toReversed());
  write(at('pass.json.gz'), [pass, quiet('2026-03-20T10:00:00Z')]);
  writeAccountFolder({ 'account-authorization-details.json': details }, at('facts'));
  writeAccountFolder({ 'trails.json': { trailList: [] } }, at('nameless'));
});

describe('what is new', () => {
  it('is not said in the first days of a log, which the closing line says', () => {
    const { out } = tw(['scan', at('march.json.gz')]);
    expect(out).toMatch(
      /2 records from 1 file = 0 unparsable \+ 0 out of scope \+ \d no match \+ \d matched\./,
    );
    expect(out).toMatch(
      /Not decided: .*\d+ rules? still learning in the first days of the log \(\d+ times?; --history\)/,
    );
    expect(documentOf([at('march.json.gz')]).undecided['managed-policy-attached']).toEqual({ learning: 2 });
  });

  it('is said of what a primed history does not know, and nothing else', () => {
    const primed = tw(['history', 'prime', at('february'), '--history', at('usual.jsonl')]);
    expect(primed.out).toMatch(
      /usual\.jsonl knows 1 account from 2026-02-20 to 2026-02-27: \d+ keys? of \d+ rules\.\n/,
    );
    expect(primed.out).toContain('2 records from 1 file = ');
    expect(primed.out).toMatch(/^Left out: \d+ rules? that ask about the account .*, and rules of your own/m);
    expect([primed.code, statSync(at('usual.jsonl')).mode & 0o777]).toEqual([0, 0o600]);
    const args = [at('march.json.gz'), '--history', at('usual.jsonl')];
    expect(newlyAttached(tw(['scan', ...args, '--format', 'jsonl']).out)).toEqual([roleArn('new')]);
    const { counts, undecided } = documentOf(args);
    expect(undecided['managed-policy-attached']).toBeUndefined();
    expect(counts.unparsable + counts.outOfScope + counts.noMatch + counts.matched).toBe(counts.records);
  });

  it('is the same in a stream in another order', () => {
    const args = ['--history', at('usual.jsonl'), '--format', 'jsonl'];
    const file = tw(['scan', at('march.json.gz'), ...args]);
    const stream = tw(['scan', '-', ...args], readFileSync(at('march.jsonl'), 'utf8'));
    const lines = (out: string) => out.split('\n').sort();
    expect(lines(stream.out)).toEqual(lines(file.out));
    expect(newlyAttached(stream.out)).toEqual([roleArn('new')]);
  });

  it('is nothing more once the history was gone on with', () => {
    const primed = tw(['history', 'prime', at('march.json.gz'), '--history', at('usual.jsonl')]);
    expect(primed.out).toContain('from 2026-02-20 to 2026-03-01: ');
    const { out } = tw(['scan', at('march.json.gz'), '--history', at('usual.jsonl'), '--format', 'jsonl']);
    expect(newlyAttached(out)).toEqual([]);
  });

  it('is learnt anew when days are missing, which priming says', () => {
    write(at('june.json.gz'), [attach('web', '2026-06-01T10:00:00Z')]);
    const { undecided } = documentOf([at('june.json.gz'), '--history', at('usual.jsonl')]);
    expect(undecided['managed-policy-attached']).toEqual({ learning: 1 });
    const primed = tw(['history', 'prime', at('june.json.gz'), '--history', at('usual.jsonl')]);
    expect(primed.out).toContain('Days are missing between what was known and these logs in 111122223333:');
  });

  it('has to be put somewhere', () => {
    const { code, err } = tw(['history', 'prime', at('february')]);
    expect(err).toContain('Give --history FILE, --table NAME, or both.');
    expect(code).toBe(2);
  });

  it.each([
    ['no such file', 'missing.jsonl', undefined, /no such file\nMake it with: tw history prime/],
    [
      'no history',
      'not.jsonl',
      '{"Records":[]}\n',
      /not\.jsonl, line 1: not a history of Trailwarden: format/,
    ],
    ['no JSON', 'cut.jsonl', '{"format":', /cut\.jsonl, line 1: no JSON/],
  ])('cannot be told with %s', (_, name, text, message) => {
    if (text !== undefined) writeFileSync(at(name), text);
    const { code, err } = tw(['scan', at('march.json.gz'), '--history', at(name)]);
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });
});

describe('rules that ask about the account', () => {
  it('are not decided without facts, which the closing line says', () => {
    expect(tw(['scan', at('pass.json.gz')]).out).toMatch(
      /Not decided: .*\d+ rules? without facts of the account \(\d+ times?; --facts\)/,
    );
  });

  it('are answered from a folder of the AWS CLI, and say of when it is', () => {
    const { out } = tw(['scan', at('pass.json.gz'), '--facts', at('facts')]);
    expect(out).toContain('passrole-privileged');
    expect(out).toContain('Facts of account 111122223333 are of 2026-03-04 05:06 UTC.');
    expect(out).not.toContain('without facts of the account');
  });

  it.each([
    ['is none', 'missing', /missing: no such folder\./],
    ['does not say of which account it is', 'nameless', /no file in it says which account it is of/],
  ])('are not asked with a folder that %s', (_, name, message) => {
    const { code, err } = tw(['scan', at('pass.json.gz'), '--facts', at(name)]);
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });
});

it('reads settings, and says every fault of them', () => {
  writeFileSync(
    at('good.yaml'),
    `account:\n  pipelines: ["${userArn('bob').replace(':user/', ':role/')}"]\n`,
  );
  writeFileSync(at('bad.yaml'), 'account:\n  pipeline: []\n');
  expect(tw(['scan', at('march.json.gz'), '--settings', at('good.yaml')]).err).toBe('');
  const bad = tw(['scan', at('march.json.gz'), '--settings', at('bad.yaml')]);
  expect(bad.err).toContain('pipelines');
  writeFileSync(at('addresses.yaml'), 'addressFiles: [missing.mmdb]\n');
  const missing = tw(['scan', at('march.json.gz'), '--settings', at('addresses.yaml')]);
  expect(missing.err).toContain('missing.mmdb');
  expect([bad.code, missing.code]).toEqual([2, 2]);
});
