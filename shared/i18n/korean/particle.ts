import { josa } from 'es-hangul';

/** Pairs of particles as templates write them: with and without a final consonant before. */
const bothForms = {
  '이/가': '이(가)',
  '을/를': '을(를)',
  '은/는': '은(는)',
  '와/과': '와(과)',
  '으로/로': '(으)로',
} as const;

export type ParticlePair = keyof typeof bothForms;

export const isParticlePair = (text: string): text is ParticlePair => Object.hasOwn(bothForms, text);

const digits = ['영', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];

/** Letters whose Korean name ends in a consonant (엘, 엠, 엔, 알); all others end in a vowel. */
const letterNames: Readonly<Record<string, string>> = { L: '엘', M: '엠', N: '엔', R: '알' };

/**
 * How English words are heard in Korean by their ending (국립국어원, 외래어 표기법, 제3장 제1절), each with a syllable that ends alike. The first
 * that fits counts. Endings that are heard either way (`-t`, `-p`, `-k`, `-b`, most `-e`) are not here.
 */
const endings: readonly (readonly [RegExp, string])[] = [
  [/le$|l$/, '을'],
  [/(?:m|me)$/, '음'],
  [/(?:n|ine|one|ane)$/, '은'],
  [/ng$/, '응'],
  [/(?:ce|se|ve|ge|ze|re|ee)$/, '스'],
  [/(?:nt|st|ct|rt|sk|rk)$/, '트'],
  [/[aiouyszxfvjdghrw]$/, '스'],
];

const lastWord = /([A-Za-z]+|\p{Script=Hangul}|\d)[^\p{L}\p{N}]*$/u;

/** A syllable that ends as the text is heard to end; undefined where nobody can tell. */
const heard = (text: string): string | undefined => {
  const word = lastWord.exec(text)?.[1];
  if (word === undefined) return undefined;
  if (/^\d$/.test(word)) return digits[Number(word)];
  if (!/^[A-Za-z]/.test(word)) return word;
  if (/^[A-Z]{2,}$|^[A-Za-z]$/.test(word)) return letterNames[word.slice(-1).toUpperCase()] ?? '아';
  return endings.find(([ending]) => ending.test(word.toLowerCase()))?.[1];
};

/**
 * The particle that follows a name: `관리자가`, `김민준이`, `alice` + `이/가` = `가`. Where the sound of a foreign word cannot be told from its
 * letters, both forms, as official texts write: `bucket이(가)`. Quotes and brackets after the last letter are passed over.
 */
export const particleAfter = (text: string, pair: ParticlePair): string => {
  const syllable = heard(text);
  return syllable === undefined ? bothForms[pair] : josa.pick(syllable, pair);
};
