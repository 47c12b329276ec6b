import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScanMatch } from '../../../shared/app/scan-result.ts';
import { attackCounts, findingsByDay, labelsOf, median, ordinaryMatches } from './count.ts';
import { generate } from './generator/generate.ts';
import { week, weeksBefore } from './plans.ts';
import { prime, scan } from './scan.ts';
import { settingsText } from './settings.ts';
import { writeLogs } from './write-logs.ts';

// What npm run bench:noise measures of 100,000 records, on a sample of it: the claim of docs/noise.md.
const handful = 5;

const records = generate(week);
const days = [...new Set(records.map(({ at }) => new Date(at).toISOString().slice(0, 10)))];

describe('a week of ordinary work with some attacks in it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trailwarden-noise-test-'));
  const at = (name: string): string => join(folder, name);
  let matches: readonly ScanMatch[];

  beforeAll(() => {
    writeLogs(at('week'), records);
    writeLogs(at('before'), generate(weeksBefore));
    writeFileSync(at('trailwarden.yaml'), settingsText);
    prime(at('before'), at('usual.jsonl'), at('trailwarden.yaml'));
    matches = scan([at('week')], { settings: at('trailwarden.yaml'), history: at('usual.jsonl') });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is what was planned', () => {
    expect([records.length, days.length]).toEqual([week.records, week.days]);
  });

  it('gives a handful of medium findings and above a day', () => {
    const counts = findingsByDay(days, ordinaryMatches(labelsOf(records), matches, 'medium'));
    const seen = counts.map((day) => day.seen);
    expect(Math.max(...seen)).toBeLessThanOrEqual(handful);
    expect(median(seen)).toBeLessThanOrEqual(2);
  });

  it('leaves no attack untold', () => {
    const attacks = attackCounts(records, matches, 'medium');
    expect(attacks.length).toBeGreaterThanOrEqual(3);
    expect(attacks.filter(({ told }) => told === 0)).toEqual([]);
  });
});
