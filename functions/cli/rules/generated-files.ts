import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Rule } from '../../../shared/rules/define-rule.ts';
import type { DescribedRule } from '../../../shared/rules/docs/described-rule.ts';
import { rulePage, withNotesOf } from '../../../shared/rules/docs/rule-page.ts';
import { rulesOverview } from '../../../shared/rules/docs/rules-overview.ts';
import { CliError } from '../errors.ts';
import { checkPagesPath, generatedCheckFiles } from '../review/generated-checks.ts';
import {
  settingsPage,
  settingsPageText,
  settingsSchemaFile,
  settingsSchemaText,
} from '../settings/settings-docs.ts';
import { catalogueIndex } from './catalogue-index.ts';
import { cataloguePath, findRuleFiles, loadRules, projectFolder, type RuleFile } from './rule-files.ts';
import { translationIndexes } from './translation-index.ts';

const pagesPath = 'docs/rules';
const indexPath = `${cataloguePath}/index.ts`;

/** A file that should be otherwise; `path` is relative to the project, `text` is absent for one that should not exist. */
export interface StaleFile {
  readonly path: string;
  readonly text?: string;
}

const current = (project: string, path: string): string | undefined => {
  const file = join(project, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
};

const actionsOf = ({ on }: Rule): readonly string[] => ('actions' in on ? on.actions : []);

const relatedTo = (rule: Rule, all: readonly DescribedRule[]): readonly string[] => {
  const actions = new Set(actionsOf(rule));
  return all
    .map((other) => other.rule)
    .filter((other) => other.id !== rule.id && actionsOf(other).some((action) => actions.has(action)))
    .map((other) => other.id)
    .sort();
};

const pagesOnDisk = (project: string): readonly string[] =>
  [pagesPath, checkPagesPath].flatMap((path) => {
    const folder = join(project, path);
    return existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => name.endsWith('.md'))
          .map((name) => `${path}/${name}`)
      : [];
  });

/** Ids are unique over all topics: pages, findings and the index are named by them. */
const assertUnique = (files: readonly RuleFile[]): void => {
  for (const [id, named] of Map.groupBy(files, (file) => file.id))
    if (named.length > 1)
      throw new CliError(`The id "${id}" is taken twice: ${named.map(({ path }) => path).join(' and ')}.`, {
        fix: 'Keep one of the rules, or give one another id.',
      });
};

/** The schema and the page of the configuration file, which name the rules that need a setting. */
const settingsFiles = (
  project: string,
  described: readonly DescribedRule[],
): readonly (readonly [string, string])[] => {
  const page = current(project, settingsPage);
  return page === undefined
    ? []
    : [
        [settingsSchemaFile, settingsSchemaText()],
        [settingsPage, settingsPageText(page, described)],
      ];
};

const generate = async (project: string): Promise<ReadonlyMap<string, string>> => {
  const files = findRuleFiles(project);
  assertUnique(files);
  const described = await loadRules(project);
  const pages = described.map((entry): [string, string] => {
    const path = `${pagesPath}/${entry.rule.id}.md`;
    const page = rulePage(entry, { related: relatedTo(entry.rule, described) });
    return [path, withNotesOf(current(project, path), page)];
  });
  return new Map([
    [indexPath, catalogueIndex(files)],
    [`${pagesPath}/README.md`, rulesOverview(described)],
    ...pages,
    ...settingsFiles(project, described),
    ...translationIndexes(project),
    ...(await generatedCheckFiles(
      project,
      (path) => current(project, path),
      files.map(({ id }) => id),
    )),
  ]);
};

/**
 * The generated files that are not as the rules say, sorted by path.
 *
 * @throws CliError when a rule cannot be loaded, or two have the same id
 */
export const findStaleFiles = async (project: string = projectFolder): Promise<readonly StaleFile[]> => {
  const wanted = await generate(project);
  const changed = [...wanted]
    .filter(([path, text]) => current(project, path) !== text)
    .map(([path, text]) => ({ path, text }));
  const gone = pagesOnDisk(project)
    .filter((path) => !wanted.has(path))
    .map((path) => ({ path }));
  return [...changed, ...gone].sort((a, b) => (a.path < b.path ? -1 : 1));
};

/** Writes, or removes, what is stale. */
export const refresh = (files: readonly StaleFile[], project: string = projectFolder): void => {
  for (const { path, text } of files) {
    const file = join(project, path);
    if (text === undefined) {
      rmSync(file);
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
};
