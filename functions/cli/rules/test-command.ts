import type { Command } from 'commander';
import { endWith, exitCodes } from '../exit-codes.ts';
import { painted } from '../terminal.ts';
import { findRuleFiles, loadRule, ruleFileOf } from './rule-files.ts';
import { type ExampleResult, runExamples } from './run-examples.ts';

const print = ({ ruleId, name, faults }: ExampleResult): void => {
  const sign = faults.length === 0 ? painted('green', 'pass') : painted('red', 'FAIL');
  process.stdout.write(`${sign}  ${ruleId}: ${name}\n`);
  for (const fault of faults) process.stdout.write(`      ${fault}\n`);
};

const test = async (ids: readonly string[]): Promise<void> => {
  const files = ids.length === 0 ? findRuleFiles() : ids.map((id) => ruleFileOf(id));
  const described = await Promise.all(files.map((file) => loadRule(file)));
  const results = (await Promise.all(described.map(runExamples))).flat();
  for (const result of results) print(result);
  const failed = results.filter(({ faults }) => faults.length > 0).length;
  process.stdout.write(
    `Rules: ${described.length}. Examples: ${results.length}, ${results.length - failed} passed, ${failed} failed.\n`,
  );
  if (failed > 0) endWith(exitCodes.findings);
};

/** Adds `tw rules test`. */
export const addTest = (rules: Command): void => {
  rules
    .command('test')
    .description('run the examples inside the rules')
    .argument('[rules...]', 'ids of rules; all when left out')
    .action(test);
};
