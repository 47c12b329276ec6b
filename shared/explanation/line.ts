import { formatMessage } from '../i18n/format-message.ts';
import type { MessageKey, Messages } from './messages/english.ts';

/** What a placeholder stands for: text of the document, a number, a phrase of its own, or a list of these. */
export type LineValue = string | number | Line | readonly (string | Line)[];

/** A sentence or a phrase, free of language: data of the document and the key of a message. */
export interface Line {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, LineValue>>;
}

export const line = (key: MessageKey, values: Line['values'] = {}): Line => ({ key, values });

const isLine = (value: LineValue): value is Line => typeof value === 'object' && 'key' in value;

/** Entries of a list that are named; the others are counted. */
const mostNamed = 6;

/**
 * Says a line in a language.
 *
 * @param escaper what the output asks for: the values are the text of the document's author
 */
export const said = (given: Line, messages: Messages, escaper: (text: string) => string): string => {
  const text = (value: LineValue): string => {
    if (typeof value === 'number') return value.toLocaleString('en');
    if (typeof value === 'string') return escaper(value);
    if (isLine(value)) return said(value, messages, escaper);
    const named = value.slice(0, mostNamed).map(text).join(', ');
    const more = value.length - mostNamed;
    return more > 0 ? `${named} ${formatMessage(messages.andMore, { count: more }, String)}` : named;
  };
  const values = Object.fromEntries(Object.entries(given.values).map(([name, value]) => [name, text(value)]));
  return formatMessage(messages[given.key], values, String);
};
