/** A regular expression found anywhere in a text. */
export type RegexTest = (text: string) => boolean;

/**
 * Compiles a regular expression of a rule. The text is the attacker's, so that the engine must take time linear in it.
 *
 * @param flags of `i`, `m`, `s`
 * @throws Error when the expression is none that the engine knows
 */
export type CompileRegex = (source: string, flags: string) => RegexTest;

/** For rules without regular expressions, where no engine is loaded. */
export const noRegex: CompileRegex = (source) => {
  throw new Error(`no engine for regular expressions is loaded, and a custom rule has one: ${source}`);
};
