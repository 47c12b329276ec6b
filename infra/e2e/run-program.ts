import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
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
  /** Lets it write to our own output; nothing is returned then. */
  readonly show?: boolean;
  /** Milliseconds after which it is ended. */
  readonly timeout: number;
}

/** Programs that are running, each the leader of a process group with its own children in it. */
const running = new Set<ChildProcess>();

const endGroup = ({ pid, exitCode, signalCode }: ChildProcess): void => {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL');
};

// Whatever ends this process, nothing it started outlives it.
process.once('exit', () => {
  for (const child of running) endGroup(child);
});

const collect = (child: ChildProcess, logFile: string | undefined): (() => string) => {
  const log = logFile === undefined ? undefined : createWriteStream(logFile);
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      log?.write(chunk);
    });
  child.once('close', () => log?.end());
  return () => Buffer.concat(chunks).toString();
};

/**
 * Runs a program to its end and returns what it wrote to both streams.
 *
 * @throws ProgramFailedError when it cannot be started, ends with another code than 0, or takes longer than the timeout
 */
export const runProgram = async (
  program: string,
  args: readonly string[],
  { cwd, env = process.env, log, show = false, timeout }: ProgramOptions,
): Promise<string> => {
  const stdio: StdioOptions = show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'];
  const child = spawn(program, args, { cwd, env, stdio, detached: true });
  const output = collect(child, log);
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const limit = setTimeout(() => endGroup(child), timeout);
  const command = [program, ...args].join(' ');
  child.once('spawn', () => running.add(child));
  child.once('error', (error) =>
    reject(new ProgramFailedError(program, `cannot be started: ${error.message}`, output())),
  );
  child.once('close', (code, signal) => {
    if (code === 0) return resolve(output());
    const ending =
      signal === null ? `ended with code ${code}` : `was ended by ${signal} (limit: ${timeout / 1000} s)`;
    reject(new ProgramFailedError(command, ending, output()));
  });
  return promise.finally(() => {
    clearTimeout(limit);
    running.delete(child);
  });
};
