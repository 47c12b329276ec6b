import type { Command } from 'commander';
import { customPrefix } from '../../../shared/custom-rules/custom-rule.ts';
import { ownRules } from '../../../shared/rules/catalogue.ts';
import type { DescribedRule } from '../../../shared/rules/docs/described-rule.ts';
import { type DescribedCustomRule, describeCustomRule } from '../custom-rules/described-rules.ts';
import { UsageError } from '../errors.ts';
import { findCheckIds, loadCheck } from '../review/check-files.ts';
import { checkExplanation } from '../review/explanation.ts';
import { explanation } from '../rules/explanation.ts';
import { findRuleFiles, loadRule, projectFolder, ruleFileOf } from '../rules/rule-files.ts';

const describe = async (
  id: string,
  folder: string | undefined,
): Promise<DescribedRule | DescribedCustomRule> => {
  const own = ownRules.find((rule) => rule.id === id);
  if (own) return { topic: 'trailwarden', rule: own, examples: [] };
  if (!id.startsWith(customPrefix)) return loadRule(ruleFileOf(id, projectFolder, findCheckIds()));
  if (folder !== undefined) return describeCustomRule(id, folder);
  throw new UsageError(`${id} is a custom rule.`, 'Name the folder it lies in: --rules FOLDER.');
};

/** A rule and a check have one id where they find the same fault, one when it comes about and the other as long as it is there. */
const explain = async (id: string, { rules }: { readonly rules?: string }): Promise<void> => {
  const isCheck = findCheckIds().includes(id);
  const isRule = !isCheck || findRuleFiles().some((file) => file.id === id);
  const pages = [
    ...(isRule ? [explanation(await describe(id, rules))] : []),
    ...(isCheck ? [checkExplanation(await loadCheck(id))] : []),
  ];
  process.stdout.write(pages.join('\n'));
};

/** Adds `tw explain ID`. */
export const registerExplain = (program: Command): void => {
  program
    .command('explain')
    .description('what a rule or check fires on, why it matters and what to do')
    .argument('<rule>', 'id of the rule or check, as findings, `tw rules list` and `tw review` show it')
    .option('--rules <folder>', 'where a custom rule lies')
    .action(explain);
};
