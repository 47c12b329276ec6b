import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellWord } from '../../shared/text/shell.ts';
import { hostile, unseen } from './hostile.ts';

describe('shellWord', () => {
  it.each([
    ['bob', 'bob'],
    ['arn:aws:iam::111122223333:role/x', 'arn:aws:iam::111122223333:role/x'],
    ["o'neil", `'o'\\''neil'`],
    ['$(id)', `'$(id)'`],
    ['a=b', `'a=b'`],
  ])('%s becomes %s', (value, word) => {
    expect(shellWord(value)).toBe(word);
  });

  it.each([
    ['a line break', 'a\nb'],
    ['a carriage return', 'a\rb'],
    ['an escape sequence', '\u001b[2K'],
    ['a bidi override', 'a\u202Eb'],
    ['an option', '--endpoint-url'],
    ['a file for the AWS CLI', 'file:///etc/passwd'],
    ['nothing', ''],
  ])('refuses %s', (_, value) => {
    expect(shellWord(value)).toBeUndefined();
  });

  it('holds nothing that cannot be seen', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        expect(shellWord(value) ?? '').not.toMatch(unseen);
      }),
    );
  });

  it('means the same to a real shell', () => {
    const values = fc.sample(hostile, 300).filter((value) => shellWord(value) !== undefined);
    const script = values.map((value) => `printf '%s\\n' ${shellWord(value)}`).join('\n');
    const printed = execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' });
    expect(values.length).toBeGreaterThan(5);
    expect(printed.split('\n').slice(0, -1)).toEqual(values);
  });
});
