import { formatMessage } from '../../i18n/format-message.ts';
import { english, type Labels } from '../../i18n/labels.ts';
import { englishTexts } from '../../i18n/language-texts.ts';
import { cleanLine } from '../../text/clean.ts';
import { terminalLines, terminalText } from '../../text/escape.ts';
import { truncate } from '../../text/truncate.ts';
import { columnsOf, wrap } from '../../text/wrap.ts';
import type { Alert } from '../alert.ts';
import { localizedRuleOf } from '../localized-rule.ts';
import type { Wording } from '../wording.ts';
import { type Card, cardOf, type Headline } from './card.ts';
import type { RenderOptions } from './slack-blocks.ts';
import { utcTime } from './times.ts';

/** A mail of an alert. */
export interface PlainAlert {
  /** ASCII, below 100 characters, no line break: SNS `Publish` refuses any other. */
  readonly subject: string;
  /** UTF-8, lines of 78 columns; only what is to be copied (ARNs, links, commands) may be longer. */
  readonly body: string;
}

const columns = 78;
const longestValue = 1024;
const longestInSentence = 200;
const namedOthers = 20;

const subjectLimit = 99;
const toAscii = (text: string): string => cleanLine(text).replace(/[^\x20-\x7e]+/g, '?');

const subjectOf = ({ badge, account, title, resource, findingId }: Headline): string => {
  const [severity = '', ...status] = badge;
  const before = toAscii(
    `[${severity}][${truncate(account, 24)}] ${status.map((word) => `${word} `).join('')}`,
  );
  const after = toAscii(` (${findingId})`);
  const middle = toAscii(`${title}: ${resource}`);
  return before + truncate(middle, Math.max(0, subjectLimit - before.length - after.length), '...') + after;
};

const indented = (text: string): string =>
  wrap(text, columns - 2, 'keep')
    .map((line) => `  ${line}`)
    .join('\n');

const paragraph = (text: string): string => wrap(text, columns, 'keep').join('\n');
const block = (heading: string, text: string): string => `${heading}\n${indented(terminalLines(text))}`;

const row = (label: string, value: string, labelColumns: number): string => {
  const name = label + ' '.repeat(Math.max(0, labelColumns - columnsOf(label)));
  const [first = '', ...rest] = wrap(value, columns - labelColumns - 2, 'keep');
  return [`${name}  ${first}`, ...rest.map((line) => `${' '.repeat(labelColumns + 2)}${line}`)].join('\n');
};

const rows = (pairs: readonly (readonly [string, string])[]): string => {
  const widest = Math.max(...pairs.map(([label]) => columnsOf(label)));
  return pairs
    .map(([label, value]) => row(label, truncate(terminalText(value), longestValue), widest))
    .join('\n');
};

const changeBlock = ({ change }: Card, { heading }: Labels): readonly string[] => {
  if (change === undefined) return [];
  // Not wrapped: a line of a diff that goes on in the next one could be taken for two.
  const lines = change.lines.map((line) => `    ${terminalText(line)}`);
  return [[block(heading.change, change.about), ...lines].join('\n')];
};

const undoBlock = ({ undo }: Card, { heading, sentence }: Labels): readonly string[] => {
  if (undo.status === 'none') return [];
  if (undo.status === 'refused') return [paragraph(sentence.noCommand)];
  // Not wrapped: a command is for copying, and is broken where a shell can read on.
  const lines = undo.command.split('\n').map((line) => `  ${line}`);
  return [`${heading.undo}\n${lines.join('\n')}`];
};

const othersBlock = ({ others }: Card, labels: Labels): readonly string[] => {
  if (others.length === 0) return [];
  const lines = others
    .slice(0, namedOthers)
    .map(({ badge, title, resource, findingId }) =>
      `- ${badge.join(' · ')}: ${title} · ${truncate(terminalText(resource), 100)} (${findingId})`.trim(),
    );
  const more = others.length - lines.length;
  const rest = more > 0 ? [formatMessage(labels.sentence.more, { count: more }, String)] : [];
  return [block(labels.heading.others, [...lines, ...rest].join('\n'))];
};

const historyRows = (card: Card, labels: Labels): readonly (readonly [string, string])[] => {
  const { field, history } = labels;
  const times = { count: card.count, first: utcTime(card.firstSeen), last: utcTime(card.lastSeen) };
  const seen = card.count === 1 ? history.once : formatMessage(history.times, times, String);
  const latency = formatMessage(history.latency, { duration: card.latency }, String);
  return [
    [field.seen, `${seen}, ${latency}`],
    [field.finding, card.headline.findingId],
    [field.rule, card.ruleId],
    [field.event, card.eventId],
    ...(card.link === undefined ? [] : [[field.link, card.link] as const]),
  ];
};

const wordingIn = (labels: Labels, options: RenderOptions): Wording => ({
  ...options,
  labels,
  escape: (value) => truncate(terminalText(value), longestInSentence) || labels.emptyName,
  time: utcTime,
});

/** In English whatever the language: SNS takes ASCII only ("Publish", Amazon SNS API Reference). */
const englishSubject = (alert: Alert, options: RenderOptions): string =>
  subjectOf(cardOf(alert, options.ruleOf, wordingIn(english, options)).headline);

/**
 * The alert as a mail: no markup, what happened in the first lines, since a phone shows only those.
 */
export const renderPlainText = (alert: Alert, options: RenderOptions): PlainAlert => {
  const texts = options.texts ?? englishTexts;
  const { labels } = texts;
  const card = cardOf(alert, localizedRuleOf(options.ruleOf, texts), wordingIn(labels, options));
  const fields = card.fields.map(({ name, value }) => [labels.field[name], value] as const);
  const blocks = [
    paragraph(`${card.headline.badge.join(' · ')}: ${card.sentence}`),
    rows(fields),
    ...changeBlock(card, labels),
    ...(card.why === undefined ? [] : [block(labels.heading.why, card.why)]),
    ...(card.fix === undefined ? [] : [block(labels.heading.fix, card.fix)]),
    ...undoBlock(card, labels),
    ...othersBlock(card, labels),
    ...(card.cut === undefined ? [] : [paragraph(terminalText(card.cut))]),
    rows(historyRows(card, labels)),
  ];
  return { subject: englishSubject(alert, options), body: `${blocks.join('\n\n')}\n` };
};
