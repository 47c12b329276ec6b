import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip, gunzipSync } from 'node:zlib';
import { parseJson, type Unwrapped, unwrap } from '../../events/unwrap.ts';
import { recordsOfHugeJson } from './huge-json.ts';

/** Limits that keep a hostile or broken file from taking the memory or the day. Bytes, decompressed. */
export interface ReadLimits {
  /** Up to this size a file is read whole, which is fastest. CloudTrail's own files stay far below. */
  readonly whole: number;
  /** Reading of what is compressed stops here, and says so. A gzip file of 1 MB can hold 1 GB. */
  readonly total: number;
  /** The longest line of JSONL; CloudTrail's largest record is 256 KB (1 MB on EventBridge). */
  readonly line: number;
}

export const defaultReadLimits: ReadLimits = { whole: 64 * 2 ** 20, total: 4 * 2 ** 30, line: 16 * 2 ** 20 };

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const unreadable = (position: string, cause: string): Unwrapped => ({ kind: 'unreadable', position, cause });

const atLine = (found: Unwrapped, line: number): Unwrapped => ({
  ...found,
  position: found.position === '' ? `line ${line}` : `line ${line}: ${found.position}`,
});

function* unwrapLine(text: string, line: number): Generator<Unwrapped> {
  if (text.trim() === '') return;
  for (const found of unwrap(text)) yield atLine(found, line);
}

function* unwrapAllLines(text: string, whyNotWhole: string): Generator<Unwrapped> {
  const lines = text.split('\n');
  const first = lines.find((line) => line.trim() !== '');
  // Cut-off JSON is reported once with its own cause, not once for each of its lines.
  if (first === undefined) return;
  if ('cause' in parseJson(first)) yield unreadable('', whyNotWhole);
  else for (const [i, line] of lines.entries()) yield* unwrapLine(line, i + 1);
}

/** Text that was read whole: one JSON document, or JSON lines. */
export const unwrapWhole = (text: string): Generator<Unwrapped> => {
  const whole = parseJson(text);
  return 'value' in whole ? unwrap(whole.value) : unwrapAllLines(text, whole.cause);
};

/** Lines of a stream, with their length capped: a line that is too long is given as undefined. */
async function* linesOf(chunks: AsyncIterable<string>, limit: number): AsyncGenerator<string | undefined> {
  let rest = '';
  let isSkipping = false;
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      yield isSkipping || line.length > limit ? undefined : line;
      isSkipping = false;
    }
    if (rest.length > limit) {
      isSkipping = true;
      rest = '';
    }
  }
  if (isSkipping) yield undefined;
  else if (rest !== '') yield rest;
}

async function* unwrapLines(chunks: AsyncIterable<string>, limits: ReadLimits): AsyncGenerator<Unwrapped> {
  let number = 0;
  for await (const line of linesOf(chunks, limits.line)) {
    number += 1;
    if (line === undefined) yield unreadable(`line ${number}`, `longer than ${limits.line} characters`);
    else yield* unwrapLine(line, number);
  }
}

class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

async function* capped(chunks: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) {
      throw new TooLargeError(
        `more than ${limit} bytes when decompressed; the rest was not read. Split the file.`,
      );
    }
    yield chunk;
  }
}

async function* decoded(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** Puts what was read ahead in front of the rest. */
async function* joined(ahead: readonly string[], rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield* ahead;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* unwrapStream(bytes: AsyncIterable<Buffer>, limits: ReadLimits): AsyncGenerator<Unwrapped> {
  const text = decoded(bytes)[Symbol.asyncIterator]();
  const ahead: string[] = [];
  let length = 0;
  let isJsonLines: boolean | undefined;
  for (let next = await text.next(); !next.done; next = await text.next()) {
    ahead.push(next.value);
    length += next.value.length;
    // JSON lines are told by their first line; then nothing needs to be kept.
    if (isJsonLines === undefined && next.value.includes('\n')) {
      const head = ahead.join('').trimStart();
      isJsonLines = 'value' in parseJson(head.slice(0, head.indexOf('\n')));
    }
    if (isJsonLines === true) return yield* unwrapLines(joined(ahead, text), limits);
    if (length > limits.whole) return yield* recordsOfHugeJson(joined(ahead, text));
  }
  yield* unwrapWhole(ahead.join(''));
}

async function* withFirst(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** What is not compressed is read to its end, however long: `tail -f` has none. */
async function* gunzipped(chunks: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Buffer> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const all = withFirst(first.value, iterator);
  if (!isGzip(first.value)) return yield* all;
  const plain = createGunzip();
  // Whoever reads `plain` gets the fault: pipeline destroys it with the error, so the callback has nothing to add.
  pipeline(Readable.from(all), plain, () => undefined);
  yield* capped(plain, limit);
}

/**
 * Records of a stream of CloudTrail logs or JSON lines, plain or gzip, in constant memory but for a single JSON document of up
 * to `limits.whole`. Never throws for what is in the stream: what cannot be read is reported with place and cause.
 */
export async function* readLogStream(
  chunks: AsyncIterable<Buffer>,
  limits: ReadLimits = defaultReadLimits,
): AsyncGenerator<Unwrapped> {
  try {
    yield* unwrapStream(gunzipped(chunks, limits.total), limits);
  } catch (error) {
    yield unreadable('', messageOf(error));
  }
}

/** As `readLogStream`, for a file; small files are read whole. */
export async function* readLogFile(
  path: string,
  limits: ReadLimits = defaultReadLimits,
): AsyncGenerator<Unwrapped> {
  yield* readLogStream(createReadStream(path), limits);
}

const smallestChunk = 16 * 2 ** 10;
const largestChunk = 16 * 2 ** 20;

/** How many bytes a gzip file says it holds: its last four (RFC 1952). A hint, so that they are decompressed in one piece. */
const chunkSizeFor = (gzip: Buffer): number => {
  const said = gzip.length < 18 ? 0 : gzip.readUInt32LE(gzip.length - 4);
  return Math.min(Math.max(said + 1, smallestChunk), largestChunk);
};

/**
 * Records of a file that is small enough to be read whole; undefined when it is larger than `limits.whole` decompressed.
 */
export const readSmallLogFile = async (
  path: string,
  limits: ReadLimits = defaultReadLimits,
): Promise<Iterable<Unwrapped> | undefined> => {
  const bytes = await readFile(path);
  try {
    const plain = isGzip(bytes)
      ? gunzipSync(bytes, { maxOutputLength: limits.whole, chunkSize: chunkSizeFor(bytes) })
      : bytes;
    return plain.length > limits.whole ? undefined : unwrapWhole(plain.toString('utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    return [unreadable('', `no readable gzip: ${messageOf(error)}`)];
  }
};
