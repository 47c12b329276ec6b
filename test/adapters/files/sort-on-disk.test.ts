import { existsSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Line, sortOnDisk } from '../../../shared/adapters/files/sort-on-disk.ts';
import { byEventTime } from '../../../shared/app/scan-in-order.ts';

const line = fc.record({
  time: fc.constantFrom('2026-03-04T05:06:07.000Z', '2026-03-04T05:06:08.000Z', '2026-03-05T00:00:00.000Z'),
  // What an attacker could make of an id.
  id: fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('a\nb', '"', '\u2028')),
  text: fc.jsonValue({ maxDepth: 1 }).map((value) => JSON.stringify(value)),
});

const sorted = async (parts: readonly (readonly Line[])[], inMemory: number): Promise<readonly Line[]> => {
  const sorter = sortOnDisk(byEventTime, inMemory);
  const all: Line[] = [];
  try {
    for (const part of parts) await sorter.add(part);
    for await (const one of sorter.inOrder()) all.push(one);
  } finally {
    await sorter.close();
  }
  return all;
};

const foldersOf = (): readonly string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`trailwarden-sort-${process.pid}-`));

describe('sorting on disk', () => {
  it('gives everything, in order, whatever fits into the memory', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(line, { maxLength: 6 }), { maxLength: 6 }),
        fc.nat(40),
        async (parts, size) => {
          const given = await sorted(parts, size);
          const expected = parts.flat().sort(byEventTime);
          expect(given.map(({ time, id }) => [time, id])).toEqual(expected.map(({ time, id }) => [time, id]));
          expect(given.map(({ text }) => text).sort()).toEqual(expected.map(({ text }) => text).sort());
        },
      ),
      { numRuns: 60 },
    );
  });

  it('writes nothing while there is room', async () => {
    const sorter = sortOnDisk(byEventTime);
    await sorter.add([{ time: 't', id: 'a', text: '{}' }]);
    expect(foldersOf()).toEqual([]);
    await sorter.close();
  });

  it('writes what only this user may read, and takes it away', async () => {
    const sorter = sortOnDisk(byEventTime, 1);
    await sorter.add([{ time: 't', id: 'a', text: '{}' }]);
    const [folder = ''] = foldersOf();
    const path = join(tmpdir(), folder);
    expect([statSync(path).mode & 0o777, statSync(join(path, '0')).mode & 0o777]).toEqual([0o700, 0o600]);
    await sorter.close();
    expect(existsSync(path)).toBe(false);
  });
});
