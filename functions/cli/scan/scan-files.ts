import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { LogFile } from '../../../shared/adapters/files/find-log-files.ts';
import { readLogFile, readLogStream } from '../../../shared/adapters/files/read-log.ts';
import { keepFirstOfDay } from '../../../shared/app/first-of-day.ts';
import type { ScanResult } from '../../../shared/app/scan-result.ts';
import type { Unwrapped } from '../../../shared/events/unwrap.ts';
import scanBatch, { type FileResult, type ScanBatch, type ScanSettings, scanWith } from './scan-batch.ts';

/** What a part of the input gave: a file, or some records of a stream. */
export interface ScannedPart {
  /** File path, or `stdin`. */
  readonly from: string;
  readonly result: ScanResult;
}

// A thread takes about 150 ms to start: not worth it for less.
const bytesWorthThreads = 4 * 2 ** 20;
const bytesPerBatch = 2 * 2 ** 20;
const recordsPerPart = 1000;

/** Scans a stream in parts, so that its memory does not grow. */
export async function* scanStream(
  from: string,
  found: AsyncIterable<Unwrapped>,
  settings: ScanSettings,
): AsyncGenerator<ScannedPart> {
  let part: Unwrapped[] = [];
  const firstOfDay = keepFirstOfDay();
  for await (const one of found) {
    part.push(one);
    if (part.length < recordsPerPart) continue;
    yield { from, result: scanWith(part, from, settings, firstOfDay) };
    part = [];
  }
  if (part.length > 0) yield { from, result: scanWith(part, from, settings, firstOfDay) };
}

/** Scans standard input. */
export const scanInput = (
  input: AsyncIterable<Buffer>,
  settings: ScanSettings,
): AsyncGenerator<ScannedPart> => scanStream('stdin', readLogStream(input), settings);

const batchesOf = (files: readonly LogFile[], settings: ScanSettings): readonly ScanBatch[] => {
  const batches: ScanBatch[] = [];
  let paths: string[] = [];
  let bytes = 0;
  for (const file of files) {
    paths.push(file.path);
    bytes += file.bytes;
    if (bytes < bytesPerBatch) continue;
    batches.push({ paths, settings });
    paths = [];
    bytes = 0;
  }
  return paths.length > 0 ? [...batches, { paths, settings }] : batches;
};

async function* partsOf({ path, result }: FileResult, settings: ScanSettings): AsyncGenerator<ScannedPart> {
  if (result === 'tooLarge') yield* scanStream(path, readLogFile(path), settings);
  else yield { from: path, result };
}

/** Runs batches ahead of the reader, a few at a time, and gives their results in order. */
async function* inOrder(
  batches: readonly ScanBatch[],
  ahead: number,
  run: (batch: ScanBatch) => Promise<readonly FileResult[]>,
): AsyncGenerator<FileResult> {
  const running = batches.slice(0, ahead).map(run);
  for (let next = ahead; running.length > 0; next += 1) {
    const results = await running.shift();
    const batch = batches[next];
    if (batch) running.push(run(batch));
    yield* results ?? [];
  }
}

/**
 * Scans files and gives their results in the order of the files. Large sets are read by worker threads, one a processor.
 */
export async function* scanFiles(
  files: readonly LogFile[],
  settings: ScanSettings,
): AsyncGenerator<ScannedPart> {
  const batches = batchesOf(files, settings);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  if (bytes < bytesWorthThreads) {
    for await (const file of inOrder(batches, 1, scanBatch)) yield* partsOf(file, settings);
    return;
  }
  const threads = availableParallelism();
  const pool = new Piscina<ScanBatch, readonly FileResult[]>({
    filename: new URL('./scan-batch.ts', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    // The records of a file live as long as the file is scanned: with less room, half of a thread's time goes into copying them about.
    resourceLimits: { maxYoungGenerationSizeMb: 96 },
  });
  try {
    const run = (batch: ScanBatch) => pool.run(batch);
    for await (const file of inOrder(batches, threads * 2, run)) yield* partsOf(file, settings);
  } finally {
    await pool.destroy();
  }
}
