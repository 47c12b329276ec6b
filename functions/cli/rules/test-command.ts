import type { Command } from 'commander';
import { terminalText } from '../../../shared/text/escape.ts';
import { loadCustomRules } from '../custom-rules/load-rules.ts';
import { noteLines, refusedLines } from '../custom-rules/tell-refused.ts';
import { testCustomRules } from '../custom-rules/test-rules.ts';
import { UsageError } from '../errors.ts';
import { endWith, exitCodes } from '../exit-codes.ts';
import { painted } from '../terminal.ts';
import { findRuleFiles, loadRule, ruleFileOf } from './rule-files.ts';
import { type ExampleResult, runExamples } from './run-examples.ts';

const write = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Says what became of each, and how many failed. */
const print = (results: readonly ExampleResult[]): number => {
  for (const { ruleId, name, faults } of results) {
    const sign = faults.length === 0 ? painted('green', 'pass') : painted('red', 'FAIL');
    write(`${sign}  ${ruleId}: ${terminalText(name)}`);
    for (const fault of faults) write(`      ${terminalText(fault)}`);
  }
  return results.filter(({ faults }) => faults.length > 0).length;
};

const testCatalogue = async (ids: readonly string[]): Promise<void> => {
  const files = ids.length === 0 ? findRuleFiles() : ids.map((id) => ruleFileOf(id));
  const described = await Promise.all(files.map((file) => loadRule(file)));
  const results = (await Promise.all(described.map(runExamples))).flat();
  const failed = print(results);
  write(
    `Rules: ${described.length}. Examples: ${results.length}, ${results.length - failed} passed, ${failed} failed.`,
  );
  if (failed > 0) endWith(exitCodes.findings);
};

const testFolder = async (path: string): Promise<void> => {
  const loaded = loadCustomRules(path);
  const { results, untested, unusable } = await testCustomRules(loaded);
  const failed = print(results);
  for (const line of refusedLines(loaded, process.stdout)) write(line);
  for (const file of unusable) write(`${painted('red', 'unusable:')} ${terminalText(file)}`);
  for (const line of noteLines(loaded, process.stdout)) write(line);
  for (const id of untested) write(`${painted('yellow', 'untested:')} ${id} has no sample events`);
  const { rules, refused } = loaded;
  write(
    `Custom rules: ${rules.length}, ${refused.length} refused, ${untested.length} untested. ` +
      `Samples: ${results.length}, ${results.length - failed} passed, ${failed} failed.`,
  );
  if (failed + refused.length + unusable.length > 0) endWith(exitCodes.findings);
};

const test = async (ids: readonly string[], { rules }: { readonly rules?: string }): Promise<void> => {
  if (rules === undefined) return testCatalogue(ids);
  if (ids.length > 0) throw new UsageError('--rules tests all rules of a folder: leave the ids out.');
  await testFolder(rules);
};

/** Adds `tw rules test`. */
export const addTest = (rules: Command): void => {
  rules
    .command('test')
    .description('run the examples inside the rules, or the sample events beside custom rules')
    .argument('[rules...]', 'ids of rules of the catalogue; all when left out')
    .option('--rules <folder>', 'test the Sigma rules of this folder instead: docs/sigma.md')
    .action(test);
};
