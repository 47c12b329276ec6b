import type { Command } from 'commander';
import { addGraph } from '../account/graph-command.ts';

/** Adds `tw account` with its subcommands. */
export const registerAccount = (program: Command): void => {
  addGraph(program.command('account').description('an account as a whole: who can become whom'));
};
