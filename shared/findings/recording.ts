import type { FiledEvent, Finding, Occurrence, Transition, Undoing } from './finding.ts';
import { applyOccurrence, applyUndoing, type Change, type NewsPolicy, openFinding } from './lifecycle.ts';

/** What one event leaves behind besides the finding: itself, filed, and the transition if it was news. */
export interface Entry {
  readonly event: FiledEvent;
  readonly transition?: Transition;
}

/** A finding after one or more events, and what is to be filed for each. */
export interface Recording {
  readonly finding: Finding;
  readonly entries: readonly Entry[];
}

/** How long events are kept. Cyber Essentials to PCI DSS ask for a year at most; 400 days leave room for the audit. */
export const eventDays = 400;

/** How long an undoing of an unknown finding is remembered: as long as SQS can hold the occurrence back (14 days at most). */
export const undoingDays = 14;

/** ISO 8601 time, some days later. */
export const daysAfter = (time: string, days: number): string =>
  new Date(Date.parse(time) + days * 86_400_000).toISOString();

const filed = (findingId: string, { event, actor, accountId, severity, data }: Occurrence): FiledEvent => ({
  findingId,
  accountId,
  role: 'seen',
  event,
  actor,
  severity,
  data,
});

const entryOf = (event: FiledEvent, { transition }: Pick<Change, 'transition'> = {}): Entry => ({
  event,
  ...(transition === undefined ? {} : { transition }),
});

/** An undoing as it is filed and remembered. */
export const filedUndoing = ({ findingId, accountId, event, actor }: Undoing): FiledEvent => ({
  findingId,
  accountId,
  role: 'undone',
  event,
  actor,
});

/**
 * Makes the finding of its first event.
 *
 * @param remembered the latest undoing that arrived before, if one is remembered
 */
export const recordFirst = (
  occurrence: Occurrence,
  remembered: FiledEvent | undefined,
  recordedAt: string,
  policy?: NewsPolicy,
): Recording => {
  const undone = remembered && { event: remembered.event, actor: remembered.actor };
  const change = openFinding(occurrence, undone, recordedAt, policy);
  const { finding } = change;
  const entries = [entryOf(filed(finding.id, occurrence), change)];
  return { finding, entries: remembered ? [...entries, entryOf(remembered)] : entries };
};

/** Records one more event that hit a finding. */
export const recordNext = (
  before: Finding,
  occurrence: Occurrence,
  recordedAt: string,
  policy?: NewsPolicy,
): Recording => {
  const change = applyOccurrence(before, occurrence, recordedAt, policy);
  return { finding: change.finding, entries: [entryOf(filed(before.id, occurrence), change)] };
};

/** Records an event that put a finding right. */
export const recordUndoing = (
  before: Finding,
  undoing: FiledEvent,
  recordedAt: string,
  policy?: NewsPolicy,
): Recording => {
  const change = applyUndoing(before, undoing, recordedAt, policy);
  return { finding: change.finding, entries: [entryOf(undoing, change)] };
};

/** Names an event under its finding. One event may both hit a finding and put it right: the two count apart. */
export const entryKeyOf = ({ role, event }: Pick<FiledEvent, 'role' | 'event'>): string =>
  `${role}#${event.id}`;

/** Oldest first by event time; the id decides within a second. */
export const byEventTime = (a: FiledEvent, b: FiledEvent): number => {
  const [first, second] = [a, b].map(({ event, role }) => `${event.time}#${event.id}#${role}`) as [
    string,
    string,
  ];
  return first < second ? -1 : Number(first > second);
};
