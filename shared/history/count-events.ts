import { byTime, millisOf, reachMillis } from './noted-order.ts';
import type { HistoryNeed, KnownHistory, NotedEvent } from './window.ts';

type CountNeed = Extract<HistoryNeed, { kind: 'count' }>;

/** How many events of a window an answer shows: the latest. */
export const shownEvents = 50;

const identityOf = (need: CountNeed, { id, value }: NotedEvent): string =>
  need.distinct === undefined ? id : (value ?? '');

interface Span {
  /** Index of the first event, and of the one after the last. */
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

/** Counts what differs among the events that are in it. */
const bagOf = (need: CountNeed) => {
  const inside = new Map<string, number>();
  return {
    add(event: NotedEvent): void {
      const identity = identityOf(need, event);
      inside.set(identity, (inside.get(identity) ?? 0) + 1);
    },
    remove(event: NotedEvent): void {
      const identity = identityOf(need, event);
      const left = (inside.get(identity) ?? 0) - 1;
      if (left > 0) inside.set(identity, left);
      else inside.delete(identity);
    },
    size: () => inside.size,
  };
};

/** The first of the fullest windows that hold the event; each begins with one of the events. */
const fullestSpan = (need: CountNeed, event: NotedEvent, sorted: readonly NotedEvent[]): Span => {
  const reach = reachMillis(need.withinMinutes);
  const at = millisOf(event);
  const bag = bagOf(need);
  let best: Span = { start: 0, end: 0, count: 0 };
  let end = 0;
  for (const [start, first] of sorted.entries()) {
    const from = millisOf(first);
    if (from > at) break;
    for (let next = sorted[end]; next && millisOf(next) <= from + reach; next = sorted[++end]) bag.add(next);
    if (from + reach >= at && bag.size() > best.count) best = { start, end, count: bag.size() };
    bag.remove(first);
  }
  return best;
};

/**
 * Counts the fullest window of `withinMinutes` that holds the event. What arrived late, or arrives later, counts by its own time.
 *
 * @param noted what is noted under the key, the event included, in any order; each once
 */
export const countEvents = (
  need: CountNeed,
  event: NotedEvent,
  noted: readonly NotedEvent[],
): KnownHistory => {
  const sorted = noted.toSorted(byTime);
  const { start, end, count } = fullestSpan(need, event, sorted);
  return {
    status: count >= need.threshold ? 'met' : 'not-met',
    count,
    events: sorted.slice(Math.max(start, end - shownEvents), end),
  };
};
