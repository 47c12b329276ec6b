import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { labelsOf } from './count.ts';
import { generate } from './generator/generate.ts';
import type { Labelled } from './generator/record.ts';
import { month, monthBefore } from './plans.ts';
import { report } from './report.ts';
import { type Knowledge, prime, scan } from './scan.ts';
import { settingsText } from './settings.ts';
import { writeLogs } from './write-logs.ts';

// Logs of an attack simulation. They are too large for the project and are read where they lie, if they are there.
const lab = resolve(import.meta.dirname, '../../../../shared/data/cloudtrail-attack-lab');

const labRecords = (): readonly Labelled[] =>
  !existsSync(lab)
    ? []
    : readdirSync(lab)
        .filter((name) => name.endsWith('.json.gz'))
        .flatMap((name) => JSON.parse(gunzipSync(readFileSync(join(lab, name))).toString()).Records)
        .map((record) => ({
          at: Date.parse(record.eventTime),
          label: 'attack',
          story: 'attack lab',
          record,
        }));

const folder = mkdtempSync(join(tmpdir(), 'trailwarden-noise-'));
const at = (name: string): string => join(folder, name);
try {
  const records = generate(month);
  writeLogs(at('month'), records);
  writeLogs(at('before'), generate(monthBefore));
  writeFileSync(at('trailwarden.yaml'), settingsText);
  const labRead = labRecords();
  const labels = labelsOf([...records, ...labRead]);
  const logs = [at('month'), ...(labRead.length > 0 ? [lab] : [])];
  const days = [...new Set(records.map((one) => new Date(one.at).toISOString().slice(0, 10)))];
  const told = (name: string, known: Knowledge): void => {
    const started = performance.now();
    const matches = scan(logs, known);
    const seconds = (performance.now() - started) / 1000;
    report({ name, records: [...records, ...labRead], labels, matches, days, seconds });
  };
  told('A fresh installation: no settings, no history', {});
  prime(at('before'), at('usual.jsonl'), at('trailwarden.yaml'));
  told('With settings, and a month before as history', {
    settings: at('trailwarden.yaml'),
    history: at('usual.jsonl'),
  });
} finally {
  rmSync(folder, { recursive: true });
}
