import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { linesOf } from './lines-of.ts';

/** Something with an order and a text of one line. */
export interface Line {
  readonly time: string;
  readonly id: string;
  readonly text: string;
}

export type LineOrder = (a: Line, b: Line) => number;

/** Characters that are kept in memory before they are put on disk. */
const charactersInMemory = 48 * 2 ** 20;

function* linesToWrite(items: readonly Line[]): Generator<string> {
  // The key stands in a line of its own, so that merging need not parse the text.
  for (const { time, id, text } of items) yield `${JSON.stringify([time, id])}\n${text}\n`;
}

async function* readRun(path: string): AsyncGenerator<Line> {
  let key: string | undefined;
  for await (const line of linesOf(path)) {
    if (key === undefined) key = line;
    else {
      const [time, id] = JSON.parse(key) as [string, string];
      yield { time, id, text: line };
      key = undefined;
    }
  }
}

async function* eachOf(items: readonly Line[]): AsyncGenerator<Line> {
  yield* items;
}

interface Head {
  item: Line;
  readonly rest: AsyncIterator<Line>;
}

const firstOf = (heads: readonly Head[], order: LineOrder): number => {
  let first = 0;
  for (const [i, { item }] of heads.entries()) if (order(item, heads[first]?.item ?? item) < 0) first = i;
  return first;
};

/** Merges sorted sources; there are few of them, one for each time that the memory was full. */
async function* merged(sources: readonly AsyncIterable<Line>[], order: LineOrder): AsyncGenerator<Line> {
  const heads: Head[] = [];
  for (const source of sources) {
    const rest = source[Symbol.asyncIterator]();
    const next = await rest.next();
    if (!next.done) heads.push({ item: next.value, rest });
  }
  while (heads.length > 0) {
    const at = firstOf(heads, order);
    const head = heads[at] as Head;
    yield head.item;
    const next = await head.rest.next();
    if (next.done) heads.splice(at, 1);
    else head.item = next.value;
  }
}

/**
 * Sorts more than fits into the memory: what is too much waits in files that only this user may read, in a folder of the system's temporary folder
 * (`TMPDIR`), which `close` removes.
 *
 * @param inMemory characters
 */
export const sortOnDisk = (order: LineOrder, inMemory: number = charactersInMemory) => {
  let items: Line[] = [];
  let characters = 0;
  let folder: string | undefined;
  const runs: string[] = [];

  const spill = async (): Promise<void> => {
    folder ??= await mkdtemp(join(tmpdir(), `trailwarden-sort-${process.pid}-`));
    const path = join(folder, String(runs.length));
    await pipeline(Readable.from(linesToWrite(items.sort(order))), createWriteStream(path, { mode: 0o600 }));
    runs.push(path);
    items = [];
    characters = 0;
  };

  return {
    async add(more: readonly Line[]): Promise<void> {
      for (const item of more) {
        items.push(item);
        characters += item.text.length;
      }
      if (characters > inMemory) await spill();
    },
    /** Everything that was added, once. */
    async *inOrder(): AsyncGenerator<Line> {
      items.sort(order);
      if (runs.length === 0) yield* items;
      else yield* merged([...runs.map(readRun), eachOf(items)], order);
    },
    async close(): Promise<void> {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
};
