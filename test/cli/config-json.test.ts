import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { registerConfig } from '../../functions/cli/commands/config.ts';
import { createProgram, runProgram } from '../../functions/cli/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'trailwarden-config-'));
const before = process.exitCode;
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  process.exitCode = before;
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Prints a file as JSON, in this process. */
const printed = async (text: string) => {
  const path = join(folder, 'settings.yaml');
  writeFileSync(path, text);
  const written = { out: '', err: '' };
  const into = (name: 'out' | 'err') => (chunk: string | Uint8Array) => {
    written[name] += String(chunk);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(into('out'));
  vi.spyOn(process.stderr, 'write').mockImplementation(into('err'));
  vi.stubEnv('NO_COLOR', '1');
  const program = createProgram('1.2.3');
  registerConfig(program);
  process.exitCode = undefined;
  await runProgram(program, ['config', 'json', path]);
  return { ...written, code: process.exitCode };
};

const accounts = (count: number): string =>
  `account: {organizationAccounts: [${Array.from({ length: count }, (_, i) => `"${100_000_000_000 + i}"`).join(', ')}]}`;

it('prints nothing but the JSON that is to be stored', async () => {
  expect(await printed('account:\n  regionsInUse: [eu-west-1]\ncustomRules: mine')).toEqual({
    out: '{"account":{"regionsInUse":["eu-west-1"]},"addressFiles":[]}\n',
    err: '',
    code: undefined,
  });
});

it('says when it needs a larger parameter', async () => {
  const { out, err } = await printed(accounts(300));
  expect(JSON.parse(out)).toHaveProperty('account.organizationAccounts.299');
  expect(err).toMatch(/store it with --tier Advanced/);
});

it.each([
  ['account:\n  regionInUse: []', /settings\.yaml:2:3: .*regionsInUse/],
  ['addressFiles: [geo/city.mmdb]', /geo\/city\.mmdb: a deployed function cannot read that/],
  [accounts(600), /9\d{3} bytes as JSON/],
])('refuses %s', async (text, message) => {
  const { out, err, code } = await printed(text);
  expect([out, code]).toEqual(['', 2]);
  expect(err).toMatch(message);
});
