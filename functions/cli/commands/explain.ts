import type { Command } from 'commander';
import { ownRules } from '../../../shared/rules/catalogue.ts';
import type { DescribedRule } from '../../../shared/rules/docs/described-rule.ts';
import { explanation } from '../rules/explanation.ts';
import { loadRule, ruleFileOf } from '../rules/rule-files.ts';

const describe = (id: string): Promise<DescribedRule> => {
  const own = ownRules.find((rule) => rule.id === id);
  return own ? Promise.resolve({ topic: 'trailwarden', rule: own, examples: [] }) : loadRule(ruleFileOf(id));
};

const explain = async (id: string): Promise<void> => {
  process.stdout.write(explanation(await describe(id)));
};

/** Adds `tw explain RULE`. */
export const registerExplain = (program: Command): void => {
  program
    .command('explain')
    .description('what a rule fires on, why it matters and what to do')
    .argument('<rule>', 'id of the rule, as findings and `tw rules list` show it')
    .action(explain);
};
