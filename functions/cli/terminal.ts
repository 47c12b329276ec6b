import { styleText } from 'node:util';
import stringWidth from 'string-width';
import type { Severity } from '../../shared/rules/severity.ts';

type Style = Parameters<typeof styleText>[0];

/** Where text goes: its colours and its width depend on it. */
export type Output = NodeJS.WriteStream;

/** Columns of an output that is no terminal and has no COLUMNS: what fits most screens and log viewers. */
const widthWithoutTerminal = 120;
/** Below this, tables break every word; a narrower terminal wraps by itself. */
const narrowest = 60;

/** The width to write for, in columns. */
export const widthOf = (output: Output = process.stdout): number =>
  Math.max(narrowest, output.columns ?? (Number(process.env['COLUMNS']) || widthWithoutTerminal));

/** Colours text where the output is a terminal that wants colours (`NO_COLOR`, `FORCE_COLOR` and `TERM=dumb` are heeded). */
export const painted = (style: Style, text: string, output: Output = process.stdout): string =>
  styleText(style, text, { stream: output });

const severityStyles: Readonly<Record<Severity, Style>> = {
  critical: ['bold', 'red'],
  high: ['red'],
  medium: ['yellow'],
  low: ['cyan'],
  info: ['dim'],
};

/** A severity, or another text in the severity's colour. */
export const paintedSeverity = (severity: Severity, text: string = severity, output?: Output): string =>
  painted(severityStyles[severity], text, output);

/** Breaks plain text into lines of at most `width` columns, at spaces; a longer word stays whole. */
export const wrapped = (text: string, width: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && stringWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
};

/** Wraps text and puts `indent` before each line. */
export const indented = (text: string, indent: string, width: number): string =>
  wrapped(text, width - stringWidth(indent))
    .map((line) => indent + line)
    .join('\n');
