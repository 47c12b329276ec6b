import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { UsageError } from '../errors.ts';
import { cataloguePath, findRuleFiles, projectFolder } from './rule-files.ts';
import { ruleScaffold } from './rule-scaffold.ts';

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

const parsed = (name: string): { readonly topic: string; readonly id: string } => {
  const [topic = '', id = '', ...rest] = name.split('/');
  if (rest.length > 0 || !kebab.test(topic) || !kebab.test(id))
    throw new UsageError(
      `"${name}" is no <topic>/<id> in kebab-case.`,
      'For example: tw rules new access-keys/access-key-created-for-other-user',
    );
  return { topic, id };
};

/**
 * Writes the file of a new rule.
 *
 * @returns its path, relative to the project
 * @throws UsageError when the name is not in kebab-case or the id is taken
 */
export const createRule = (name: string, project: string = projectFolder): string => {
  const { topic, id } = parsed(name);
  const taken = findRuleFiles(project).find((file) => file.id === id);
  if (taken) throw new UsageError(`The id "${id}" is taken by ${taken.path}.`, 'Choose another id.');
  const path = `${cataloguePath}/${topic}/${id}.ts`;
  const file = join(project, path);
  // A folder with a rule's name, or a file that appeared meanwhile: "wx" refuses as well.
  if (existsSync(file)) throw new UsageError(`${path} exists already.`, 'Choose another id.');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, ruleScaffold(id), { flag: 'wx' });
  return path;
};

const topicsOf = (project: string): readonly string[] =>
  readdirSync(join(project, cataloguePath), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

const create = (name: string): void => {
  const topics = topicsOf(projectFolder);
  const path = createRule(name);
  const { topic, id } = parsed(name);
  const notice = topics.includes(topic) ? '' : `"${topic}" is a new topic; so far: ${topics.join(', ')}.\n`;
  process.stdout.write(`Wrote ${path}
${notice}
Next:
  1. Write its examples first: what it fires on, what it stays quiet on.
  2. npm run -s tw -- rules test ${id}      red
  3. Write evaluate until that is green, then title, why, fix, misses and falsePositives.
  4. npm run rules:docs && npm run check && npm test -- -t ${id}
`);
};

/** Adds `tw rules new`. */
export const addNew = (rules: Command): void => {
  rules
    .command('new')
    .description('write the file of a new rule, with two examples')
    .argument('<topic/id>', 'topic and id, in kebab-case')
    .action(create);
};
