import type { Command } from 'commander';
import { addDocs } from '../rules/docs-command.ts';
import { addList } from '../rules/list-command.ts';
import { addNew } from '../rules/new-command.ts';
import { addTest } from '../rules/test-command.ts';

/** Adds `tw rules list|docs|new|test`. */
export const registerRules = (program: Command): void => {
  const rules = program.command('rules').description('the catalogue of rules: list, document, add, test');
  addList(rules);
  addDocs(rules);
  addNew(rules);
  addTest(rules);
};
