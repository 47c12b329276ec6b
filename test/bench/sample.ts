import { readFileSync } from 'node:fs';
import type { JsonObject } from '../../shared/events/json.ts';

const file = new URL('../../functions/cli/demo/cloudtrail-sample.jsonl', import.meta.url);

/** The records of the bundled sample. */
export const sampleRecords = (): readonly JsonObject[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as JsonObject);
