import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { unreadableFile } from '../../functions/cli/unreadable-file.ts';
import { tw } from './tw.ts';

describe('a file that cannot be read', () => {
  it.each<[string, unknown, string, RegExp | undefined]>([
    ['a.json', { code: 'ENOENT' }, 'a.json cannot be read: there is no such file.', /Check the path/],
    ['a', { code: 'EISDIR' }, 'a cannot be read: it is a folder.', /a file in it/],
    ['a.json', { code: 'EACCES' }, 'a.json cannot be read: you may not read it.', /permissions/],
    ['-', new Error('closed'), 'standard input cannot be read: closed.', undefined],
  ])('%s, %j', (file, error, message, fix) => {
    const told = unreadableFile(file, error);
    expect(told.message).toBe(message);
    if (fix === undefined) expect(told.fix).toBeUndefined();
    else expect(told.fix).toMatch(fix);
  });

  it('takes the words of the command for what to do, where it has some', () => {
    expect(unreadableFile('a', { code: 'ENOENT' }, 'Name a policy.').fix).toBe('Name a policy.');
  });

  it.each([
    ['policy', 'explain', '/no/such.json'],
    ['policy', 'check', tmpdir()],
    ['policy', 'simulate', '/no/such.jsonl'],
    ['compliance', '--from', '.', '--settings', '/no/such.yaml'],
  ])('is told with a cause and what to do: tw %s %s %s', (...args) => {
    const { code, err } = tw(args);
    expect(code).toBe(2);
    expect(err).toMatch(/^error: .* cannot be read: (there is no such file|it is a folder)\.\n\S/);
  });
});
