import { describe, expect, it } from 'vitest';
import { isBusinessTime, localTimeOf } from '../../shared/rules/business-hours.ts';

describe('the time on the wall', () => {
  it.each([
    ['2026-03-04T05:06:07Z', 'Asia/Seoul', 3, '14:06'],
    ['2026-03-04T15:00:00Z', 'Asia/Seoul', 4, '00:00'],
    ['2026-03-08T23:59:59Z', 'UTC', 7, '23:59'],
    ['2026-03-08T14:59:59.999Z', 'Asia/Seoul', 7, '23:59'],
    // Half an hour of offset, and the hours that summer time leaves out and repeats.
    ['2026-03-04T18:30:00Z', 'Asia/Kolkata', 4, '00:00'],
    ['2026-03-29T00:59:00Z', 'Europe/Berlin', 7, '01:59'],
    ['2026-03-29T01:00:00Z', 'Europe/Berlin', 7, '03:00'],
    ['2026-10-25T00:30:00Z', 'Europe/Berlin', 7, '02:30'],
    ['2026-10-25T01:30:00Z', 'Europe/Berlin', 7, '02:30'],
  ])('%s in %s is day %i, %s', (time, timeZone, day, clock) => {
    expect(localTimeOf(time, timeZone)).toEqual({ day, clock });
  });
});

describe('business time', () => {
  const hours = { timeZone: 'UTC', days: [1, 5], from: '09:00', to: '18:30' };
  it.each([
    [1, '09:00', true],
    [5, '18:29', true],
    [1, '08:59', false],
    [1, '18:30', false],
    [6, '12:00', false],
    [1, '00:00', false],
  ])('day %i at %s: %s', (day, clock, expected) => {
    expect(isBusinessTime({ day, clock }, hours)).toBe(expected);
  });
});
