import {
  answerWindow,
  type GivenAnswer,
  givenAnswer,
  recalledAnswer,
  type WindowNeed,
} from '../../history/answer-window.ts';
import type { EventHistory, HistoryRequest } from '../../history/event-history.ts';
import { dayOf, daysAfter, firstDayOf, judgeFirstSeen, type Sighting } from '../../history/first-sighting.ts';
import { isSame, reachOf } from '../../history/noted-order.ts';
import type { HistoryAnswer, KnownHistory, NotedEvent } from '../../history/window.ts';
import { notedEventOf, windowKeyOf } from '../../history/window-key.ts';

interface Row {
  readonly event: NotedEvent;
  given?: GivenAnswer;
}

interface Kept {
  /** Events of a window, or nothing. */
  rows: Row[];
  /** Days of a first-seen key, oldest first. */
  sightings: Sighting[];
  /** Forgotten when the newest event of all is later: ISO 8601. */
  until: string;
}

/** How late an event may come and still be told right, beyond its window. */
const latenessDays = 1;
/** Keys are looked through for old ones each time so many have been noted. */
const sweepEvery = 10_000;

const isInReach = ({ event }: Row, { from, to }: { from: string; to: string }): boolean =>
  event.time >= from && event.time <= to;

const answerRows = (need: WindowNeed, event: NotedEvent, kept: Kept, newest: string): KnownHistory => {
  const known = kept.rows.find((row) => isSame(row.event, event));
  if (known?.given)
    return recalledAnswer(
      known.given,
      kept.rows.map((row) => row.event),
    );
  const row: Row = { event };
  const oldest = daysAfter(newest, -latenessDays - (2 * need.withinMinutes) / 1440);
  kept.rows = [...kept.rows.filter((one) => one.event.time >= oldest), row];
  const reach = reachOf(event.time, need.withinMinutes);
  const near = kept.rows.filter((one) => isInReach(one, reach));
  const answer = answerWindow(
    need,
    event,
    near.map((one) => one.event),
    near.flatMap((one) => one.given ?? []),
  );
  row.given = givenAnswer(answer);
  return answer;
};

const answerFirstSeen = (days: number, event: NotedEvent, kept: Kept, since: string): HistoryAnswer => {
  const [from, to] = [firstDayOf(event, days), dayOf(event.time)];
  const sightings = kept.sightings.filter(({ day }) => day >= from && day <= to);
  const { answer, keep } = judgeFirstSeen(days, event, sightings, since);
  if (keep)
    kept.sightings = [...kept.sightings.filter(({ day }) => day !== keep.day), keep]
      .sort((a, b) => (a.day < b.day ? -1 : 1))
      .slice(-days - 2 - latenessDays);
  return answer;
};

const spanDays = ({ need }: HistoryRequest): number =>
  latenessDays + (need.kind === 'first-seen' ? need.days + 1 : (2 * need.withinMinutes) / 1440);

const earlier = (a: string | undefined, b: string): string => (a !== undefined && a < b ? a : b);

/**
 * Keeps history in the memory of the process: for `scan` and for tests. What is older than its window, and a day for what comes late,
 * before the newest event is forgotten.
 *
 * @param since when the history of every account begins, ISO 8601; left out, it begins with each account's earliest event
 */
export const memoryEventHistory = ({ since }: { readonly since?: string } = {}): EventHistory => {
  const keys = new Map<string, Kept>();
  const begun = new Map<string, string>();
  let newest = '';
  let notes = 0;

  const sweep = (): void => {
    for (const [key, { until }] of keys) if (until < newest) keys.delete(key);
  };

  const keptOf = (request: HistoryRequest): Kept => {
    const key = windowKeyOf(request);
    const until = daysAfter(request.event.time, spanDays(request));
    const kept = keys.get(key) ?? { rows: [], sightings: [], until };
    if (kept.until < until) kept.until = until;
    keys.set(key, kept);
    return kept;
  };

  const answer = (request: HistoryRequest): HistoryAnswer => {
    const { need, accountId } = request;
    const event = notedEventOf(request);
    if (event.time > newest) newest = event.time;
    begun.set(accountId, earlier(begun.get(accountId), event.time));
    if (++notes % sweepEvery === 0) sweep();
    const kept = keptOf(request);
    if (need.kind !== 'first-seen') return answerRows(need, event, kept, newest);
    return answerFirstSeen(need.days, event, kept, since ?? begun.get(accountId) ?? event.time);
  };

  return { note: async (request) => answer(request) };
};
