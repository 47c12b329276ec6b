import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseRecord } from '../../../shared/events/parse-event.ts';
import { generate, type Plan } from './generator/generate.ts';
import { randomFrom } from './generator/random.ts';
import { week } from './plans.ts';

const plan: Plan = { ...week, days: 2, records: 1200 };
const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

describe('the generator', () => {
  const records = generate(plan);

  it('gives the same for the same plan', () => {
    expect(digest(generate(plan))).toBe(digest(records));
  });

  it('gives as many as were asked for, in the order of time, each with an id of its own', () => {
    expect(records).toHaveLength(plan.records);
    expect(records.map(({ at }) => at)).toEqual(records.map(({ at }) => at).toSorted((a, b) => a - b));
    expect(new Set(records.map(({ record }) => record.eventID)).size).toBe(plan.records);
  });

  it('tells the same stories, however much goes on besides', () => {
    const told = (all: typeof records) =>
      all.filter(({ story }) => story !== 'machines').map(({ record }) => record.eventID);
    expect(told(generate({ ...plan, records: 1500 }))).toEqual(told(records));
  });

  it('has attacks where they are asked for', () => {
    const attacks = (attacked: boolean) =>
      generate({ ...week, attacked }).filter(({ label }) => label === 'attack').length;
    expect(attacks(false)).toBe(0);
    expect(attacks(true)).toBeGreaterThan(20);
  });

  it('gives records that can be read', () => {
    const faults = records.flatMap(({ record }) => {
      const { time, accountId, actor } = parseRecord(record, { receivedAt: '2026-07-01T00:00:00Z' });
      const isWhole = /^2026-/.test(time) && /^\d{12}$/.test(accountId) && actor.key !== '';
      return isWhole ? [] : [record];
    });
    expect(faults).toEqual([]);
  });

  it('says when the stories alone are more than was asked for', () => {
    expect(() => generate({ ...plan, records: 10 })).toThrow(
      /stories alone are \d+ records, and 10 were asked/,
    );
  });
});

it('draws evenly enough', () => {
  const random = randomFrom(7);
  const drawn = Array.from({ length: 6000 }, () => random.whole(1, 6));
  const counts = [1, 2, 3, 4, 5, 6].map((face) => drawn.filter((one) => one === face).length);
  expect(Math.min(...counts)).toBeGreaterThan(900);
  expect(Math.max(...counts)).toBeLessThan(1100);
});
