import type { LanguageTexts } from '../language-texts.ts';
import { koreanChecks } from './checks/index.ts';
import { koreanDigest } from './digest-labels.ts';
import { korean } from './labels.ts';
import { koreanPhrases } from './phrases.ts';
import { koreanRules } from './rules/index.ts';

/** Everything in Korean, with the texts of all rules and checks. */
export const koreanTexts: LanguageTexts = {
  language: 'ko',
  labels: korean,
  phrases: koreanPhrases,
  digest: koreanDigest,
  ruleText: (ruleId) => koreanRules.get(ruleId),
  checkText: (checkId) => koreanChecks.get(checkId),
};
