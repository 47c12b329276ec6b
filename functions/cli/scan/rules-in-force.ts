import type { AccountSettings } from '../../../shared/account/account-settings.ts';
import type { LaterFacts } from '../../../shared/app/defer-event.ts';
import { scannedRules } from '../../../shared/app/scanned-rules.ts';
import type { CustomRule } from '../../../shared/custom-rules/custom-rule.ts';
import { ruleFrom } from '../../../shared/custom-rules/custom-rules.ts';
import { ruleBook } from '../../../shared/custom-rules/rule-book.ts';
import type { Rule } from '../../../shared/rules/define-rule.ts';
import { indexRules, type RuleIndex } from '../../../shared/rules/rule-index.ts';
import { re2 } from '../../../shared/sigma/re2.ts';

/** What decides which rules are run. */
export interface RuleChoice {
  readonly custom: readonly CustomRule[];
  readonly settings: AccountSettings;
  readonly later: LaterFacts;
  readonly inventory: boolean;
}

/** The rules of a scan: of the catalogue, and of the owner. */
export interface RulesInForce {
  /** Those that are run. */
  readonly index: RuleIndex;
  /** Ids of those that are not, for lack of a setting. */
  readonly off: readonly string[];
  ruleOf(id: string): Rule | undefined;
}

const build = ({ custom, settings, later, inventory }: RuleChoice): RulesInForce => {
  const { rules, ruleOf } = ruleBook(custom.map((rule) => ruleFrom(rule, re2)));
  const { run, off } = scannedRules(rules, settings, later, { inventory });
  return { index: indexRules(run), off: off.map(({ id }) => id), ruleOf };
};

interface Known {
  readonly choice: RuleChoice;
  readonly text: string;
  readonly rules: RulesInForce;
}

let known: Known | undefined;

/** Builds the rules once in each thread: what crosses to a worker is a new copy with each batch. */
export const rulesInForce = (choice: RuleChoice): RulesInForce => {
  if (known?.choice === choice) return known.rules;
  const { custom, settings, later, inventory } = choice;
  const text = JSON.stringify([custom, settings, later, inventory]);
  known = { choice, text, rules: known?.text === text ? known.rules : build(choice) };
  return known.rules;
};
