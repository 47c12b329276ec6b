import type { EventHistory, HistoryRequest } from '../../history/event-history.ts';
import { daysAfter } from '../../history/first-sighting.ts';
import { emptyState, type HistoryState } from '../../history/history-state.ts';
import type { HistoryAnswer } from '../../history/window.ts';
import { notedEventOf, windowKeyOf } from '../../history/window-key.ts';
import { KeptSightings } from './kept-sightings.ts';
import { KeptWindow } from './kept-window.ts';

/** Keys are looked through for old ones each time so many events were noted. */
const sweepEvery = 10_000;

/** A history that also takes in what it need not answer, and can be kept. */
export interface MemoryHistory extends EventHistory {
  /** Takes in what was seen, and tells nothing of it. */
  remember(request: HistoryRequest): void;
  /** What has been learnt; spans are the caller's to know. */
  state(): Omit<HistoryState, 'spans' | 'ruleIds'>;
}

export interface MemoryHistoryOptions {
  /** When the history of a rule in an account begins, ISO 8601; left out, it begins with each account's earliest event. */
  readonly since?: string | ((accountId: string, ruleId: string) => string | undefined);
  /** How many days late an event may come and still be told right, beyond its window. Default 1; 0 for events that come in order. */
  readonly lateDays?: number;
  /** What was learnt before. */
  readonly before?: Pick<HistoryState, 'windows' | 'sightings'>;
}

/** Things by key, of which the old ones are forgotten. */
const keptByKey = <T extends { until: string }>(entries: Iterable<[string, T]>, make: () => T) => {
  const kept = new Map(entries);
  return {
    /** The one of a key, kept until a time at least. */
    of(key: string, until: string): T {
      const one = kept.get(key) ?? make();
      if (one.until < until) one.until = until;
      kept.set(key, one);
      return one;
    },
    forgetBefore(time: string): void {
      for (const [key, { until }] of kept) if (until < time) kept.delete(key);
    },
    entries: () => [...kept],
  };
};

const earlier = (a: string | undefined, b: string): string => (a !== undefined && a < b ? a : b);

/** Twice the window: one that holds the event may reach as far to either side. */
const spanDays = ({ need }: HistoryRequest): number =>
  need.kind === 'first-seen' ? need.days + 1 : (2 * need.withinMinutes) / 1440;

/**
 * Keeps history in the memory of the process: for `scan` and for tests. What is older than its window, and some days for what comes late,
 * before the newest event is forgotten, so that memory grows with the keys of a window and not with the log.
 */
export const memoryEventHistory = ({
  since,
  lateDays = 1,
  before = emptyState,
}: MemoryHistoryOptions = {}): MemoryHistory => {
  const windows = keptByKey(
    before.windows.map(({ key, ...kept }) => [key, new KeptWindow(kept)]),
    () => new KeptWindow(),
  );
  const sightings = keptByKey(
    before.sightings.map(({ key, ...kept }) => [key, new KeptSightings(kept)]),
    () => new KeptSightings(),
  );
  const begun = new Map<string, string>();
  let newest = '';
  let notes = 0;

  const sinceOf = ({ accountId, ruleId, event }: HistoryRequest): string =>
    (typeof since === 'function' ? since(accountId, ruleId) : since) ?? begun.get(accountId) ?? event.time;

  const oldestFor = (request: HistoryRequest): string => daysAfter(newest, -lateDays - spanDays(request));

  const met = (request: HistoryRequest) => {
    const { accountId } = request;
    const event = notedEventOf(request);
    if (event.time > newest) newest = event.time;
    begun.set(accountId, earlier(begun.get(accountId), event.time));
    if (++notes % sweepEvery === 0) for (const kept of [windows, sightings]) kept.forgetBefore(newest);
    return {
      event,
      key: windowKeyOf(request),
      until: daysAfter(event.time, lateDays + spanDays(request)),
    };
  };

  const note = (request: HistoryRequest): HistoryAnswer => {
    const { need } = request;
    const { event, key, until } = met(request);
    return need.kind === 'first-seen'
      ? sightings.of(key, until).note(need.days, event, sinceOf(request), lateDays)
      : windows.of(key, until).note(need, event, oldestFor(request));
  };

  return {
    note: async (request) => note(request),
    remember(request) {
      const { need } = request;
      const { event, key, until } = met(request);
      if (need.kind === 'first-seen') sightings.of(key, until).remember(need.days, event, lateDays);
      else windows.of(key, until).remember(event, oldestFor(request));
    },
    state: () => ({
      windows: windows.entries().map(([key, window]) => ({ key, ...window.state() })),
      sightings: sightings.entries().map(([key, days]) => ({ key, ...days.state() })),
    }),
  };
};
