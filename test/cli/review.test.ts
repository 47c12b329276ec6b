import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { registerReview } from '../../functions/cli/commands/review.ts';
import { createProgram, runProgram } from '../../functions/cli/run.ts';
import { checks } from '../../shared/review/checks/index.ts';
import {
  type AccountFiles,
  reportCsv,
  reportRow,
  writeAccountFolder,
} from '../fixtures/account/account-files.ts';
import { sampleFiles } from '../fixtures/account/sample.ts';

const at = '2026-03-04T05:06:08Z';

afterEach(() => {
  process.exitCode = undefined;
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Runs `tw review` in this process. */
const review = async (from: string, ...args: readonly string[]) => {
  const written = { out: '', err: '' };
  const into = (name: 'out' | 'err') => (text: string | Uint8Array) => {
    written[name] += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(into('out'));
  vi.spyOn(process.stderr, 'write').mockImplementation(into('err'));
  vi.stubEnv('NO_COLOR', '1');
  vi.stubEnv('FORCE_COLOR', undefined);
  const program = createProgram('1.2.3');
  registerReview(program);
  process.exitCode = undefined;
  await runProgram(program, ['review', '--from', from, ...args]);
  const code = process.exitCode ?? 0;
  vi.restoreAllMocks();
  return { code, ...written };
};

const reviewOf = (files: AccountFiles, ...args: readonly string[]) =>
  review(writeAccountFolder(files), '--at', at, ...args);

interface Line {
  readonly checkId: string;
  readonly verdict: string;
  readonly resource: string;
  readonly resourceId: string;
  readonly severity: string;
  readonly reason: string;
  readonly data: unknown;
  readonly cause?: string;
}

const linesOf = (out: string): readonly Line[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

const countsIn = (text: string) => {
  const [, checkCount, total, pass, fail, notApplicable, notEvaluated] =
    /(\S+) checks: (\S+) verdicts = (\S+) PASS \+ (\S+) FAIL \+ (\S+) NOT_APPLICABLE \+ (\S+) NOT_EVALUATED\./
      .exec(text)
      ?.map((part) => Number(part.replaceAll(',', ''))) ?? [];
  return { checkCount, total, parts: [pass, fail, notApplicable, notEvaluated] as number[] };
};

describe('the sample folder', () => {
  const folder = join(import.meta.dirname, '../fixtures/account/sample');

  it('is as its builder writes it (npx node test/fixtures/account/write-sample.ts)', () => {
    const wanted = sampleFiles();
    const found = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
    expect(found.sort()).toEqual(Object.keys(wanted).sort());
    for (const [name, content] of Object.entries(wanted)) {
      const text = readFileSync(join(folder, name), 'utf8');
      expect(typeof content === 'string' ? text : JSON.parse(text)).toEqual(content);
    }
  });

  it('shows what is wrong with it, worst first, and counts that add up', async () => {
    const { code, out, err } = await review(folder, '--at', at);
    expect(code).toBe(3);
    expect(err).toBe('');
    expect(out.indexOf('HIGH (')).toBeLessThan(out.indexOf('MEDIUM ('));
    expect(out).toContain(
      '- former-colleague was last active on 2025-08-26, 190 days ago; 180 is the limit.',
    );
    expect(out).toContain('NOT EVALUATED (');
    const { checkCount, total, parts } = countsIn(out);
    expect(checkCount).toBe(checks.length);
    expect(parts.reduce((sum, count) => sum + count)).toBe(total);
  });
});

describe('--format', () => {
  it('jsonl: one verdict a line, with every field', async () => {
    const { out, err } = await reviewOf(sampleFiles(), '--format', 'jsonl');
    const lines = linesOf(out);
    const { total } = countsIn(err);
    expect(lines).toHaveLength(total ?? 0);
    for (const line of lines) {
      expect(Object.keys(line).sort()).toEqual(
        [
          'checkId',
          'data',
          'reason',
          'resource',
          'resourceId',
          'severity',
          'verdict',
          ...(line.verdict === 'NOT_EVALUATED' ? ['cause'] : []),
        ].sort(),
      );
      expect(line.reason).not.toMatch(/\{\w+\}|not recorded/);
    }
    expect(
      lines.find(({ checkId, verdict }) => checkId === 'access-key-not-rotated' && verdict === 'FAIL'),
    ).toMatchObject({
      resource: 'arn:aws:iam::111122223333:user/ci',
      resourceId: 'AKIAEXAMPLECI0000001',
      severity: 'medium',
    });
  });

  it('json: the same verdicts, with sources and counts', async () => {
    const { out: jsonl } = await reviewOf(sampleFiles(), '--format', 'jsonl');
    const { out } = await reviewOf(sampleFiles(), '--format', 'json');
    const document = JSON.parse(out);
    expect(document.verdicts).toEqual(linesOf(jsonl));
    expect(document).toMatchObject({
      accountId: '111122223333',
      at: '2026-03-04T05:06:08.000Z',
      profile: 'recommended',
      sources: {
        credentialReport: { readAt: '2026-03-04T05:06:07.000Z' },
        recordedCalls: { cause: expect.stringContaining('LookupEvents was denied') },
      },
    });
    expect(Object.values<number>(document.counts).reduce((sum, count) => sum + count)).toBe(
      document.verdicts.length,
    );
  });

  it('csv: as many rows, and no cell is a formula, whatever things are called', async () => {
    const files = {
      ...sampleFiles(),
      'saml-providers.json': { SAMLProviderList: [{ Arn: '=cmd|"/c calc"!A1' }] },
    };
    const { out: jsonl } = await reviewOf(files, '--format', 'jsonl');
    const { out } = await reviewOf(files, '--format', 'csv');
    expect(out.startsWith('\ufeffcheckId,verdict,severity,resource,resourceId,reason,cause\r\n')).toBe(true);
    const rows = parse(out, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(linesOf(jsonl).length);
    expect(rows.flatMap((row) => Object.values(row)).filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
  });

  it.each(['table', 'csv', 'jsonl'])('%s: no escape sequence survives', async (format) => {
    const files = {
      'credential-report.csv': reportCsv([
        reportRow('<root_account>'),
        reportRow('a\u001b[31mb\u202e', { password_enabled: 'true' }),
      ]),
    };
    const { out } = await reviewOf(files, '--format', format, '--only', 'user-console-mfa-disabled');
    expect(out).toContain('has a console password');
    expect(out).not.toContain('\u001b[31m');
    if (format !== 'jsonl') expect(out).not.toContain('\u202e');
  });
});

describe('exit codes', () => {
  const healthy = {
    'credential-report.csv': reportCsv([
      reportRow('<root_account>'),
      reportRow('kim', { password_enabled: 'true', mfa_active: 'true' }),
    ]),
  };
  const failing = {
    'credential-report.csv': healthy['credential-report.csv'].replace(
      ',true,N/A,N/A,N/A,true',
      ',true,N/A,N/A,N/A,false',
    ),
  };
  const only = ['--only', 'user-console-mfa-disabled'];

  it('0: nothing failed', async () => {
    const { code, out } = await reviewOf(healthy, ...only);
    expect(out).toContain('Nothing failed.');
    expect(code).toBe(0);
  });
  it('1: something failed', async () => {
    const { code, out } = await reviewOf(failing, ...only);
    expect(out).toContain('kim has a console password and no MFA device.');
    expect(code).toBe(1);
  });
  it('3: something could not be evaluated, also when something failed', async () => {
    const { code } = await reviewOf(failing, ...only, 'password-policy-reuse');
    expect(code).toBe(3);
  });
  it('3: a file could not be used; it is named, and the rest goes on', async () => {
    const { code, out, err } = await reviewOf({ ...failing, 'access-keys.json': '[{]' }, ...only);
    expect(err).toContain('not used: access-keys.json, line 1, column 3: no JSON');
    expect(out).toContain('kim has a console password');
    expect(code).toBe(3);
  });

  it.each([
    [['--at', 'yesterday'], 'ISO 8601'],
    [['--at', '2026-13-01'], 'no time'],
    [['--profile', 'cis7'], 'Did you mean cis-7?'],
    [['--only', 'acess-key-unused'], 'Did you mean access-key-unused?'],
    [['--top', 'all'], 'no number of rows'],
    [['--format', 'xml'], 'Allowed choices are table, json, jsonl, csv.'],
    [['--settings', 'no-such-file.yaml'], 'no-such-file.yaml cannot be read'],
  ])('2: %j', async (args, advice) => {
    const { code, out, err } = await review(writeAccountFolder(healthy), ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(advice);
  });
  it('2: no such folder', async () => {
    const { code, err } = await review('no-such-folder');
    expect(code).toBe(2);
    expect(err).toContain('no-such-folder: no such folder.');
  });
});

describe('--at and --profile', () => {
  const files = {
    'credential-report.csv': reportCsv([
      reportRow('<root_account>'),
      reportRow('kim', {
        access_key_1_active: 'TRUE',
        access_key_1_last_rotated: '2026-01-01T00:00:00+00:00',
        access_key_1_last_used_date: '2026-01-01T00:00:00Z',
      }),
    ]),
    'access-keys.json': [
      {
        UserName: 'kim',
        AccessKeyId: 'AKIAEXAMPLEKIM000001',
        Status: 'Active',
        CreateDate: '2026-01-01T00:00:00+00:00',
      },
    ],
  };
  const verdictOn = async (time: string, ...args: readonly string[]) => {
    const { out } = await review(
      writeAccountFolder(files),
      '--at',
      time,
      '--format',
      'jsonl',
      '--only',
      'access-key-unused',
      ...args,
    );
    const [{ verdict, severity } = {} as Line] = linesOf(out);
    return `${verdict} ${severity}`;
  };

  it.each([
    ['2026-02-14', [], 'PASS medium'],
    ['2026-02-14T23:59:59Z', [], 'PASS medium'],
    ['2026-02-15', [], 'FAIL medium'],
    ['2026-02-15T00:00:00+09:00', [], 'PASS medium'],
    ['2026-02-15T09:00:00+09:00', [], 'FAIL medium'],
    ['2026-04-01', [], 'FAIL high'],
    ['2026-02-15', ['--profile', 'fsbp'], 'PASS medium'],
    ['2026-04-01', ['--profile', 'FSBP'], 'FAIL high'],
  ])('%s %j: %s', async (time, args, verdict) => {
    expect(await verdictOn(time, ...args)).toBe(verdict);
  });
});

describe('looking ahead', () => {
  it('tells what will fail, by day and owner', async () => {
    const { code, out } = await reviewOf(sampleFiles(), '--forecast');
    expect(code).toBe(0);
    expect(out).toMatch(
      /2026-03-09\s+5\s+medium\s+New access key was never used\s+AKIAEXAMPLECI0000002\s+ci/,
    );
    expect(out).toContain('2 will fail within 14 days, 2 of them within 7');
  });

  it('tells what other numbers would give, as JSON too', async () => {
    const { code, out } = await reviewOf(
      sampleFiles(),
      '--what-if',
      '--format',
      'json',
      '--only',
      'access-key-unused',
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      profile: 'recommended',
      thresholds: [{ threshold: 'unusedDays', days: 45 }, {}],
    });
  });

  it.each([
    [['--forecast', '--what-if'], 'two questions'],
    [['--forecast', '--format', 'csv'], 'Give table or json'],
  ])('%j is refused', async (args, message) => {
    const { code, err } = await reviewOf(sampleFiles(), ...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
