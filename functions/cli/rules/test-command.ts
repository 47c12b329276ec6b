import type { Command } from 'commander';
import { UsageError } from '../errors.ts';
import { endWith, exitCodes } from '../exit-codes.ts';
import { nearest } from '../nearest.ts';
import { painted } from '../terminal.ts';
import { findRuleFiles, loadRule, type RuleFile } from './rule-files.ts';
import { type ExampleResult, runExamples } from './run-examples.ts';

const chosenFiles = (ids: readonly string[]): readonly RuleFile[] => {
  const files = findRuleFiles();
  if (ids.length === 0) return files;
  return ids.map((id) => {
    const file = files.find((candidate) => candidate.id === id);
    if (file) return file;
    const meant = nearest(
      id,
      files.map((candidate) => candidate.id),
    );
    throw new UsageError(
      `There is no rule "${id}".${meant.length > 0 ? ` Did you mean ${meant.join(' or ')}?` : ''}`,
      'tw rules list shows all rules.',
    );
  });
};

const print = ({ ruleId, name, faults }: ExampleResult): void => {
  const sign = faults.length === 0 ? painted('green', 'pass') : painted('red', 'FAIL');
  process.stdout.write(`${sign}  ${ruleId}: ${name}\n`);
  for (const fault of faults) process.stdout.write(`      ${fault}\n`);
};

const test = async (ids: readonly string[]): Promise<void> => {
  const described = await Promise.all(chosenFiles(ids).map((file) => loadRule(file)));
  const results = described.flatMap(runExamples);
  for (const result of results) print(result);
  const failed = results.filter(({ faults }) => faults.length > 0).length;
  process.stdout.write(
    `${results.length} examples of ${described.length} rules: ${results.length - failed} passed, ${failed} failed.\n`,
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
