import {
  BadRuleFolderError,
  type RuleFolder,
  readRuleFolder,
} from '../../../shared/adapters/files/read-rule-folder.ts';
import { type ReadRules, readRules } from '../../../shared/sigma/read-rules.ts';
import { UsageError } from '../errors.ts';

/** The custom rules of a folder, and the sample events beside them. */
export interface LoadedRules extends ReadRules {
  readonly folder: RuleFolder;
}

/**
 * Reads the custom rules of a folder.
 *
 * @throws UsageError when there is no such folder, or no rule in it
 */
export const loadCustomRules = (path: string): LoadedRules => {
  try {
    const folder = readRuleFolder(path);
    return { folder, ...readRules(folder.rules) };
  } catch (error) {
    if (!(error instanceof BadRuleFolderError)) throw error;
    throw new UsageError(error.message, 'docs/sigma.md says how custom rules are written.');
  }
};
