import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { measuredChild, type Taken } from './measured-child.ts';
import { sampleRecords } from './sample.ts';

const filesToWrite = 120;
const recordsPerFile = 2500;
const runs = 5;

/** Files as a trail writes them: other ids, names and times in every record, so that gzip has real work. */
const writeFiles = (folder: string): number => {
  const sample = sampleRecords();
  let bytes = 0;
  for (let file = 0; file < filesToWrite; file += 1) {
    const records = Array.from({ length: recordsPerFile }, (_, i) => {
      const n = file * recordsPerFile + i;
      const record = sample[(n * 7) % 150] ?? {};
      return {
        ...record,
        eventID: crypto.randomUUID(),
        requestID: crypto.randomUUID(),
        eventTime: new Date(1.78e12 + n * 1000).toISOString(),
      };
    });
    const path = join(folder, `111122223333_CloudTrail_us-east-1_${file}.json.gz`);
    writeFileSync(path, gzipSync(JSON.stringify({ Records: records })));
    bytes += statSync(path).size;
  }
  return bytes;
};

const baseline = `
  const { readdirSync, readFileSync } = require('node:fs');
  const { gunzipSync } = require('node:zlib');
  let records = 0;
  for (const name of readdirSync(process.argv[1])) records += JSON.parse(gunzipSync(readFileSync(process.argv[1] + '/' + name))).Records.length;
  console.log(records);`;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const line = (what: string, all: readonly Taken[]): string => {
  const wall = median(all.map(({ wallMillis }) => wallMillis));
  const cpu = median(all.map(({ cpuMillis }) => cpuMillis));
  const memory = median(all.map(({ peakMiB }) => peakMiB));
  return `  ${what.padEnd(32)} ${wall.toFixed(0)} ms, processor ${cpu.toFixed(0)} ms, ${memory.toFixed(0)} MiB`;
};

/** `tw scan` of gzip files, as a whole process, against single-threaded gunzip and JSON.parse of the same files. Target: faster. */
export const benchScan = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'trailwarden-bench-'));
  try {
    const bytes = writeFiles(folder);
    const scans: Taken[] = [];
    const baselines: Taken[] = [];
    for (let run = 0; run < runs; run += 1) {
      baselines.push(await measuredChild(['-e', baseline, folder]));
      scans.push(await measuredChild(['functions/cli/main.ts', 'scan', folder, '--format', 'jsonl']));
    }
    const records = filesToWrite * recordsPerFile;
    const ratio = (of: (one: Taken) => number): string =>
      (median(scans.map(of)) / median(baselines.map(of))).toFixed(2);
    console.log(
      `scan: ${records} records, ${filesToWrite} files, ${(bytes / 2 ** 20).toFixed(1)} MiB gzip; median of ${runs} runs`,
    );
    console.log(line('gunzip + JSON.parse, one thread', baselines));
    console.log(line(`tw scan, ${availableParallelism()} threads`, scans));
    console.log(
      `  = ${ratio(({ wallMillis }) => wallMillis)} × the time, ${ratio(({ cpuMillis }) => cpuMillis)} × the processor`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
};
