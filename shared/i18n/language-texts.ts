import { type DigestLabels, englishDigest } from './digest-labels.ts';
import { english, type Labels } from './labels.ts';
import type { Language } from './language.ts';
import type { Phrases } from './phrase.ts';
import type { CheckTranslation, RuleTranslation } from './translation.ts';

/** All that is written in one language. What it does not have (a rule of the owner, say) is shown as it was written. */
export interface LanguageTexts {
  readonly language: Language;
  readonly labels: Labels;
  readonly phrases: Phrases;
  readonly digest: DigestLabels;
  ruleText(ruleId: string): RuleTranslation | undefined;
  checkText(checkId: string): CheckTranslation | undefined;
}

/** Rules and checks are written in English themselves. */
export const englishTexts: LanguageTexts = {
  language: 'en',
  labels: english,
  phrases: {},
  digest: englishDigest,
  ruleText: () => undefined,
  checkText: () => undefined,
};
