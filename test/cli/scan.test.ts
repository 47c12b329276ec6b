import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../functions/cli/rules/rule-files.ts';
import { parseSeverity, parseSince } from '../../functions/cli/scan/options.ts';
import { rememberKeys } from '../../functions/cli/scan/seen-before.ts';
import type { ScanMatch } from '../../shared/app/scan-result.ts';
import { call, consoleUser, service } from '../../shared/events/example.ts';
import { tw } from './tw.ts';

const folder = mkdtempSync(join(tmpdir(), 'trailwarden-scan-'));
afterAll(() => rmSync(folder, { recursive: true }));
const admin = 'arn:aws:iam::aws:policy/AdministratorAccess';
const attach = (userName: string) =>
  call('iam:AttachUserPolicy', { by: consoleUser('bob', true), request: { userName, policyArn: admin } });
/** A read by a service, which no rule asks for whatever its tier. */
const unasked = call('workspaces:DescribeTags', {
  by: service('config.amazonaws.com'),
  readOnly: true,
  userAgent: 'config.amazonaws.com',
});
const at = (name: string) => join(folder, name);

const jsonl = (out: string): readonly ScanMatch[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

beforeAll(() => {
  writeFileSync(at('clean.json'), JSON.stringify({ Records: [unasked, unasked] }));
  writeFileSync(
    at('attack.json.gz'),
    gzipSync(JSON.stringify({ Records: [attach('eve'), attach('mallory')] })),
  );
  writeFileSync(at('broken.json'), '{"Records": [{"eventName": "Crea');
  mkdirSync(at('copies'));
  for (const name of ['a.json', 'b.json'])
    writeFileSync(join(at('copies'), name), JSON.stringify([attach('eve')]));
});

describe('scan --inventory', () => {
  const usage = (...args: readonly string[]) =>
    JSON.parse(tw(['scan', at('copies'), '--format', 'json', ...args]).out).inventory;

  it('counts what is ordinary by rule and actor, copies of an event once', () => {
    const [changed, ...others] = usage('--inventory').filter(
      ({ ruleId }: { ruleId: string }) => ruleId === 'iam-policy-changed',
    );
    expect(others).toEqual([]);
    expect(changed).toMatchObject({ count: 1, actors: [{ count: 1, days: 1, actor: { label: 'bob' } }] });
    expect(changed.actors[0].examples).toHaveLength(1);
  });

  it('is summed in the closing lines', () => {
    const { out } = tw(['scan', at('attack.json.gz'), '--inventory']);
    expect(out).toMatch(/^Inventory: .*iam-policy-changed 2 times by 1 actor/m);
  });

  it('is left out unless it is asked for', () => {
    expect(usage()).toBeUndefined();
  });
});

describe('the exit code of scan', () => {
  it.each<[number, string, readonly string[]]>([
    [0, 'without findings', ['clean.json']],
    [1, 'with findings', ['attack.json.gz']],
    [0, 'with findings below --fail-on', ['attack.json.gz', '--fail-on', 'critical']],
    [2, 'for a path that leads to nothing', ['missing.json']],
    [2, 'for an unknown severity', ['clean.json', '--min-severity', 'bad']],
    [2, 'for a time that is none', ['clean.json', '--since', 'yesterday']],
    [2, 'for a format that is none', ['clean.json', '--format', 'xml']],
    [3, 'when something could not be read', ['clean.json', 'broken.json']],
    [3, 'when something could not be read, though something was found', ['attack.json.gz', 'broken.json']],
  ])('is %i %s', (code, _, args) => {
    const [file = '', ...rest] = args;
    const run = tw(['scan', at(file), ...rest.map((arg) => (arg.includes('.json') ? at(arg) : arg))]);
    expect({ code: run.code, stack: /\n\s+at /.test(run.err) }).toEqual({ code, stack: false });
  });
});

it('prints a table whose closing line adds up, and names what it could not read', () => {
  const { out, err } = tw(['scan', at('clean.json'), at('attack.json.gz'), at('broken.json')]);
  expect(out).toContain('HIGH');
  expect(out).toMatch(/bob attached .*AdministratorAccess.* mallory/);
  expect(out).toContain(
    '2 findings: 2 high. 5 records from 3 files = 1 unparsable + 2 out of scope + 0 no match + 2 matched.',
  );
  expect(err).toMatch(/not checked: .*broken\.json: no JSON/);
});

it('prints one match a line, from standard input too', () => {
  const lines = [attach('eve'), unasked, attach('mallory')]
    .map((record) => JSON.stringify(record))
    .join('\n');
  const { out, err, code } = tw(['scan', '-', '--format', 'jsonl'], lines);
  expect(jsonl(out).map(({ ruleId, resource }) => [ruleId, resource.split('/')[1]])).toEqual([
    ['admin-policy-attached-to-user', 'eve'],
    ['admin-policy-attached-to-user', 'mallory'],
  ]);
  expect(err).toContain('3 records from 1 file = 0 unparsable + 1 out of scope + 0 no match + 2 matched.');
  expect(code).toBe(1);
});

it('prints findings as one JSON document', () => {
  const document = JSON.parse(tw(['scan', at('attack.json.gz'), '--format', 'json']).out);
  expect(document).toMatchObject({
    counts: { records: 2, matched: 2 },
    problems: [],
    findings: [{ count: 1 }, { count: 1 }],
  });
});

it('counts copies of an event once', () => {
  const { out } = tw(['scan', at('copies')]);
  expect(out).toContain('1 finding: 1 high.');
  expect(out).toContain('1 copy of matches counted once.');
});

it('lets no control character of a log reach the terminal', () => {
  const hostile = attach('eve\u001b[2J\u202e');
  const { out } = tw(['scan', '-'], JSON.stringify(hostile));
  expect(out).toContain('eve[2J');
  expect(out).not.toContain('\u001b');
  expect(out).not.toContain('\u202e');
});

describe('--since takes', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  it.each([
    ['90m', '2026-11-22T10:30:00.000Z'],
    ['2w', '2026-11-08T12:00:00.000Z'],
    ['2026-11-01', '2026-11-01T00:00:00.000Z'],
    ['2026-11-01T09:00:00+09:00', '2026-11-01T00:00:00.000Z'],
  ])('%s', (value, expected) => {
    expect(parseSince(value, now)).toBe(expected);
  });

  it.each(['', '5', '5y', 'soon', '2026-99-99'])('not %j', (value) => {
    expect(() => parseSince(value, now)).toThrow(/no time/);
  });
});

it('severities are read in any case', () => {
  expect(parseSeverity('--fail-on', 'HIGH')).toBe('high');
});

it('remembers the last keys and forgets the oldest', () => {
  const memory = rememberKeys(2);
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map((key) => memory.hasSeen(key))).toEqual([
    false,
    false,
    true,
    false,
    false,
    false,
  ]);
});

// Logs of a real attack simulation, read where they lie if they are there; the project does not carry them.
const lab = resolve(projectFolder, '../shared/data/cloudtrail-attack-lab');
describe.each(existsSync(lab) ? [lab] : [])('real logs of an attack', (path) => {
  it('are all read, their counts add up, and the attack is on top, few enough to read', () => {
    const { out } = tw(['scan', path]);
    expect(out).toMatch(
      / 2,900 records from 55 files = 0 unparsable \+ [\d,]+ out of scope \+ [\d,]+ no match \+ \d+ matched\./,
    );
    const rows = out.split('\n').filter((line) => /^(CRITICAL|HIGH|MEDIUM|LOW|INFO) /.test(line));
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.length).toBeLessThanOrEqual(40);
    expect(rows[0]).toMatch(/^CRITICAL/);
  });
});
