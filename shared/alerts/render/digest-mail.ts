import { englishTexts } from '../../i18n/language-texts.ts';
import { cleanLine } from '../../text/clean.ts';
import { terminalText } from '../../text/escape.ts';
import { truncate } from '../../text/truncate.ts';
import { wrap } from '../../text/wrap.ts';
import type { Digest } from '../digest.ts';
import { type DigestPagePart, digestPageOf } from './digest-page.ts';
import type { PlainAlert } from './plain-text.ts';
import type { RenderOptions } from './slack-blocks.ts';

const columns = 78;
const named = 25;
const longestLine = 700;
const subjectLimit = 99;

const paragraph = (text: string): string => wrap(terminalText(text), columns, 'keep').join('\n');

const bullet = (text: string): string =>
  wrap(truncate(terminalText(text), longestLine), columns - 4, 'keep')
    .map((line, index) => (index === 0 ? `  - ${line}` : `    ${line}`))
    .join('\n');

const partText = ({ heading, lines, more }: DigestPagePart): string =>
  [heading, ...lines.map(bullet), ...(more === undefined ? [] : [`    ${more}`])].join('\n');

/** SNS takes ASCII subjects only, so this is English in every language. */
const subjectOf = (digest: Digest, options: RenderOptions): string => {
  const { severity, title } = digestPageOf(digest, { ...options, texts: englishTexts, named: 0 });
  const text = `[${severity.toUpperCase()}] ${cleanLine(title).replace(/[^\x20-\x7e]+/g, '?')}`;
  return truncate(text, subjectLimit, '...');
};

/** The digest as a mail: no markup; the counts in the first line, since a phone shows no more. */
export const renderDigestMail = (digest: Digest, options: RenderOptions): PlainAlert => {
  const texts = options.texts ?? englishTexts;
  const page = digestPageOf(digest, { ...options, texts, named });
  const blocks = [paragraph(page.title), page.summary.map(paragraph).join('\n'), ...page.parts.map(partText)];
  return { subject: subjectOf(digest, options), body: `${blocks.join('\n\n')}\n` };
};
