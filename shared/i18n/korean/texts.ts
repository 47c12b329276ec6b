import type { LanguageTexts } from '../language-texts.ts';
import { koreanChecks } from './checks/index.ts';
import { koreanDigest } from './digest-labels.ts';
import { korean } from './labels.ts';
import { koreanRules } from './rules/index.ts';

/** Everything in Korean, with the texts of all rules and checks. */
export const koreanTexts: LanguageTexts = {
  language: 'ko',
  labels: korean,
  digest: koreanDigest,
  ruleText: (ruleId) => koreanRules.get(ruleId),
  checkText: (checkId) => koreanChecks.get(checkId),
};
