import type { Command } from 'commander';
import { explanation } from '../rules/explanation.ts';
import { loadRule, ruleFileOf } from '../rules/rule-files.ts';

const explain = async (id: string): Promise<void> => {
  process.stdout.write(explanation(await loadRule(ruleFileOf(id))));
};

/** Adds `tw explain RULE`. */
export const registerExplain = (program: Command): void => {
  program
    .command('explain')
    .description('what a rule fires on, why it matters and what to do')
    .argument('<rule>', 'id of the rule, as findings and `tw rules list` show it')
    .action(explain);
};
