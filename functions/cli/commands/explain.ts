import type { Command } from 'commander';
import { rules } from '../../../shared/rules/catalogue.ts';
import { UsageError } from '../errors.ts';
import { nearest } from '../nearest.ts';
import { explanation } from '../rules/explanation.ts';
import { findRuleFiles, loadRule } from '../rules/rule-files.ts';

const explain = async (id: string): Promise<void> => {
  const file = findRuleFiles().find((candidate) => candidate.id === id);
  if (!file) {
    const meant = nearest(
      id,
      rules.map((rule) => rule.id),
    );
    throw new UsageError(
      `There is no rule "${id}".${meant.length > 0 ? ` Did you mean ${meant.join(' or ')}?` : ''}`,
      'tw rules list shows all rules.',
    );
  }
  process.stdout.write(explanation(await loadRule(file)));
};

/** Adds `tw explain RULE`. */
export const registerExplain = (program: Command): void => {
  program
    .command('explain')
    .description('what a rule fires on, why it matters and what to do')
    .argument('<rule>', 'id of the rule, as findings and `tw rules list` show it')
    .action(explain);
};
