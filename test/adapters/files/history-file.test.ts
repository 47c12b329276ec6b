import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BadHistoryFileError,
  readHistoryFile,
  writeHistoryFile,
} from '../../../shared/adapters/files/history-file.ts';
import { emptyState, type HistoryState } from '../../../shared/history/history-state.ts';

const folder = mkdtempSync(join(tmpdir(), 'trailwarden-history-'));
const path = join(folder, 'usual.jsonl');

const time = fc.integer({ min: 0, max: 4e9 }).map((second) => new Date(second * 1000).toISOString());
const key = fc.array(fc.oneof(fc.string(), fc.integer(), fc.boolean())).map((parts) => JSON.stringify(parts));
const text = fc.string({ unit: 'binary' });

const sightings = fc.record({
  key,
  until: time,
  sightings: fc.array(
    fc
      .record({ at: time, by: text, met: fc.array(text) })
      .map((sighting) => ({ ...sighting, day: sighting.at.slice(0, 10) })),
  ),
});
const row = fc.record(
  {
    id: text,
    time,
    value: text,
    note: fc.dictionary(fc.constantFrom('user', 'sourceIp'), text, { noNullPrototype: true }),
  },
  { requiredKeys: ['id', 'time'] },
);
const window = fc.record({ key, until: time, rows: fc.array(row), metAt: fc.array(time) });

const state: fc.Arbitrary<HistoryState> = fc.record({
  spans: fc
    .dictionary(fc.stringMatching(/^\d{12}$/), fc.record({ from: time, to: time }))
    .map((spans) => new Map(Object.entries(spans))),
  ruleIds: fc.uniqueArray(fc.string()).map((ids) => new Set(ids)),
  sightings: fc.array(sightings),
  windows: fc.array(window),
});

describe('a history file', () => {
  it('gives back what was written, whatever an attacker chose as names', async () => {
    await fc.assert(
      fc.asyncProperty(state, async (written) => {
        await writeHistoryFile(path, written);
        expect(await readHistoryFile(path)).toEqual(written);
      }),
      { numRuns: 50 },
    );
  });

  it('is replaced only when the new one is whole', async () => {
    await writeHistoryFile(path, emptyState);
    const before = readFileSync(path, 'utf8');
    const broken = { ...emptyState, windows: [{ key: 'no JSON', until: '', rows: [], metAt: [] }] };
    await expect(writeHistoryFile(path, broken)).rejects.toThrow();
    expect(readFileSync(path, 'utf8')).toBe(before);
    expect(readdirSync(folder)).toEqual(['usual.jsonl']);
  });

  const head = '{"format":"trailwarden-history","version":1,"spans":{},"rules":[]}';
  it.each([
    ['nothing', '', 'the file is empty'],
    ['no JSON', '{', 'line 1: no JSON'],
    ['something else', '{"Records":[]}', 'line 1: not a history of Trailwarden'],
    ['a later version', head.replace('1', '2'), 'line 1: version 2; this program reads version 1'],
    ['a bad time', `${head}\n{"seen":["r"],"until":"x","days":[]}`, 'line 2: '],
    ['an unknown line', `${head}\n{"other":1}`, 'line 2: '],
  ])('that holds %s is refused, with its place', async (_, content, message) => {
    writeFileSync(path, content);
    const error: unknown = await readHistoryFile(path).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BadHistoryFileError);
    expect((error as Error).message).toContain(message);
    expect((error as Error).message).toContain(path);
  });
});
