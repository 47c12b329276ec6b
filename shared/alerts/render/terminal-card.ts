import type { ContextBlock, HeaderBlock, KnownBlock, SectionBlock } from '@slack/types';
import { terminalLines } from '../../text/escape.ts';
import { columnsOf, wrap } from '../../text/wrap.ts';
import type { SlackMessage } from './slack-blocks.ts';

/** How a card is drawn. */
export interface TerminalCardOptions {
  /** Default 80. */
  readonly columns?: number;
  /** Makes a text bold where the terminal can; left alone by default. */
  bold?(text: string): string;
  /** Makes a text pale. */
  dim?(text: string): string;
}

interface Style {
  readonly columns: number;
  bold(text: string): string;
  dim(text: string): string;
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** Undoes Slack's escaping last of all, and then lets no control character through. */
const readable = (text: string): string =>
  terminalLines(text.replace(/&(lt|gt|amp);/g, (entity) => entities[entity] ?? entity));

/** What Slack makes of its own tokens: a date shows its UTC text, a link its label and address. */
const withoutTokens = (text: string): string =>
  text.replace(/<!date\^[^|>]*\|([^>]*)>/g, '$1').replace(/<(https:[^|>]*)\|([^>]*)>/g, '$2: $1');

const boldLine = /^\*([^*`]+)\*$/;

const proseLines = (text: string, { columns, bold }: Style): readonly string[] =>
  text.split('\n').flatMap((line) => {
    const label = boldLine.exec(line)?.[1];
    if (label !== undefined) return [bold(readable(label))];
    return wrap(readable(withoutTokens(line)), columns, 'keep');
  });

const sectionLines = (text: string, style: Style): readonly string[] =>
  text.split('```').flatMap((part, index) =>
    index % 2 === 1
      ? part
          .replaceAll(/^\n|\n$/g, '')
          .split('\n')
          .map((line) => `    ${readable(line)}`)
      : proseLines(part.replaceAll(/^\n|\n$/g, ''), style).filter(
          (line) => part.trim() !== '' || line !== '',
        ),
  );

const fieldLines = (block: SectionBlock, style: Style): readonly string[] => {
  const pairs = (block.fields ?? []).map(({ text }) => {
    const [label = '', ...value] = text.split('\n');
    return [
      readable(label.replaceAll('*', '')),
      readable(value.join(' ').replace(/^`(.*)`$/, '$1')),
    ] as const;
  });
  const widest = Math.max(0, ...pairs.map(([label]) => columnsOf(label)));
  return pairs.flatMap(([label, value]) => {
    const [first = '', ...rest] = wrap(value, style.columns - widest - 2, 'keep');
    const name = style.dim(label + ' '.repeat(widest - columnsOf(label)));
    return [`${name}  ${first}`, ...rest.map((line) => `${' '.repeat(widest + 2)}${line}`)];
  });
};

const contextLines = (block: ContextBlock, style: Style): readonly string[] =>
  block.elements.flatMap((element) =>
    'text' in element
      ? proseLines(element.text.replaceAll('`', ''), style).map((line) => style.dim(line))
      : [],
  );

const headerLines = (block: HeaderBlock, style: Style): readonly string[] =>
  wrap(readable(block.text.text), style.columns).map((line) => style.bold(line));

const blockLines = (block: KnownBlock, style: Style): readonly string[] => {
  if (block.type === 'header') return headerLines(block, style);
  if (block.type === 'context') return contextLines(block, style);
  if (block.type !== 'section') return [`(${block.type})`];
  return block.text ? sectionLines(block.text.text, style) : fieldLines(block, style);
};

/**
 * The card as readable text, made from the very blocks that Slack gets: what is shown is what is sent. Block types that our cards
 * do not have show as their name.
 */
export const renderTerminalCard = (message: SlackMessage, options: TerminalCardOptions = {}): string => {
  const style: Style = {
    columns: (options.columns ?? 80) - 2,
    bold: options.bold ?? ((text) => text),
    dim: options.dim ?? ((text) => text),
  };
  return message.blocks
    .map((block) => blockLines(block, style))
    .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]))
    .map((line) => `┃ ${line}`.trimEnd())
    .join('\n');
};
