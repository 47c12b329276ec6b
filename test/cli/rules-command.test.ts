import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { registerExplain } from '../../functions/cli/commands/explain.ts';
import { registerRules } from '../../functions/cli/commands/rules.ts';
import { projectFolder } from '../../functions/cli/rules/rule-files.ts';
import { createProgram, runProgram } from '../../functions/cli/run.ts';
import { rules } from '../../shared/rules/catalogue.ts';
import { tierIncludes, tierNeeded } from '../../shared/rules/tier.ts';

const main = join(projectFolder, 'functions/cli/main.ts');

afterEach(() => {
  process.exitCode = undefined;
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Runs the command line in this process. */
const tw = async (args: readonly string[], env: Record<string, string> = {}) => {
  const written = { out: '', err: '' };
  const into = (name: 'out' | 'err') => (text: string | Uint8Array) => {
    written[name] += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(into('out'));
  vi.spyOn(process.stderr, 'write').mockImplementation(into('err'));
  for (const name of ['FORCE_COLOR', 'NO_COLOR', 'DEBUG', 'COLUMNS']) vi.stubEnv(name, env[name]);
  const program = createProgram('1.2.3');
  registerExplain(program);
  registerRules(program);
  process.exitCode = undefined;
  await runProgram(program, args);
  const code = process.exitCode ?? 0;
  vi.restoreAllMocks();
  return { code, ...written };
};

const anyId = rules[0]?.id ?? '';

describe('tw', () => {
  it('explains itself with examples and exit codes', async () => {
    const { code, out, err } = await tw(['--help']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Examples:');
    expect(out).toContain('3  something could not be checked');
  });

  it('shows help, as a usage error, when told nothing', async () => {
    const { code, err } = await tw([]);
    expect(code).toBe(2);
    expect(err).toContain('Usage: tw');
  });

  it('tells its version', async () => {
    expect(await tw(['--version'])).toEqual({ code: 0, out: '1.2.3\n', err: '' });
  });

  it.each([
    [['explian', anyId], 'Did you mean explain?'],
    [['rules', 'lst'], 'Did you mean list?'],
    [['rules', 'list', '--topci', 'root'], 'Did you mean --topic?'],
    [['rules', 'list', '--severity', 'hihg'], 'Allowed choices are info, low, medium, high, critical.'],
    [['explain'], "missing required argument 'rule'"],
    [['explain', anyId, 'more'], 'too many arguments'],
  ])('%j is a usage error with advice', async (args, advice) => {
    const { code, out, err } = await tw(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(advice);
  });

  it('is a program of its own, which ends quietly when its reader does', () => {
    // "true" is gone long before the first line is written.
    const command = `"${process.execPath}" "${main}" rules list | true; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
    expect([stdout, stderr]).toEqual(['0\n', '']);
  });
});

describe('tw rules list', () => {
  it('lists every rule as JSON, with what it needs', async () => {
    const { code, out } = await tw(['rules', 'list', '--format', 'json', '--tier', 'core']);
    const listed = JSON.parse(out) as { id: string; active: boolean; tier: string; needs?: string }[];
    expect(code).toBe(0);
    expect(listed.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    for (const rule of rules) {
      const works = tierIncludes('core', tierNeeded(rule));
      const entry = listed.find(({ id }) => id === rule.id);
      expect([entry?.active, entry?.needs]).toEqual([
        works,
        works ? undefined : `needs tier ${tierNeeded(rule)}`,
      ]);
    }
  });

  it('needs nothing more in the widest tier', async () => {
    const { out } = await tw(['rules', 'list', '--tier', 'wide']);
    expect(out).not.toContain('needs tier');
    expect(out).toContain(`${rules.length} of ${rules.length} rules; all work in tier wide.`);
  });

  it('filters by topic and severity', async () => {
    const { out } = await tw([
      'rules',
      'list',
      '--topic',
      'root',
      '--severity',
      'critical',
      '--format',
      'json',
    ]);
    const listed = JSON.parse(out) as { topic: string; severity: string }[];
    expect(listed.length).toBeGreaterThan(0);
    expect(new Set(listed.map(({ topic, severity }) => `${topic} ${severity}`))).toEqual(
      new Set(['root critical']),
    );
  });

  it('names the topics when it knows none of that name', async () => {
    const { code, err } = await tw(['rules', 'list', '--topic', 'rot']);
    expect(code).toBe(2);
    expect(err).toContain('There is no topic "rot". Did you mean root?');
  });

  it.each([60, 80, 200])('keeps within %i columns', async (columns) => {
    const { out } = await tw(['rules', 'list'], { COLUMNS: String(columns) });
    const widths = out.split('\n').map((line) => line.length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(columns);
    for (const { id } of rules) expect(out.replaceAll(/\s+/g, '')).toContain(id.slice(0, 20));
  });

  it('colours only when asked or on a terminal', async () => {
    const escapeCharacter = String.fromCharCode(27);
    expect((await tw(['rules', 'list'])).out).not.toContain(escapeCharacter);
    expect((await tw(['rules', 'list'], { FORCE_COLOR: '1' })).out).toContain(escapeCharacter);
  });
});

describe('tw explain', () => {
  it('says what a rule is about, with a sample event that is JSON', async () => {
    const rule = rules.find(({ id }) => id === 'root-mfa-changed');
    const { code, out } = await tw(['explain', 'root-mfa-changed']);
    expect(code).toBe(0);
    for (const heading of ['Why', 'Fires on', 'Stays quiet on', 'Fix', 'Misses', 'False positives', 'ATT&CK'])
      expect(out).toContain(`\n${heading}\n`);
    expect(out).toContain(rule?.title);
    expect(JSON.parse(out.slice(out.indexOf('Sample event') + 'Sample event'.length))).toHaveProperty(
      'eventName',
    );
  });

  it('suggests the rule that was meant', async () => {
    const { code, out, err } = await tw(['explain', 'root-mfa-chagned']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('There is no rule "root-mfa-chagned". Did you mean root-mfa-changed');
  });
});

describe('tw rules test', () => {
  it('runs the examples of the rules that are named', async () => {
    const { code, out } = await tw(['rules', 'test', 'root-mfa-changed']);
    expect(code).toBe(0);
    expect(out).toMatch(/^pass {2}root-mfa-changed: /);
    expect(out).toMatch(/\nRules: 1\. Examples: (\d+), \1 passed, 0 failed\.\n$/);
  });

  it('knows no other rules', async () => {
    const { code, err } = await tw(['rules', 'test', 'nothing-like-it']);
    expect(code).toBe(2);
    expect(err).toContain('There is no rule "nothing-like-it".\ntw rules list shows all rules.');
  });
});
