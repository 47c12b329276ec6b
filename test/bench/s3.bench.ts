import { measuredChild } from './measured-child.ts';
import { sampleRecords } from './sample.ts';

const amounts = [3_000_000];
const linesPerChunk = 500;

/** Records of routine, a second apart, made as they are read. */
function* jsonLines(amount: number): Generator<string> {
  const texts = sampleRecords()
    .slice(0, 150)
    .map(({ eventID: _, eventTime: __, ...record }) => JSON.stringify(record).slice(1));
  for (let first = 0; first < amount; first += linesPerChunk) {
    let chunk = '';
    for (let n = first; n < Math.min(first + linesPerChunk, amount); n += 1) {
      const eventTime = `${new Date(1.78e12 + n * 1000).toISOString().slice(0, 19)}Z`;
      chunk += `{"eventID":"e${n}","eventTime":"${eventTime}",${texts[(n * 7) % texts.length]}\n`;
    }
    yield chunk;
  }
}

/** Memory of `tw scan -` for a short and a long stream of JSON lines. Target: the same. */
export const benchStream = async (): Promise<void> => {
  console.log('stream: tw scan - of JSON lines');
  for (const amount of amounts) {
    const taken = await measuredChild(
      ['functions/cli/main.ts', 'scan', '-', '--format', 'jsonl'],
      jsonLines(amount),
    );
    console.log(
      `  ${String(amount).padStart(9)} records  at most ${taken.peakMiB.toFixed(0)} MiB, processor ${(taken.cpuMillis / 1000).toFixed(1)} s`,
    );
  }
};
