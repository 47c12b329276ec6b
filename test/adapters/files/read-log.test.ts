import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { findLogFiles, NoSuchLogError } from '../../../shared/adapters/files/find-log-files.ts';
import {
  defaultReadLimits,
  type ReadLimits,
  readLogFile,
  readLogStream,
  readSmallLogFile,
} from '../../../shared/adapters/files/read-log.ts';
import { call } from '../../../shared/events/example.ts';
import type { Unwrapped } from '../../../shared/events/unwrap.ts';

const folder = mkdtempSync(join(tmpdir(), 'trailwarden-logs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const record = (name: string) => call('iam:CreateUser', { request: { userName: name } });
const names = ['ann', 'bob', 'cho'];
const records = names.map(record);
const jsonLines = records.map((one) => JSON.stringify(one)).join('\n');
const logFile = JSON.stringify({ Records: records });

async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const outline = (all: readonly Unwrapped[]) =>
  all.map((one) => (one.kind === 'record' ? `record at ${one.position}` : `${one.kind} at ${one.position}`));

const streamed = async (text: string | Buffer, limits: Partial<ReadLimits> = {}, piece = 700) =>
  Array.fromAsync(readLogStream(inPieces(Buffer.from(text), piece), { ...defaultReadLimits, ...limits }));

const inRecords = ['record at Records[0]', 'record at Records[1]', 'record at Records[2]'];
const inLines = ['record at line 1', 'record at line 2', 'record at line 3'];

describe('a stream is read', () => {
  it.each<[string, string | Buffer, Partial<ReadLimits>, string[]]>([
    ['as a log file', logFile, {}, inRecords],
    ['as a gzip log file', gzipSync(logFile), {}, inRecords],
    ['as a pretty-printed log file', JSON.stringify({ Records: records }, null, 2), {}, inRecords],
    ['as a log file too large to be held', `\n ${logFile}`, { whole: 100 }, inRecords],
    [
      'as a list too large to be held',
      JSON.stringify(records),
      { whole: 100 },
      ['record at [0]', 'record at [1]', 'record at [2]'],
    ],
    ['as JSON lines', jsonLines, {}, inLines],
    ['as JSON lines larger than what is held', jsonLines, { whole: 100 }, inLines],
    ['as JSON lines with a final line break', `${jsonLines}\n`, {}, inLines],
    ['as gzip JSON lines', gzipSync(jsonLines), { whole: 100 }, inLines],
    [
      'with a bad line, which costs no other',
      `${jsonLines}\n{"cut": \n${jsonLines}`,
      {},
      [...inLines, 'unreadable at line 4', 'record at line 5', 'record at line 6', 'record at line 7'],
    ],
    [
      'with a line too long, which costs no other',
      `${jsonLines}\n{"a":"${'x'.repeat(9000)}"}\n${jsonLines}`,
      { line: 5000 },
      [...inLines, 'unreadable at line 4', 'record at line 5', 'record at line 6', 'record at line 7'],
    ],
    [
      'of gzip up to the cap, and says so',
      gzipSync(jsonLines),
      { total: 100, whole: 10 },
      ['unreadable at '],
    ],
    ['to the end when it is not compressed, however long', jsonLines, { total: 1000, whole: 10 }, inLines],
    ['to the end of cut-off gzip, and says so', gzipSync(logFile).subarray(0, 200), {}, ['unreadable at ']],
    [
      'with cut-off JSON too large to be held, and says so',
      logFile.slice(0, -20),
      { whole: 100 },
      ['record at Records[0]', 'record at Records[1]', 'unreadable at '],
    ],
    ['with cut-off JSON reported once', logFile.slice(0, -20), {}, ['unreadable at ']],
    ['when empty', '', {}, []],
    ['when blank', ' \n \n', {}, []],
  ])('%s', async (_, text, limits, expected) => {
    expect(outline(await streamed(text, limits))).toEqual(expected);
  });

  it('the same however it is cut into pieces', async () => {
    for (const size of [1, 7, 64, 5000])
      expect(outline(await streamed(jsonLines, {}, size))).toEqual(inLines);
  });

  it('with text in any language unharmed by the cuts', async () => {
    const all = await streamed(JSON.stringify(record('김철수')), {}, 3);
    expect(JSON.stringify(all)).toContain('김철수');
  });
});

describe('a small file is read whole', () => {
  it.each<[string, string | Buffer, string[] | undefined]>([
    ['plain', logFile, inRecords],
    ['gzip', gzipSync(logFile), inRecords],
    [
      'not gzip though it says so',
      Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.from('nonsense')]),
      ['unreadable at '],
    ],
    ['unless it is large', gzipSync(Buffer.alloc(5000, ' ')), undefined],
  ])('%s', async (name, content, expected) => {
    const path = join(folder, `${name}.json`);
    writeFileSync(path, content);
    const found = await readSmallLogFile(path, { ...defaultReadLimits, whole: 4000 });
    expect(found && outline([...found])).toEqual(expected);
  });

  it('and gives what the stream gives', async () => {
    const path = join(folder, 'same.json');
    writeFileSync(path, logFile);
    expect([...((await readSmallLogFile(path)) ?? [])]).toEqual(await Array.fromAsync(readLogFile(path)));
  });
});

describe('paths lead to', () => {
  const tree = join(folder, 'tree');
  const at = (...parts: string[]) => join(tree, ...parts);

  it('files, folders and globs, each file once and in order', async () => {
    await mkdir(at('AWSLogs', '1'), { recursive: true });
    for (const name of ['b.json.gz', 'a.json', 'notes.txt']) writeFileSync(at('AWSLogs', '1', name), '{}');
    writeFileSync(at('x.jsonl'), '');
    const found = await findLogFiles([tree, at('x.jsonl'), at('AWSLogs', '*', '*.txt')]);
    expect(found.map(({ path }) => path)).toEqual([
      at('AWSLogs', '1', 'a.json'),
      at('AWSLogs', '1', 'b.json.gz'),
      at('AWSLogs', '1', 'notes.txt'),
      at('x.jsonl'),
    ]);
  });

  it.each([
    ['nothing', 'missing', 'no such file or folder'],
    ['a folder without logs', 'empty', 'no .json, .jsonl, .ndjson or .gz file below this folder'],
    ['a glob without files', '*.nothing', 'the glob matches no file'],
  ])('%s, and it is said', async (_, name, cause) => {
    await mkdir(at('empty'), { recursive: true });
    await expect(findLogFiles([at(name)])).rejects.toThrow(NoSuchLogError);
    await expect(findLogFiles([at(name)])).rejects.toThrow(cause);
  });
});
