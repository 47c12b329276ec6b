import type { EventHistory, HistoryRequest } from '../../history/event-history.ts';
import { emptyState, type HistoryState } from '../../history/history-state.ts';
import { notedEventOf, windowKeyOf } from '../../history/window-key.ts';
import { OrderedSightings } from './ordered-sightings.ts';
import { OrderedWindow } from './ordered-window.ts';

/** Keys are looked through for old ones each time so many events were noted. */
const sweepEvery = 10_000;

/** A history of events that come in the order of their times. */
export interface OrderedHistory extends EventHistory {
  /** Takes in what was seen, and tells nothing of it. */
  remember(request: HistoryRequest): void;
  /** What has been learnt; spans are the caller's to know. */
  state(): Omit<HistoryState, 'spans'>;
}

/** Things by key, of which the old ones are forgotten. */
const keptByKey = <T extends { readonly until: string }>(entries: Iterable<[string, T]>, make: () => T) => {
  const kept = new Map(entries);
  return {
    of(key: string): T {
      const one = kept.get(key) ?? make();
      kept.set(key, one);
      return one;
    },
    forgetBefore(time: string): void {
      for (const [key, { until }] of kept) if (until < time) kept.delete(key);
    },
    entries: () => [...kept],
  };
};

/**
 * Keeps history in memory for logs that are read again: events come oldest first, each once. What is out of its window is forgotten at once, so
 * that memory grows with the keys of a window and not with the log. Answers are those of `memoryEventHistory`.
 *
 * @param since when the history of an account begins, ISO 8601
 * @param before what was learnt from an earlier log
 */
export const orderedEventHistory = (
  since: (accountId: string) => string | undefined,
  before: Omit<HistoryState, 'spans'> = emptyState,
): OrderedHistory => {
  const windows = keptByKey(
    before.windows.map(({ key, ...kept }) => [key, new OrderedWindow(kept)]),
    () => new OrderedWindow(),
  );
  const sightings = keptByKey(
    before.sightings.map(({ key, ...kept }) => [key, new OrderedSightings(kept)]),
    () => new OrderedSightings(),
  );
  let notes = 0;
  const sweep = (now: string): void => {
    if (++notes % sweepEvery !== 0) return;
    windows.forgetBefore(now);
    sightings.forgetBefore(now);
  };
  return {
    async note(request) {
      const { need, event, accountId } = request;
      sweep(event.time);
      const key = windowKeyOf(request);
      return need.kind === 'first-seen'
        ? sightings.of(key).note(need.days, event, since(accountId) ?? event.time)
        : windows.of(key).note(need, notedEventOf(request));
    },
    remember(request) {
      const { need, event } = request;
      sweep(event.time);
      const key = windowKeyOf(request);
      if (need.kind === 'first-seen') sightings.of(key).remember(need.days, event);
      else windows.of(key).remember(need, notedEventOf(request));
    },
    state: () => ({
      windows: windows.entries().map(([key, window]) => ({ key, ...window.state() })),
      sightings: sightings.entries().map(([key, days]) => ({ key, ...days.state() })),
    }),
  };
};
