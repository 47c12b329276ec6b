import { koreanTexts } from './korean/texts.ts';
import type { Language } from './language.ts';
import { englishTexts, type LanguageTexts } from './language-texts.ts';

const byLanguage: Readonly<Record<Language, LanguageTexts>> = { en: englishTexts, ko: koreanTexts };

/** All texts of a language. Brings every translation with it; who needs the fixed words only takes `labelsIn`. */
export const textsIn = (language: Language): LanguageTexts => byLanguage[language];
