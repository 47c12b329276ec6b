import type { LanguageTexts } from '../i18n/language-texts.ts';
import type { Rule } from '../rules/define-rule.ts';
import type { RuleOf } from './rule-of.ts';

/** The rule with the texts of a language; what has not been translated (a rule of the owner) stays as it was written. */
const localized = (rule: Rule, texts: LanguageTexts): Rule => {
  const translation = texts.ruleText(rule.id);
  if (translation === undefined) return rule;
  const { title, why, fix, messages } = translation;
  return { ...rule, title, why, fix, messages: { ...rule.messages, ...messages } };
};

/** The catalogue as a reader of that language sees it. */
export const localizedRuleOf =
  (ruleOf: RuleOf, texts: LanguageTexts): RuleOf =>
  (ruleId) => {
    const rule = ruleOf(ruleId);
    return rule && localized(rule, texts);
  };
