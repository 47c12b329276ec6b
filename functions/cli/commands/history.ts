import type { Command } from 'commander';
import { addPrime } from '../history/prime-command.ts';

const examples = `
Everything in the logs is taken for usual: prime with days that you trust.

Examples:
  $ tw history prime ./AWSLogs/2026/10 --history usual.jsonl
  $ tw scan ./AWSLogs/2026/11 --history usual.jsonl
  $ tw history prime ./AWSLogs --table trailwarden-history      the table of a deployed monitor`;

/** Adds `tw history`. */
export const registerHistory = (program: Command): void => {
  const history = program
    .command('history')
    .description('what is usual in the accounts')
    .addHelpText('after', examples);
  addPrime(history);
};
