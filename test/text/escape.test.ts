import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine } from '../../shared/text/clean.ts';
import {
  codeFence,
  codeSpan,
  csvCell,
  escapeHtml,
  escapeMrkdwn,
  escapeMrkdwnLines,
  terminalLines,
  terminalText,
} from '../../shared/text/escape.ts';
import { hostile, hostileText, unseen } from './hostile.ts';

const unescaped = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const oneLine = { escapeMrkdwn, codeSpan, csvCell, terminalText };
const severalLines = { escapeMrkdwnLines, codeFence, escapeHtml, terminalLines };

describe.each(Object.entries(oneLine))('%s', (_, escaper) => {
  it('lets nothing through that cannot be seen, and stays on one line', () => {
    const seen = (text: string) => {
      expect(escaper(text)).not.toMatch(unseen);
    };
    fc.assert(fc.property(hostile, (text) => seen(text)));
    seen(hostileText);
  });
});

describe.each(Object.entries(severalLines))('%s', (_, escaper) => {
  it('lets nothing through that cannot be seen but line breaks', () => {
    const seen = (text: string) => {
      expect(escaper(text).replaceAll('\n', '')).not.toMatch(unseen);
    };
    fc.assert(fc.property(hostile, seen));
    seen(hostileText);
  });
});

describe('Slack', () => {
  it('leaves no angle bracket and no bare ampersand, and reads back as the cleaned text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = escapeMrkdwn(text);
        expect(escaped).not.toMatch(/[<>]|&(?!(amp|lt|gt);)/);
        expect(unescaped(escaped)).toBe(cleanLine(text));
      }),
    );
  });

  it('keeps a code span closed and not empty', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(codeSpan(text)).toMatch(/^`[^`<>]+`$|^\(empty\)$/);
      }),
    );
    expect(codeSpan('')).toBe('(empty)');
    expect(codeSpan('*admin*_x')).toBe('`*admin*_x`');
    expect(codeSpan('a`b')).toBe('`aˋb`');
  });

  it('keeps a fence closed whatever is in it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const fence = codeFence(text);
        expect(fence.startsWith('```\n') && fence.endsWith('\n```')).toBe(true);
        expect(fence.slice(3, -3)).not.toContain('```');
      }),
    );
    expect(codeFence("aws iam x --name 'a`b'")).toContain("'a`b'");
  });
});

describe('HTML', () => {
  it('leaves no character that begins or ends markup', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
      }),
    );
  });
});

describe('CSV', () => {
  it.each([
    ['=1+1', `"'=1+1"`],
    ['+49', `"'+49"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    [' =1', `"' =1"`],
    ['\t=1', `"' =1"`],
    ['＝1', `"'＝1"`],
    ['say "hi", twice', '"say ""hi"", twice"'],
    [-5, '-5'],
  ])('%j becomes %s', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });

  it('never begins with what a spreadsheet calculates and keeps its quotes paired', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const cell = csvCell(text);
        expect(cell).not.toMatch(/^"\s*[=+\-@]/);
        expect(cell.slice(1, -1).replaceAll('""', '')).not.toContain('"');
      }),
    );
  });
});
