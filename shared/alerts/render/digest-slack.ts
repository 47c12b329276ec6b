import type { KnownBlock } from '@slack/types';
import { englishTexts } from '../../i18n/language-texts.ts';
import { escapeMrkdwn } from '../../text/escape.ts';
import { truncate } from '../../text/truncate.ts';
import type { Digest } from '../digest.ts';
import { type DigestPagePart, digestPageOf } from './digest-page.ts';
import { emojiOf } from './emoji.ts';
import type { RenderOptions, SlackMessage } from './slack-blocks.ts';

/** Seven parts of these, with title and summary, stay below 18 blocks and 10,000 characters (see `SlackMessage`). */
const limits = { text: 290, header: 150, summary: 700, heading: 150, line: 210 };
const named = 5;

// Plain text has no markup, so what is in it can be no mention, link or emphasis; without `emoji`, `:fire:` stays text.
const plain = (text: string): KnownBlock => ({
  type: 'section',
  text: { type: 'plain_text', text, emoji: false },
});

const heading = (text: string): KnownBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: `*${truncate(escapeMrkdwn(text), limits.heading)}*`, verbatim: true },
});

const partBlocks = ({ heading: title, lines, more }: DigestPagePart): readonly KnownBlock[] => {
  const texts = lines.map((line) => truncate(escapeMrkdwn(`• ${line}`), limits.line));
  const all = [...texts, ...(more === undefined ? [] : [escapeMrkdwn(more)])];
  // Slack refuses a section without text.
  return all.length === 0 ? [heading(title)] : [heading(title), plain(all.join('\n'))];
};

/** The digest as one Slack message. Every value is escaped; the limits hold for any input. */
export const renderDigestSlack = (digest: Digest, options: RenderOptions): SlackMessage => {
  const page = digestPageOf(digest, { ...options, texts: options.texts ?? englishTexts, named });
  const title = escapeMrkdwn(page.title);
  const emoji = emojiOf({ severity: page.severity, isResolved: false });
  return {
    text: truncate(title, limits.text),
    blocks: [
      {
        type: 'header',
        text: { type: 'plain_text', text: truncate(`${emoji} ${title}`, limits.header), emoji: false },
      },
      plain(truncate(page.summary.map(escapeMrkdwn).join('\n'), limits.summary)),
      ...page.parts.flatMap(partBlocks),
    ],
    unfurl_links: false,
    unfurl_media: false,
  };
};
