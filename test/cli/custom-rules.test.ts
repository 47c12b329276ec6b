import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { registerConfig } from '../../functions/cli/commands/config.ts';
import { registerExplain } from '../../functions/cli/commands/explain.ts';
import { registerRules } from '../../functions/cli/commands/rules.ts';
import { registerScan } from '../../functions/cli/commands/scan.ts';
import { createProgram, runProgram } from '../../functions/cli/run.ts';
import { call } from '../../shared/events/example.ts';

const folder = mkdtempSync(join(tmpdir(), 'trailwarden-sigma-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes files into a new folder and tells its path. */
const folderOf = (name: string, files: Readonly<Record<string, string | object>>): string => {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  }
  return join(folder, name);
};

/** Runs the command line in this process. */
const tw = async (...args: readonly string[]) => {
  const written = { out: '', err: '' };
  const into = (name: 'out' | 'err') => (text: string | Uint8Array) => {
    written[name] += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(into('out'));
  vi.spyOn(process.stderr, 'write').mockImplementation(into('err'));
  vi.stubEnv('NO_COLOR', '1');
  vi.stubEnv('COLUMNS', '140');
  const program = createProgram('1.2.3');
  for (const register of [registerExplain, registerRules, registerScan, registerConfig]) register(program);
  process.exitCode = undefined;
  await runProgram(program, args);
  const code = process.exitCode ?? 0;
  vi.restoreAllMocks();
  return { code, ...written };
};

afterEach(() => {
  process.exitCode = undefined;
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const rule = (eventName: string, title = `Somebody called ${eventName}`, more = ''): string =>
  `title: "${title}"\nlogsource: {product: aws, service: cloudtrail}\ndetection:\n  selection:\n    eventName: ${eventName}\n  condition: selection\nlevel: critical\n${more}`;
const record = (eventName: string) => ({ eventSource: 'quiet.amazonaws.com', eventName });
const samples = (should: string, shouldNot: string) => ({
  should_match: [record(should)],
  should_not_match: [record(shouldNot)],
});
const correlation =
  'title: Twice\ncorrelation:\n  type: event_count\n  rules: [quiet]\n  timespan: 1h\n  condition: {gte: 2}\n';

const good = folderOf('good', {
  'quiet.yml': rule('QuietCall', 'A quiet call', 'name: quiet\n'),
  'quiet_tests.json': samples('QuietCall', 'OtherCall'),
  'sub/twice.yaml': `${correlation}generate: true\n`,
  'sub/tests/twice.json': {
    should_match: [
      [
        { ...record('QuietCall'), eventID: '1' },
        { ...record('QuietCall'), eventID: '2' },
      ],
    ],
    should_not_match: [record('QuietCall')],
  },
  '.github/workflow.yml': 'on: push',
  'README.md': 'not a rule',
});
const bad = folderOf('bad', {
  'a.yml': rule('CallA'),
  'a_tests.json': samples('CallB', 'CallA'),
  'b.yml': rule('Percent').replace('eventName:', 'eventName|expand:'),
  'b_tests.json': samples('CallB', 'CallA'),
  'c.yml': rule('CallC'),
  'c_tests.json': '{"should_match": [',
  'd.yml': `${rule('CallD')}---\n${rule('CallE', 'E', 'name: other\n')}`,
  'd_tests.json': samples('CallD', 'CallE'),
  'e.yml': rule('CallF'),
  'e_tests.json': {
    should_match: [
      { eventName: 'CallF' },
      [
        { ...record('CallF'), eventID: '1' },
        { ...record('CallF'), eventID: '1' },
      ],
    ],
  },
  'lost_tests.json': samples('CallB', 'CallA'),
});

describe('tw rules test --rules', () => {
  it('ends with 0 when every sample does as it should', async () => {
    const { code, out, err } = await tw('rules', 'test', '--rules', good);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')).toEqual([
      'pass  custom:quiet: should_match 1 (QuietCall)',
      'pass  custom:quiet: should_not_match 1 (OtherCall)',
      'pass  custom:twice: should_match 1 (QuietCall, QuietCall)',
      'pass  custom:twice: should_not_match 1 (QuietCall)',
      'Custom rules: 2, 0 refused, 0 untested. Samples: 4, 4 passed, 0 failed.',
      '',
    ]);
  });

  it('ends with 1 and says what failed, what is refused, what cannot be used and what is untested', async () => {
    const { code, out } = await tw('rules', 'test', '--rules', bad);
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      'FAIL  custom:a: should_match 1 (CallB)',
      '      it should match and does not',
      'FAIL  custom:a: should_not_match 1 (CallA)',
      '      it matches and should not',
      'FAIL  custom:e: should_match 1 (CallF)',
      '      it should match and does not',
      '      "eventSource" is missing or no text: not a CloudTrail record',
      'FAIL  custom:e: should_match 2 (CallF, CallF)',
      '      two of its events have the same eventID, or are the same: they count as one',
      'refused: Somebody called Percent, b.yml:1',
      expect.stringContaining('  b.yml:5: eventName|expand: modifier "expand" is not supported'),
      'unusable: b_tests.json: none of its rules runs',
      expect.stringMatching(/^unusable: c_tests\.json: no valid JSON: /),
      'unusable: d_tests.json: its rules are custom:d, custom:other: say by id which samples are whose',
      'unusable: lost_tests.json: there is no file of rules that it is of',
      'untested: custom:c has no sample events',
      'untested: custom:d has no sample events',
      'untested: custom:other has no sample events',
      expect.stringContaining('Samples: 4, 0 passed, 4 failed.'),
      '',
    ]);
  });

  it.each([
    ['no such folder', join(folder, 'nowhere'), 'there is no such folder'],
    ['no folder', join(good, 'quiet.yml'), 'it is no folder'],
    [
      'a folder without rules',
      folderOf('empty', { 'x.json': {} }),
      'it holds no rule, which is a file *.yml or *.yaml',
    ],
  ])('ends with 2 for %s', async (_, path, cause) => {
    const { code, err } = await tw('rules', 'test', '--rules', path);
    expect([code, err]).toEqual([2, expect.stringContaining(cause)]);
  });

  it('takes no ids', async () => {
    expect((await tw('rules', 'test', 'root-console-login', '--rules', good)).code).toBe(2);
  });
});

describe('tw rules list --rules', () => {
  it('shows custom rules as a topic of their own, with where they are from', async () => {
    const { code, out } = await tw('rules', 'list', '--rules', good, '--topic', 'custom');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^custom\ncritical\s+custom:quiet\s+A quiet call\s+quiet\.yml:1\nmedium\s+custom:twice\s+Twice\s+sub\/twice\.yaml:1\n/,
    );
  });

  it('says in JSON which rule is whose', async () => {
    const list = JSON.parse((await tw('rules', 'list', '--rules', good, '--format', 'json')).out) as {
      id: string;
      source: string;
    }[];
    const sources = Object.fromEntries(list.map(({ id, source }) => [id, source]));
    expect(sources['root-console-login']).toBe('catalogue');
    expect(sources['custom:twice']).toBe('sub/twice.yaml:1');
  });

  it('names what is refused', async () => {
    expect((await tw('rules', 'list', '--rules', bad, '--topic', 'custom')).err).toContain(
      'b.yml:5: eventName|expand',
    );
  });
});

describe('tw explain', () => {
  it('explains a custom rule with what it counts and its samples', async () => {
    const { code, out } = await tw('explain', 'custom:twice', '--rules', good);
    expect(code).toBe(0);
    expect(out).toContain('Sigma rule in sub/twice.yaml:1');
    expect(out).toContain('at least 2 events of "A quiet call" within 1 hour');
    expect(out).toContain('Fires on\n  - QuietCall, QuietCall\n');
  });

  it.each([
    [['custom:quiet'], 'Name the folder it lies in: --rules FOLDER.'],
    [['custom:quite', '--rules', good], 'Did you mean custom:quiet'],
  ])('%j cannot be explained', async (args, hint) => {
    const { code, err } = await tw('explain', ...args);
    expect([code, err]).toEqual([2, expect.stringContaining(hint)]);
  });

  it('shows nothing of a stranger that moves the cursor', async () => {
    const hostile = folderOf('hostile', {
      'x.yml': rule(
        'X',
        'A \\u001b[2Jtitle',
        'description: "two\\u001b[31m lines\\nhere\\u202e"\nreferences: ["\\u009b2J"]\n',
      ),
    });
    for (const args of [
      ['explain', 'custom:x'],
      ['rules', 'list', '--topic', 'custom'],
      ['rules', 'test'],
    ])
      expect(
        [...(await tw(...args, '--rules', hostile)).out].filter(
          (char) => /[\p{Cc}\p{Cf}]/u.test(char) && char !== '\n',
        ),
      ).toEqual([]);
  });
});

describe('tw scan', () => {
  const log = join(folder, 'log.json');
  const quiet = (time: string) =>
    call('iam:CreateUser', { time, record: { ...record('QuietCall'), eventID: time } });
  writeFileSync(
    log,
    JSON.stringify({ Records: [quiet('2026-03-04T05:00:00Z'), quiet('2026-03-04T05:30:00Z')] }),
  );
  const lines = (out: string) =>
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { ruleId: string; message: string; severity: string });

  it('finds with custom rules, correlations among them', async () => {
    const { code, out } = await tw('scan', log, '--rules', good, '--format', 'jsonl');
    expect(code).toBe(1);
    expect(lines(out).map(({ ruleId, message }) => [ruleId, message])).toEqual([
      [
        'custom:quiet',
        expect.stringContaining('bob called QuietCall of quiet.amazonaws.com (custom rule: A quiet call)'),
      ],
      ['custom:quiet', expect.any(String)],
      [
        'custom:twice',
        expect.stringContaining(
          'bob called QuietCall: 2 such events within 1 hour for the whole account (custom rule: Twice)',
        ),
      ],
    ]);
  });

  it('finds with those that the settings name, and says how to go on', async () => {
    const settings = join(folder, 'trailwarden.yaml');
    writeFileSync(settings, 'customRules: good\n');
    const { code, out } = await tw('scan', log, '--settings', settings);
    expect(code).toBe(1);
    expect(out).toContain(`Next: tw explain custom:quiet --rules ${good}`);
    expect(await tw('config', 'check', settings)).toMatchObject({
      code: 0,
      out: expect.stringContaining(`Custom rules: 2 from ${good}, 0 refused.`),
    });
  });

  it('goes on without a refused rule, and ends with 3: its silence means nothing', async () => {
    const { code, err } = await tw('scan', log, '--rules', bad);
    expect([code, err]).toEqual([3, expect.stringContaining('b.yml:5: eventName|expand')]);
    const settings = join(folder, 'bad.yaml');
    writeFileSync(settings, 'customRules: bad\n');
    expect(await tw('config', 'check', settings)).toMatchObject({
      code: 1,
      out: expect.stringContaining('1 refused'),
    });
  });

  it('without them finds nothing', async () => {
    expect(await tw('scan', log)).toMatchObject({ code: 0, out: expect.stringContaining('No findings.') });
  });
});
