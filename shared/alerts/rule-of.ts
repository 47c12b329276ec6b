import type { Rule } from '../rules/define-rule.ts';

/** The catalogue as alerts see it; undefined for a rule that was retired after it had found something. */
export type RuleOf = (ruleId: string) => Rule | undefined;
