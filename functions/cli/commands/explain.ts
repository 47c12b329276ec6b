import type { Command } from 'commander';
import { customPrefix } from '../../../shared/custom-rules/custom-rule.ts';
import { ownRules } from '../../../shared/rules/catalogue.ts';
import type { DescribedRule } from '../../../shared/rules/docs/described-rule.ts';
import { type DescribedCustomRule, describeCustomRule } from '../custom-rules/described-rules.ts';
import { UsageError } from '../errors.ts';
import { explanation } from '../rules/explanation.ts';
import { loadRule, ruleFileOf } from '../rules/rule-files.ts';

const describe = async (
  id: string,
  folder: string | undefined,
): Promise<DescribedRule | DescribedCustomRule> => {
  const own = ownRules.find((rule) => rule.id === id);
  if (own) return { topic: 'trailwarden', rule: own, examples: [] };
  if (!id.startsWith(customPrefix)) return loadRule(ruleFileOf(id));
  if (folder !== undefined) return describeCustomRule(id, folder);
  throw new UsageError(`${id} is a custom rule.`, 'Name the folder it lies in: --rules FOLDER.');
};

const explain = async (id: string, { rules }: { readonly rules?: string }): Promise<void> => {
  process.stdout.write(explanation(await describe(id, rules)));
};

/** Adds `tw explain RULE`. */
export const registerExplain = (program: Command): void => {
  program
    .command('explain')
    .description('what a rule fires on, why it matters and what to do')
    .argument('<rule>', 'id of the rule, as findings and `tw rules list` show it')
    .option('--rules <folder>', 'where a custom rule lies')
    .action(explain);
};
