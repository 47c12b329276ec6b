import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Example, Rule } from '../../../shared/rules/define-rule.ts';
import type { DescribedRule } from '../../../shared/rules/docs/described-rule.ts';
import { nearest } from '../../../shared/text/nearest.ts';
import { CliError, messageOf, UsageError } from '../errors.ts';

/** The folder of the project that this command line is part of. */
export const projectFolder = resolve(import.meta.dirname, '../../..');

/** Where the rules lie, from the project's folder. */
export const cataloguePath = 'shared/rules/catalogue';

/** A rule's file; `path` is relative to the project. */
export interface RuleFile {
  readonly topic: string;
  readonly id: string;
  readonly path: string;
}

const sorted = (names: readonly string[]): readonly string[] => names.toSorted((a, b) => (a < b ? -1 : 1));

/** The rule files on disk, `<topic>/<id>.ts`, sorted by topic and id. */
export const findRuleFiles = (project: string = projectFolder): readonly RuleFile[] => {
  const folder = join(project, cataloguePath);
  const entries = readdirSync(folder, { withFileTypes: true });
  const topics = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return sorted(topics).flatMap((topic) => {
    const files = readdirSync(join(folder, topic)).filter((name) => name.endsWith('.ts'));
    return sorted(files.map((name) => name.slice(0, -'.ts'.length))).map((id) => ({
      topic,
      id,
      path: `${cataloguePath}/${topic}/${id}.ts`,
    }));
  });
};

/**
 * The file of a rule.
 *
 * @param others ids of other things that may have been meant
 * @throws UsageError when there is none, with the ids that were probably meant
 */
export const ruleFileOf = (
  id: string,
  project: string = projectFolder,
  others: readonly string[] = [],
): RuleFile => {
  const files = findRuleFiles(project);
  const file = files.find((candidate) => candidate.id === id);
  if (file) return file;
  const ids = [...files.map((candidate) => candidate.id), ...others];
  const meant = nearest(id, ids).join(' or ');
  throw new UsageError(
    `There is no rule "${id}".${meant === '' ? '' : ` Did you mean ${meant}?`}`,
    'tw rules list shows all rules.',
  );
};

const isRule = (value: unknown): value is Rule =>
  typeof value === 'object' && value !== null && 'id' in value && 'evaluate' in value;

/**
 * Imports a rule with its examples, which the generated index leaves out.
 *
 * @throws CliError when the file cannot be imported, exports no rule or no examples, or is not named after its rule
 */
export const loadRule = async (file: RuleFile, project: string = projectFolder): Promise<DescribedRule> => {
  let module: { readonly default?: unknown; readonly examples?: unknown };
  try {
    module = await import(pathToFileURL(join(project, file.path)).href);
  } catch (cause) {
    throw new CliError(`${file.path} cannot be loaded: ${messageOf(cause)}`, { cause });
  }
  const { default: rule, examples } = module;
  if (!isRule(rule))
    throw new CliError(`${file.path} has no rule as its default export.`, {
      fix: `Export one with defineRule, or move a file that is no rule out of ${cataloguePath}/<topic>/.`,
    });
  if (rule.id !== file.id)
    throw new CliError(`${file.path} holds the rule "${rule.id}".`, {
      fix: 'Name the file after its rule: <topic>/<id>.ts.',
    });
  if (typeof examples !== 'function')
    throw new CliError(`${file.path} exports no examples.`, {
      fix: 'Add `export const examples = (): Example[] => [ … ];` with one that fires and one that stays quiet.',
    });
  return { topic: file.topic, rule, examples: examples() as readonly Example[] };
};

/** All rules with their examples, in the order of `findRuleFiles`. */
export const loadRules = (project: string = projectFolder): Promise<readonly DescribedRule[]> =>
  Promise.all(findRuleFiles(project).map((file) => loadRule(file, project)));
