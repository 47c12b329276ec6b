import { describe, expect, it } from 'vitest';
import type { ScanMatch } from '../../../shared/app/scan-result.ts';
import { attackCounts, findingsByDay, labelsOf, median, ordinaryMatches, precisionByRule } from './count.ts';
import type { Labelled } from './generator/record.ts';

const record = (eventID: string, label: Labelled['label'], day = 1): Labelled => ({
  at: Date.UTC(2026, 5, day),
  label,
  story: label === 'attack' ? 'theft' : 'work',
  record: { eventID },
});
const match = (eventId: string, over: Partial<ScanMatch> = {}): ScanMatch =>
  ({
    ruleId: 'a',
    severity: 'medium',
    findingId: 'F-1',
    eventId,
    eventTime: '2026-06-01T00:00:00Z',
    ...over,
  }) as ScanMatch;

const records = [
  record('1', 'ordinary'),
  record('2', 'attack'),
  record('3', 'ordinary'),
  record('4', 'attack', 2),
];
const labels = labelsOf(records);

describe('findings a day', () => {
  const days = ['2026-06-01', '2026-06-02', '2026-06-03'];
  const later = { eventTime: '2026-06-02T00:00:00Z' };

  it.each<[string, readonly ScanMatch[], readonly (readonly [seen: number, first: number])[]]>([
    [
      'without any',
      [],
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'one of two events',
      [match('1'), match('3')],
      [
        [1, 1],
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'two',
      [match('1'), match('3', { findingId: 'F-2' })],
      [
        [2, 2],
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'one again the next day',
      [match('1'), match('3', later)],
      [
        [1, 1],
        [1, 0],
        [0, 0],
      ],
    ],
  ])('%s', (_, matches, expected) => {
    expect(findingsByDay(days, matches).map(({ seen, first }) => [seen, first])).toEqual(expected);
  });
});

it('leaves attacks and what is less severe out of the ordinary', () => {
  const matches = [match('1'), match('2'), match('3', { severity: 'low' })];
  expect(ordinaryMatches(labels, matches, 'medium').map(({ eventId }) => eventId)).toEqual(['1']);
});

it('counts a record once for each rule, and the worst rule first', () => {
  const matches = [
    match('2'),
    match('1', { ruleId: 'b' }),
    match('1', { ruleId: 'b', findingId: 'F-2' }),
    match('3', { ruleId: 'b' }),
    match('2', { ruleId: 'b' }),
    match('3', { ruleId: 'c', severity: 'low' }),
  ];
  const counted = precisionByRule(labels, matches, 'medium');
  expect(
    counted.map(({ ruleId, matched, attack, wrongFindings }) => [ruleId, matched, attack, wrongFindings]),
  ).toEqual([
    ['b', 3, 1, 2],
    ['a', 1, 1, 0],
  ]);
  expect(counted.map(({ example }) => example?.eventId)).toEqual(['1', undefined]);
});

it('tells attacks of which nothing was told', () => {
  expect(attackCounts(records, [match('2'), match('4', { severity: 'low' })], 'medium')).toEqual([
    { story: 'theft', day: '2026-06-01', records: 1, told: 1 },
    { story: 'theft', day: '2026-06-02', records: 1, told: 0 },
  ]);
});

it.each([
  [[], 0],
  [[3, 1, 2], 2],
  [[1, 9], 9],
])('the median of %j is %i', (values, expected) => {
  expect(median(values)).toBe(expected);
});
