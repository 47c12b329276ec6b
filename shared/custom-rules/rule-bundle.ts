import type { CustomRule } from './custom-rule.ts';

/** Custom rules as they are deployed: written where YAML can be read, read where events are checked. */
export interface RuleBundle {
  readonly schema: typeof bundleSchema;
  readonly rules: readonly CustomRule[];
}

/** Raised whenever a function could misread what an older or newer deployment wrote. */
export const bundleSchema = 'trailwarden.custom-rules/1';

/** The files of a bundle: the rules, and an engine for regular expressions where they need one. */
export const bundleFiles = { rules: 'custom-rules.json', engine: 're2.cjs' } as const;

/** The custom rules that were deployed cannot be used; the message says why. */
export class BadRuleBundleError extends Error {
  override readonly name = 'BadRuleBundleError';
}

/** The text of a bundle. */
export const ruleBundleText = (rules: readonly CustomRule[]): string =>
  JSON.stringify({ schema: bundleSchema, rules } satisfies RuleBundle);

/**
 * Reads the text of a bundle. What is in it was checked when it was written, by the same version.
 *
 * @throws BadRuleBundleError when another version wrote it
 */
export const parseRuleBundle = (text: string): readonly CustomRule[] => {
  const { schema, rules } = JSON.parse(text) as Partial<RuleBundle>;
  if (schema === bundleSchema && rules) return rules;
  throw new BadRuleBundleError(
    `custom rules: the bundle is of "${String(schema)}" and not of "${bundleSchema}": deploy the functions and the rules together`,
  );
};
