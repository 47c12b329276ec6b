import { ruleById, rules } from '../rules/catalogue.ts';
import type { Rule } from '../rules/define-rule.ts';

/** The rules in force: the catalogue, and those of the owner. */
export interface RuleBook {
  readonly rules: readonly Rule[];
  /** The rule with this id; undefined for one that was retired. */
  ruleOf(id: string): Rule | undefined;
}

/** Puts rules of the owner beside the catalogue. */
export const ruleBook = (own: readonly Rule[]): RuleBook => {
  const byId = new Map(own.map((rule) => [rule.id, rule]));
  return { rules: [...rules, ...own], ruleOf: (id) => byId.get(id) ?? ruleById(id) };
};
