import { korean } from './korean/labels.ts';
import { english, type Labels } from './labels.ts';
import type { Language } from './language.ts';

const byLanguage: Readonly<Record<Language, Labels>> = { en: english, ko: korean };

/** The fixed words of a language, without the texts of rules and checks. */
export const labelsIn = (language: Language): Labels => byLanguage[language];
