import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { needsRegex, ruleFrom } from '../custom-rules/custom-rules.ts';
import { type CompileRegex, noRegex } from '../custom-rules/regex.ts';
import { bundleFiles, parseRuleBundle } from '../custom-rules/rule-bundle.ts';
import type { Rule } from '../rules/define-rule.ts';

/** RE2 weighs as much as the rest of a function; it is loaded where a rule needs it, from a file beside the rules. */
const engineIn = (folder: string): CompileRegex => {
  const load = createRequire(join(folder, bundleFiles.rules));
  return (load(`./${bundleFiles.engine}`) as { readonly re2: CompileRegex }).re2;
};

/**
 * The custom rules that the deployment put into a folder.
 *
 * @param folder undefined for a deployment without any
 * @throws when the folder lacks a file, or another version wrote it: a function must not start without rules it was deployed with
 */
export const bundledRules = (folder: string | undefined): readonly Rule[] => {
  if (folder === undefined) return [];
  const custom = parseRuleBundle(readFileSync(join(folder, bundleFiles.rules), 'utf8'));
  const regex = needsRegex(custom) ? engineIn(folder) : noRegex;
  return custom.map((rule) => ruleFrom(rule, regex));
};
