import { spawnSync } from 'node:child_process';
import type { ScanMatch } from '../../../shared/app/scan-result.ts';

const run = (args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['functions/cli/main.ts', ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  // 1: there are findings. Anything else but 0 means that something was not checked.
  if (status !== 0 && status !== 1) throw new Error(`tw ${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
};

/** What the scan is told beyond the logs. */
export interface Knowledge {
  readonly settings?: string;
  readonly history?: string;
  readonly facts?: readonly string[];
}

const options = ({ settings, history, facts = [] }: Knowledge): readonly string[] => [
  ...(settings === undefined ? [] : ['--settings', settings]),
  ...(history === undefined ? [] : ['--history', history]),
  ...facts.flatMap((folder) => ['--facts', folder]),
];

/** `tw history prime`: learns what is usual. */
export const prime = (logs: string, history: string, settings: string): void => {
  run(['history', 'prime', logs, '--history', history, '--settings', settings]);
};

/** Matches of `tw scan`, of low severity and above: what is less severe is for reports only. */
export const scan = (logs: readonly string[], known: Knowledge): readonly ScanMatch[] =>
  run(['scan', ...logs, ...options(known), '--format', 'jsonl', '--min-severity', 'low'])
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
