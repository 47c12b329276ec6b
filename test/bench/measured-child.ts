import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What a process took. The time of the processor says more than that of the clock where others work on the machine, too. */
export interface Taken {
  readonly wallMillis: number;
  /** Of all its threads. */
  readonly cpuMillis: number;
  readonly peakMiB: number;
}

const tell = `import { writeSync } from 'node:fs';
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpuMillis: (userCPUTime + systemCPUTime) / 1000, peakMiB: maxRSS / 1024 }));
});`;

/**
 * Runs Node with arguments, and measures it from its start to its end.
 *
 * @param input of its standard input
 * @throws Error when it ends by a signal or with the exit code of a usage error
 */
export const measuredChild = async (
  args: readonly string[],
  input: Iterable<string> = [],
): Promise<Taken> => {
  const started = performance.now();
  const hook = `data:text/javascript,${encodeURIComponent(tell)}`;
  const child = spawn(process.execPath, ['--import', hook, ...args], {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
  });
  const [, , errors, told] = child.stdio as unknown as [unknown, unknown, Readable, Readable];
  const ended = once(child, 'close');
  const [stderr, report] = [errors, told].map((stream) => stream.setEncoding('utf8').toArray());
  if (child.stdin) await pipeline(Readable.from(input), child.stdin);
  const [status] = (await ended) as [number | null];
  if (status === null || status === 2)
    throw new Error(`${args.join(' ')} ended with ${status}: ${(await stderr)?.join('')}`);
  const { cpuMillis, peakMiB } = JSON.parse(((await report) ?? []).join('')) as Omit<Taken, 'wallMillis'>;
  return { wallMillis: performance.now() - started, cpuMillis, peakMiB };
};
