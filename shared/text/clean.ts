/** Every kind of line break and tab, Unicode's own included. */
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const breaksButNewline = /\r\n|[\v\f\r\u0085\u2028\u2029]/g;

// Control characters (ESC and the C1 set that terminals obey among them), format characters (bidi overrides, zero-width, tags),
// lone surrogates, noncharacters, and what fonts draw as nothing (fillers, variation selectors).
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]/gu;

/** Whether a text holds something that a reader cannot see or that moves what is around it: control, bidi, invisible characters. */
export const hasUnseen = (text: string): boolean => cleanLine(text) !== text;

/**
 * One line of what can be seen: line breaks and tabs become a space, control, bidi and invisible characters go, half surrogate
 * pairs become U+FFFD. Emoji joined by zero-width joiners fall apart into their parts; that price is paid.
 */
export const cleanLine = (text: string): string =>
  text.toWellFormed().replace(breaks, ' ').replace(unseen, '');

/** The same for a text of several lines: `\n` stays, a tab becomes two spaces. */
export const cleanLines = (text: string): string =>
  text.replace(breaksButNewline, '\n').replaceAll('\t', '  ').split('\n').map(cleanLine).join('\n');
