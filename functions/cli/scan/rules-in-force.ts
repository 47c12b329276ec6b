import type { CustomRule } from '../../../shared/custom-rules/custom-rule.ts';
import { ruleFrom } from '../../../shared/custom-rules/custom-rules.ts';
import { ruleBook } from '../../../shared/custom-rules/rule-book.ts';
import type { Rule } from '../../../shared/rules/define-rule.ts';
import { indexRules, type RuleIndex } from '../../../shared/rules/rule-index.ts';
import { re2 } from '../../../shared/sigma/re2.ts';

/** The rules of a scan: the catalogue, and those of the owner. */
export interface RulesInForce {
  readonly index: RuleIndex;
  ruleOf(id: string): Rule | undefined;
}

const build = (custom: readonly CustomRule[]): RulesInForce => {
  const { rules, ruleOf } = ruleBook(custom.map((rule) => ruleFrom(rule, re2)));
  return { index: indexRules(rules), ruleOf };
};

interface Known {
  readonly custom: readonly CustomRule[];
  readonly text: string;
  readonly rules: RulesInForce;
}

let known: Known | undefined;

/** Builds the rules once in each thread: what crosses to a worker is a new copy with each batch. */
export const rulesInForce = (custom: readonly CustomRule[]): RulesInForce => {
  if (known?.custom === custom) return known.rules;
  const text = JSON.stringify(custom);
  known = { custom, text, rules: known?.text === text ? known.rules : build(custom) };
  return known.rules;
};
