import { afterEach, describe, expect, it, vi } from 'vitest';
import { CliError, UsageError } from '../../functions/cli/errors.ts';
import { endWith, exitCodes } from '../../functions/cli/exit-codes.ts';
import { createProgram, runProgram } from '../../functions/cli/run.ts';

const before = process.exitCode;

afterEach(() => {
  process.exitCode = before;
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Runs a command whose action does `act`. */
const run = async (act: () => void | Promise<void>, loading?: Promise<never>) => {
  let told = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told += String(text);
    return true;
  });
  vi.stubEnv('NO_COLOR', '1');
  const program = createProgram('1.2.3');
  program.command('act').action(act);
  process.exitCode = undefined;
  await runProgram(loading ?? program, ['act']);
  return { code: process.exitCode, told };
};

const fail = (error: unknown) => async () => {
  throw error;
};

describe('what a command throws', () => {
  it.each<[string, unknown, number, string]>([
    ['a usage error', new UsageError('No such topic.', 'Use root.'), 2, 'error: No such topic.\nUse root.\n'],
    ['an error of the user’s making', new CliError('No file x.'), 3, 'error: No file x.\n'],
    ['one with its own exit code', new CliError('Stale.', { exitCode: 1 }), 1, 'error: Stale.\n'],
    [
      'anything else',
      new TypeError('x is undefined'),
      3,
      'error: something unexpected happened: x is undefined\nThis is a fault in Trailwarden; DEBUG=1 shows where.\n',
    ],
  ])('is told in a sentence: %s', async (_, error, code, told) => {
    expect(await run(fail(error))).toEqual({ code, told });
  });

  it('is told even if it comes while the commands load', async () => {
    const { code, told } = await run(() => {}, Promise.reject(new SyntaxError('Unexpected token')));
    expect(code).toBe(3);
    expect(told).toContain('error: something unexpected happened: Unexpected token\n');
  });

  it('shows its stack with DEBUG', async () => {
    vi.stubEnv('DEBUG', '1');
    const { told } = await run(fail(new TypeError('x is undefined')));
    expect(told).toContain('TypeError: x is undefined\n    at ');
  });
});

describe('the exit code', () => {
  it('is not set when all is well', async () => {
    expect((await run(() => endWith(exitCodes.clean))).code).toBeUndefined();
  });

  it.each([
    [[1], 1],
    [[1, 0], 1],
    [[1, 3], 3],
    [[3, 1], 3],
  ] as const)('of %j is %i: the worst wins', async (codes, expected) => {
    const { code } = await run(() => {
      for (const each of codes) endWith(each);
    });
    expect(code).toBe(expected);
  });
});
