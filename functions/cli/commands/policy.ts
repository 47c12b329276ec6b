import type { Command } from 'commander';
import { addCheck } from '../policy/check-command.ts';
import { addDiff } from '../policy/diff-command.ts';
import { addEscalation } from '../policy/escalation-command.ts';
import { addExplain } from '../policy/explain-command.ts';
import { addSimulate } from '../policy/simulate-command.ts';

/** Adds `tw policy` with its subcommands. */
export const registerPolicy = (program: Command): void => {
  const policy = program
    .command('policy')
    .description('read IAM policies: what they allow, to whom, and what a change does');
  addExplain(policy);
  addCheck(policy);
  addSimulate(policy);
  addDiff(policy);
  addEscalation(policy);
};
