import { cleanLine, cleanLines } from './clean.ts';
import { truncate } from './truncate.ts';

/**
 * One function per output that text from CloudTrail reaches. Each removes control, bidi and invisible characters by itself, so
 * that no caller can forget to.
 */

const slackEntities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const htmlEntities: Readonly<Record<string, string>> = { ...slackEntities, '"': '&quot;', "'": '&#39;' };

// Slack asks for these three and no others ("Formatting text for app surfaces", Escaping text): with them gone a value cannot
// be a mention, a link or a date.
const slackEscaped = (text: string): string => text.replace(/[&<>]/g, (char) => slackEntities[char] ?? char);

/** A value in Slack's mrkdwn or plain_text, on one line. */
export const escapeMrkdwn = (value: string): string => slackEscaped(cleanLine(value));

/** The same for a text of several lines. */
export const escapeMrkdwnLines = (value: string): string => slackEscaped(cleanLines(value));

/** Looks like a backtick and ends nothing: U+02CB. */
const harmlessBacktick = 'ˋ';

/**
 * A value in inline code, so that `*admin*_x` stays as it is and no domain becomes a link. Slack shows an empty code span as two
 * backticks: such a value is named instead.
 *
 * @param max longest text between the backticks, escaped
 */
export const codeSpan = (value: string, max = 200, empty = '(empty)'): string => {
  const text = truncate(escapeMrkdwn(value).replaceAll('`', harmlessBacktick), max);
  return text.trim() === '' ? empty : `\`${text}\``;
};

/** A text in a fence; runs of three backticks in it, which would close the fence, are replaced. */
export const codeFence = (text: string, max = 2900): string => {
  const inner = slackEscaped(cleanLines(text)).replace(/`{3,}/g, (run) =>
    harmlessBacktick.repeat(run.length),
  );
  return `\`\`\`\n${truncate(inner, max)}\n\`\`\``;
};

/** A value in HTML text or a quoted attribute. */
export const escapeHtml = (value: string): string =>
  cleanLines(value).replace(/[&<>"']/g, (char) => htmlEntities[char] ?? char);

// OWASP "CSV Injection"; spreadsheets also take the full-width forms for the signs.
const formula = /^\s*[=+\-@＝＋－＠]/u;

/** A cell of a CSV file (RFC 4180), always quoted; a text that a spreadsheet would calculate gets an apostrophe in front. */
export const csvCell = (value: string | number): string => {
  if (typeof value === 'number') return String(value);
  const text = cleanLine(value);
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
};

/** A value on a terminal, on one line: no escape sequence survives. */
export const terminalText = (value: string): string => cleanLine(value);

/** The same for a text of several lines. */
export const terminalLines = (value: string): string => cleanLines(value);
