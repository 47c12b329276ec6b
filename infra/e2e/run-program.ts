import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';

/** A program ended badly. The message ends with the last lines it wrote. */
export class ProgramFailedError extends Error {
  override readonly name = 'ProgramFailedError';

  constructor(program: string, ending: string, output: string) {
    super(`${program} ${ending}\n${output.trimEnd().split('\n').slice(-25).join('\n')}`);
  }
}

/** How a program is run. */
export interface ProgramOptions {
  readonly cwd?: string;
  /** The whole environment; the caller's own when left out. */
  readonly env?: NodeJS.ProcessEnv;
  /** Its output goes to this file too. */
  readonly log?: string;
  /** Milliseconds after which it is ended. */
  readonly timeout: number;
}

/**
 * Runs a program to its end and returns what it wrote to both streams.
 *
 * @throws ProgramFailedError when it cannot be started, ends with another code than 0, or takes longer than the timeout
 */
export const runProgram = async (
  program: string,
  args: readonly string[],
  options: ProgramOptions,
): Promise<string> => {
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: options.timeout,
  });
  const log = options.log === undefined ? undefined : createWriteStream(options.log);
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      log?.write(chunk);
    });
  }
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const outputSoFar = () => Buffer.concat(chunks).toString();
  child.once('error', (error) =>
    reject(new ProgramFailedError(program, `cannot be started: ${error.message}`, outputSoFar())),
  );
  child.once('close', (code, signal) => {
    if (code === 0) return resolve(outputSoFar());
    const ending =
      signal === null
        ? `ended with code ${code}`
        : `was ended by ${signal} (limit: ${options.timeout / 1000} s)`;
    reject(new ProgramFailedError([program, ...args].join(' '), ending, outputSoFar()));
  });
  return promise.finally(() => log?.end());
};
