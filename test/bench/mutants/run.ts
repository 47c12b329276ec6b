import { parseArgs } from 'node:util';
import { CliError } from '../../../functions/cli/errors.ts';
import { findRuleFiles, type RuleFile, ruleFileOf } from '../../../functions/cli/rules/rule-files.ts';
import type { Mutant } from './mutants-of.ts';
import { type RuleMutants, runMutants } from './run-mutants.ts';

const shown = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
};

const line = ({ file }: RuleMutants, { line: at, kind, original, replacement }: Mutant): string =>
  `  ${file.path}:${at}  ${kind}: ${shown(original)} → ${shown(replacement)}`;

const percent = (part: number, whole: number): string =>
  whole === 0 ? 'none' : `${((part / whole) * 100).toFixed(1)} %`;

/** All rules, or the one that `--rule` names. */
const chosen = (): readonly RuleFile[] => {
  const { values } = parseArgs({ options: { rule: { type: 'string' } } });
  try {
    return values.rule === undefined ? findRuleFiles() : [ruleFileOf(values.rule)];
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(error.exitCode);
  }
};

const results: RuleMutants[] = [];
for (const file of chosen()) {
  const result = await runMutants(file);
  results.push(result);
  const { all, details, survivors } = result;
  if (survivors.length === 0) continue;
  const conditions = all - details;
  process.stdout.write(`${file.id}: ${conditions - survivors.length} of ${conditions} told\n`);
  for (const survivor of survivors) process.stdout.write(`${line(result, survivor)}\n`);
}
const sum = (of: (one: RuleMutants) => number): number => results.reduce((total, one) => total + of(one), 0);
const details = sum((one) => one.details);
const conditions = sum(({ all }) => all) - details;
const survived = sum(({ survivors }) => survivors.length);
process.stdout.write(
  `${results.length === 1 ? '1 rule' : `${results.length} rules`}; ${conditions} mutants of conditions, ${conditions - survived} told by examples: ${percent(conditions - survived, conditions)}. ` +
    `${details} more mutants fire alike and name something else.\n`,
);
