import type { LanguageTexts } from '../language-texts.ts';
import { koreanChecks } from './checks/index.ts';
import { korean } from './labels.ts';
import { koreanRules } from './rules/index.ts';

/** Everything in Korean. Imported where it is asked for only: with all rules and checks it is large. */
export const koreanTexts: LanguageTexts = {
  language: 'ko',
  labels: korean,
  ruleText: (ruleId) => koreanRules.get(ruleId),
  checkText: (checkId) => koreanChecks.get(checkId),
};
