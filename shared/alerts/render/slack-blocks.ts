import type { ContextBlock, HeaderBlock, KnownBlock, MrkdwnElement, SectionBlock } from '@slack/types';
import { formatMessage } from '../../i18n/format-message.ts';
import type { Labels } from '../../i18n/labels.ts';
import { englishTexts, type LanguageTexts } from '../../i18n/language-texts.ts';
import { codeFence, codeSpan, escapeMrkdwn, escapeMrkdwnLines } from '../../text/escape.ts';
import { truncate } from '../../text/truncate.ts';
import type { Alert } from '../alert.ts';
import { localizedRuleOf } from '../localized-rule.ts';
import type { RuleOf } from '../rule-of.ts';
import type { Wording } from '../wording.ts';
import { type Card, type CardField, cardOf, type Headline } from './card.ts';
import { emojiOf } from './emoji.ts';
import { slackTime, utcTime } from './times.ts';

/**
 * A message as Slack's incoming webhooks take it. Slack allows 50 blocks and 3,000 characters a section, but refuses messages near
 * 13,200 characters in all (slackapi/bolt-js#2509): this stays below 12 blocks and 10,000 characters.
 */
export interface SlackMessage {
  /** For push notices, screen readers and search; below 300 characters. */
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

/** How to render; what an account is called comes from configuration. */
export interface RenderOptions {
  /** The catalogue as it is written, in English. */
  readonly ruleOf: RuleOf;
  /** English when left out. */
  readonly texts?: LanguageTexts;
  accountName?(accountId: string): string | undefined;
}

const limits = {
  text: 290,
  header: 150,
  sentence: 600,
  field: 200,
  target: 700,
  prose: 500,
  advice: 1800,
  change: 2200,
};
const namedOthers = 5;

/** Digits cannot be markup, and read better without a box around them. */
const value = (max: number, labels: Labels) => (text: string) =>
  /^\d{1,16}$/.test(text) ? text : codeSpan(text, max, labels.emptyName);

// `verbatim` keeps Slack from making links, channels and mentions out of words in the data.
const mrkdwn = (text: string): MrkdwnElement => ({ type: 'mrkdwn', text, verbatim: true });
const section = (text: string): SectionBlock => ({ type: 'section', text: mrkdwn(text) });
const bold = (label: string): string => `*${label}*`;

const headlineText = (headline: Headline, max: number): string => {
  const { badge, title, resource, account, isAccountItself } = headline;
  const before = escapeMrkdwn([`${emojiOf(headline)} ${badge.join(' · ')}`, title].join(' · '));
  const after = isAccountItself ? [] : [truncate(escapeMrkdwn(account), 40)];
  const room = max - before.length - after.join('').length - 6;
  return truncate([before, truncate(escapeMrkdwn(resource), Math.max(room, 12)), ...after].join(' · '), max);
};

const header = (headline: Headline): HeaderBlock => ({
  type: 'header',
  // Without `emoji`, `:fire:` in a name stays text.
  text: { type: 'plain_text', text: headlineText(headline, limits.header), emoji: false },
});

/** These two hold words of ours only. */
const isOurs = (name: CardField['name']): boolean => name === 'mfa' || name === 'via';

const fieldText = ({ name, value: text }: CardField, labels: Labels): string => {
  const max = name === 'target' ? limits.target : limits.field;
  const shown = isOurs(name) ? escapeMrkdwn(text) : value(max - 40, labels)(text);
  return `${bold(labels.field[name])}\n${shown}`;
};

const undoText = ({ undo }: Card, labels: Labels, room: number): string => {
  if (undo.status === 'none') return '';
  const fence = undo.status === 'ready' ? codeFence(undo.command) : '';
  // A command that was cut or altered is worse than none.
  const isWhole = fence.length <= room && !(undo.status === 'ready' && undo.command.includes('```'));
  return fence !== '' && isWhole ? `\n${labels.heading.undo}:\n${fence}` : `\n${labels.sentence.noCommand}`;
};

/** The text holds names of the document's author, which must open and end no code. */
const withoutBackticks = (text: string): string => text.replaceAll('`', 'ˋ');

/** As many lines as there is room for, so that the fence is never cut. */
const fencedLines = (lines: readonly string[], room: number): string => {
  for (let kept = lines.length; kept > 0; kept -= 1) {
    const left = lines.length - kept;
    const fence = codeFence(
      [...lines.slice(0, kept), ...(left > 0 ? [`  … +${left}`] : [])].join('\n'),
      room + 1,
    );
    if (fence.length <= room) return `\n${fence}`;
  }
  return '';
};

const changed = ({ change }: Card, labels: Labels): readonly SectionBlock[] => {
  if (change === undefined) return [];
  const said = truncate(withoutBackticks(escapeMrkdwn(change.about)), limits.prose);
  const about = `${bold(labels.heading.change)}\n${said}`;
  return [section(about + fencedLines(change.lines.map(withoutBackticks), limits.change - about.length))];
};

const advice = (card: Card, labels: Labels): readonly SectionBlock[] => {
  if (card.fix === undefined) return [];
  const fix = `${bold(labels.heading.fix)}\n${truncate(escapeMrkdwn(card.fix), limits.prose)}`;
  return [section(fix + undoText(card, labels, limits.advice - fix.length - 40))];
};

const others = ({ others: all }: Card, labels: Labels): readonly SectionBlock[] => {
  if (all.length === 0) return [];
  const lines = all
    .slice(0, namedOthers)
    .map(
      ({ badge, title, findingId, resource }) =>
        `• ${badge.join(' · ')} · ${truncate(escapeMrkdwn(title), 100)} · ${value(60, labels)(resource)} · ${escapeMrkdwn(findingId)}`,
    );
  const more = all.length - lines.length;
  const rest = more > 0 ? [formatMessage(labels.sentence.more, { count: more }, escapeMrkdwn)] : [];
  return [section([bold(labels.heading.others), ...lines, ...rest].join('\n'))];
};

const context = (card: Card, labels: Labels): ContextBlock => {
  const { history } = labels;
  const asIs = (text: string) => text;
  const times = { count: card.count, first: slackTime(card.firstSeen), last: slackTime(card.lastSeen) };
  const seen = card.count === 1 ? history.once : formatMessage(history.times, times, asIs);
  const what = [
    formatMessage(history.finding, { id: card.headline.findingId }, escapeMrkdwn),
    formatMessage(history.rule, { id: card.ruleId }, value(100, labels)),
    seen,
  ];
  const when = [
    formatMessage(history.latency, { duration: card.latency }, escapeMrkdwn),
    formatMessage(history.event, { id: card.eventId }, value(80, labels)),
    ...(card.link === undefined ? [] : [`<${escapeMrkdwn(card.link)}|${history.openEvent}>`]),
  ];
  return { type: 'context', elements: [what, when].map((parts) => mrkdwn(parts.join(' · '))) };
};

/** Renders with ever shorter values until the sentence fits, so that it is never cut inside a code span or a date. */
const fittingCard = (alert: Alert, options: RenderOptions, labels: Labels): Card => {
  const render = (max: number): Card => {
    const wording: Wording = { ...options, labels, escape: value(max, labels), time: slackTime };
    return cardOf(alert, options.ruleOf, wording);
  };
  const cards = [160, 80, 40, 20].values().map(render);
  return cards.find(({ sentence }) => sentence.length <= limits.sentence) ?? render(10);
};

const plainSentence = (alert: Alert, options: RenderOptions, labels: Labels): string => {
  const wording: Wording = { ...options, labels, escape: (text) => text, time: utcTime };
  const { headline, sentence } = cardOf(alert, options.ruleOf, wording);
  const text = formatMessage(
    labels.sentence.inAccount,
    { sentence, account: headline.account },
    (name) => name,
  );
  return escapeMrkdwn(`${headline.badge.join(' · ')}: ${text}`);
};

/** The alert as a Slack card. Every value is escaped; the limits hold for any input. */
export const renderSlackMessage = (alert: Alert, given: RenderOptions): SlackMessage => {
  const texts = given.texts ?? englishTexts;
  const { labels } = texts;
  const options = { ...given, ruleOf: localizedRuleOf(given.ruleOf, texts) };
  const card = fittingCard(alert, options, labels);
  const why =
    card.why === undefined
      ? []
      : [section(`${bold(labels.heading.why)}\n${truncate(escapeMrkdwn(card.why), limits.prose)}`)];
  const cut = card.cut === undefined ? [] : [section(truncate(escapeMrkdwn(card.cut), limits.prose))];
  return {
    text: truncate(plainSentence(alert, options, labels), limits.text),
    blocks: [
      header(card.headline),
      section(card.sentence),
      { type: 'section', fields: card.fields.map((field) => mrkdwn(fieldText(field, labels))) },
      ...changed(card, labels),
      ...why,
      ...advice(card, labels),
      ...others(card, labels),
      ...cut,
      context(card, labels),
    ],
    unfurl_links: false,
    unfurl_media: false,
  };
};

// Slack cuts a message's text at 40,000 characters and asks for 4,000 ("Truncating really long messages", docs.slack.dev).
const longestReduced = 3900;

/** What is posted when Slack refuses the card: the plain text, without any markup, which Slack takes whatever is in it. */
export const reducedSlackMessage = (text: string): Readonly<Record<string, unknown>> => ({
  text: truncate(escapeMrkdwnLines(text), longestReduced),
  mrkdwn: false,
  unfurl_links: false,
  unfurl_media: false,
});
