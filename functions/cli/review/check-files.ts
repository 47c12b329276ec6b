import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Check, CheckExample } from '../../../shared/review/define-check.ts';
import type { DescribedCheck } from '../../../shared/review/docs/described-check.ts';
import { CliError, messageOf } from '../errors.ts';
import { projectFolder } from '../rules/rule-files.ts';

/** Where the checks lie, from the project's folder. */
export const checksPath = 'shared/review/checks';

/** The ids of the checks on disk, sorted. */
export const findCheckIds = (project: string = projectFolder): readonly string[] => {
  const folder = join(project, checksPath);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map((name) => name.slice(0, -'.ts'.length))
    .sort();
};

const isCheck = (value: unknown): value is Check =>
  typeof value === 'object' && value !== null && 'id' in value && 'judge' in value;

/**
 * Imports a check with its examples, which the generated index leaves out.
 *
 * @throws CliError when the file cannot be imported, exports no check or no examples, or is not named after its check
 */
export const loadCheck = async (id: string, project: string = projectFolder): Promise<DescribedCheck> => {
  const path = `${checksPath}/${id}.ts`;
  let module: { readonly check?: unknown; readonly examples?: unknown };
  try {
    module = await import(pathToFileURL(join(project, path)).href);
  } catch (cause) {
    throw new CliError(`${path} cannot be loaded: ${messageOf(cause)}`, { cause });
  }
  const { check, examples } = module;
  if (!isCheck(check))
    throw new CliError(`${path} exports no check.`, {
      fix: `Add \`export const check = defineCheck({ … })\`, or move a file that is no check out of ${checksPath}/.`,
    });
  if (check.id !== id)
    throw new CliError(`${path} holds the check "${check.id}".`, { fix: 'Name the file after its check.' });
  if (typeof examples !== 'function')
    throw new CliError(`${path} exports no examples.`, {
      fix: 'Add `export const examples = (): CheckExample[] => [ … ];` with one that fails and one that passes.',
    });
  return { check, examples: examples() as readonly CheckExample[] };
};

/** All checks with their examples, sorted by id. */
export const loadChecks = (project: string = projectFolder): Promise<readonly DescribedCheck[]> =>
  Promise.all(findCheckIds(project).map((id) => loadCheck(id, project)));
