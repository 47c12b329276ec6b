import { readRuleFolder } from '../../../shared/adapters/files/read-rule-folder.ts';
import { BadConfigurationError } from '../../../shared/config/deployment.ts';
import type { CustomRule } from '../../../shared/custom-rules/custom-rule.ts';
import { readRules } from '../../../shared/sigma/read-rules.ts';
import type { SigmaRemark } from '../../../shared/sigma/sigma-file.ts';

/** The custom rules of an installation, and what is worth knowing of them. */
export interface CustomRules {
  readonly rules: readonly CustomRule[];
  readonly notes: readonly SigmaRemark[];
}

export const noCustomRules: CustomRules = { rules: [], notes: [] };

/**
 * Reads the custom rules to deploy.
 *
 * @param folder undefined when there are none
 * @throws BadConfigurationError when a rule is refused: what is deployed must be what was meant
 */
export const loadCustomRules = (folder: string | undefined): CustomRules => {
  if (folder === undefined) return noCustomRules;
  const { rules, refused, notes } = readRules(readRuleFolder(folder).rules);
  const faults = refused.flatMap((rule) => rule.faults);
  if (faults.length === 0) return { rules, notes };
  const lines = faults.map(({ path, line, message }) => `  ${path}:${line}: ${message}`);
  throw new BadConfigurationError(
    `${refused.length} custom rules of ${folder} are refused:\n${lines.join('\n')}\nMend them or take them out: docs/sigma.md says what is supported.`,
  );
};
