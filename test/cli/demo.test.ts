import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleFile } from '../../functions/cli/demo/tell-story.ts';
import { tw } from './tw.ts';

const out = mkdtempSync(join(tmpdir(), 'tw-demo-'));
let run: ReturnType<typeof tw>;

beforeAll(() => {
  run = tw(['demo', '--out', out]);
}, 60_000);

afterAll(() => {
  rmSync(out, { recursive: true });
});

const written = (name: string) => JSON.parse(readFileSync(join(out, name), 'utf8'));
const numbersIn = (text: string): readonly number[] => (text.match(/\d+/g) ?? []).map(Number);

/** What `npm start` does. */
describe('tw demo', () => {
  it('runs to its end and says nothing of faults', () => {
    expect([run.code, run.err]).toEqual([0, '']);
  });

  it('tells counts that add up and that are those of its files', () => {
    const [, findings = '', severities = '', alerts = '', events = '', parts = ''] =
      /(\d+) findings \((.*)\) and (\d+) alerts from (\d+) events = (.*?)\. [\d.]+ s\./.exec(run.out) ?? [];
    const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
    expect(sum(numbersIn(severities))).toBe(Number(findings));
    expect(sum(numbersIn(parts))).toBe(Number(events));
    expect(written('findings.json')).toHaveLength(Number(findings));
    expect(written('slack-cards.json')).toHaveLength(Number(alerts));
    const records = readFileSync(sampleFile, 'utf8').trim().split('\n').length;
    expect(Number(events)).toBe(records);
  });

  it('tells the story: the thief is seen, and what was put right is told to be', () => {
    for (const line of [
      /CRITICAL +bob created user svc-backup and within 1 min made it an administrator/,
      /RESOLVED +CloudTrail trail stopped/,
      /┃ 🔴 CRITICAL · User created and made an administrator/,
    ])
      expect(run.out).toMatch(line);
  });
});
