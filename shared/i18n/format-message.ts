import { isParticlePair, particleAfter } from './korean/particle.ts';
import { english } from './labels.ts';

/** Values for the placeholders of a template. */
export type MessageValues = Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>;

const placeholder = /\{([A-Za-z][A-Za-z0-9]*)(?:\|([^{}|]+))?\}/g;

const asText = (value: MessageValues[string]): string =>
  typeof value === 'object' ? value.join(', ') : String(value);

/** The names of the placeholders in a template, each once, in order. */
export const placeholdersOf = (template: string): readonly string[] => [
  ...new Set([...template.matchAll(placeholder)].map((match) => match[1] as string)),
];

/** What follows a value: in Korean templates a particle, `{actor|이/가}`. Anything else stays as it is written, and a test finds it. */
const following = (text: string, pair: string | undefined): string => {
  if (pair === undefined) return '';
  return isParticlePair(pair) ? particleAfter(text, pair) : `|${pair}`;
};

/**
 * Fills a template. Each value goes through `escaper`, which belongs to the output that is written: values are the attacker's
 * text, templates are ours. A placeholder without a value shows as `missing`, never as a gap.
 */
export const formatMessage = (
  template: string,
  values: MessageValues,
  escaper: (value: string) => string,
  missing: string = english.notRecorded,
): string =>
  template.replace(placeholder, (_, name: string, pair?: string) => {
    const value = values[name];
    const text = value === undefined ? missing : asText(value);
    return escaper(text) + following(text, pair);
  });
