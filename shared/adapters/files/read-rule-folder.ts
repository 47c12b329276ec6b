import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text file of a folder of rules. */
export interface FolderFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Rules and the sample events they are tested with. */
export interface RuleFolder {
  readonly rules: readonly FolderFile[];
  readonly samples: readonly FolderFile[];
}

/** The folder of custom rules cannot be used; the message names it and says why. */
export class BadRuleFolderError extends Error {
  override readonly name = 'BadRuleFolderError';
}

const isSamples = (path: string): boolean =>
  /_tests\.json$/i.test(path) || /(^|\/)tests\/[^/]+\.json$/i.test(path);
const isRules = (path: string): boolean => /\.ya?ml$/i.test(path) && !/(^|\/)tests\//.test(path);

/** `.git`, `.github` and the like hold YAML that is no rule. */
const isHidden = (path: string): boolean => path.split('/').some((part) => part.startsWith('.'));

const pathsIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => !isHidden(path))
      .sort();
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT' ? 'there is no such folder' : code === 'ENOTDIR' ? 'it is no folder' : message;
    throw new BadRuleFolderError(`custom rules, ${folder}: ${why}`, { cause });
  }
};

/**
 * Reads a folder of custom rules with all its subfolders: `*.yml` and `*.yaml` are rules, `NAME_tests.json` and `tests/*.json` are sample events.
 *
 * @throws BadRuleFolderError when the folder cannot be read, or holds no rule
 */
export const readRuleFolder = (folder: string): RuleFolder => {
  const paths = pathsIn(folder);
  const read = (path: string): FolderFile => ({ path, text: readFileSync(join(folder, path), 'utf8') });
  const rules = paths.filter(isRules).map(read);
  if (rules.length === 0)
    throw new BadRuleFolderError(
      `custom rules, ${folder}: it holds no rule, which is a file *.yml or *.yaml`,
    );
  return { rules, samples: paths.filter(isSamples).map(read) };
};
