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

/** One telling of an attack. */
export interface AttackCount {
  readonly story: string;
  readonly day: string;
  readonly records: number;
  /** Records that something of `least` severity and above was told of. */
  readonly told: number;
}

/** How much of each attack was told: what makes a rule quiet must not make it blind. */
export const attackCounts = (
  records: readonly Labelled[],
  matches: readonly ScanMatch[],
  least: Severity,
): readonly AttackCount[] => {
  const matched = new Set(
    matches.filter(({ severity }) => isAtLeast(severity, least)).map(({ eventId }) => eventId),
  );
  const attacks = records.filter(({ label }) => label === 'attack');
  const dayOfRecord = ({ at }: Labelled) => new Date(at).toISOString().slice(0, 10);
  return [...Map.groupBy(attacks, (one) => `${one.story} ${dayOfRecord(one)}`).values()].flatMap((one) =>
    one.slice(0, 1).map((first) => ({
      story: first.story,
      day: dayOfRecord(first),
      records: one.length,
      told: one.filter(({ record }) => matched.has(record.eventID)).length,
    })),
  );
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
  /** Findings that ordinary records gave. */
  readonly wrongFindings: number;
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
      const wrongFindings = new Set(ofRule.filter(isFalse).map(({ findingId }) => findingId)).size;
      return {
        ruleId,
        matched: records.size,
        attack: records.size - wrong,
        wrongFindings,
        ...(example ? { example } : {}),
      };
    })
    .toSorted((a, b) => b.matched - b.attack - (a.matched - a.attack) || a.ruleId.localeCompare(b.ruleId));

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
