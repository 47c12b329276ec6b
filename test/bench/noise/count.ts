import type { ScanMatch } from '../../../shared/app/scan-result.ts';
import { isAtLeast, type Severity } from '../../../shared/rules/severity.ts';
import type { Labelled } from './generator/record.ts';

/** What is true of a record, and of which story it is. */
export type Labels = ReadonlyMap<string, Pick<Labelled, 'label' | 'story'>>;

export const labelsOf = (records: readonly Labelled[]): Labels =>
  new Map(records.map(({ record, label, story }) => [record.eventID, { label, story }]));

const dayOf = ({ eventTime }: ScanMatch): string => eventTime.slice(0, 10);

const isOrdinary = (labels: Labels, { eventId }: ScanMatch): boolean =>
  labels.get(eventId)?.label === 'ordinary';

/** Findings of one day: the same finding counts once a day, whatever number of events it is of. */
export interface DayCount {
  readonly day: string;
  /** All that were seen this day. */
  readonly seen: number;
  /** Those that were not seen on an earlier day. */
  readonly first: number;
}

/** Findings of a severity, or of it and above, by the day; days without any are there as well. */
export const findingsByDay = (
  days: readonly string[],
  matches: readonly ScanMatch[],
): readonly DayCount[] => {
  const known = new Set<string>();
  const byDay = Map.groupBy(matches, dayOf);
  return days.map((day) => {
    const ids = new Set((byDay.get(day) ?? []).map(({ findingId }) => findingId));
    const first = [...ids].filter((id) => !known.has(id)).length;
    for (const id of ids) known.add(id);
    return { day, seen: ids.size, first };
  });
};

/** Matches on ordinary records at `least` and above. */
export const ordinaryMatches = (
  labels: Labels,
  matches: readonly ScanMatch[],
  least: Severity,
): readonly ScanMatch[] =>
  matches.filter((match) => isAtLeast(match.severity, least) && isOrdinary(labels, match));

/** How often a rule is right. */
export interface Precision {
  readonly ruleId: string;
  /** Matched records. */
  readonly matched: number;
  /** Those of them that are an attacker's. */
  readonly attack: number;
  /** One match of an ordinary record. */
  readonly example?: ScanMatch;
}

/** Matched records of each rule, and how many of them are attacks; the worst rule first. */
export const precisionByRule = (
  labels: Labels,
  matches: readonly ScanMatch[],
  least: Severity,
): readonly Precision[] =>
  [
    ...Map.groupBy(
      matches.filter(({ severity }) => isAtLeast(severity, least)),
      ({ ruleId }) => ruleId,
    ),
  ]
    .map(([ruleId, ofRule]) => {
      const isFalse = (match: ScanMatch) => isOrdinary(labels, match);
      const example = ofRule.find(isFalse);
      const records = new Map(ofRule.map((match) => [match.eventId, match]));
      const wrong = [...records.values()].filter(isFalse).length;
      return { ruleId, matched: records.size, attack: records.size - wrong, ...(example ? { example } : {}) };
    })
    .toSorted((a, b) => b.matched - b.attack - (a.matched - a.attack) || a.ruleId.localeCompare(b.ruleId));

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
