import type { Sighting } from './first-sighting.ts';
import type { LogSpans } from './log-spans.ts';
import type { NotedEvent } from './window.ts';

/** What is kept of a count or a sequence. */
export interface KeptWindow {
  /** As `windowKeyOf` makes it. */
  readonly key: string;
  /** When nothing of it is needed any more: ISO 8601. */
  readonly until: string;
  /** Oldest first. */
  readonly rows: readonly NotedEvent[];
  /** Times of the events that met the window anew, oldest first. */
  readonly metAt: readonly string[];
}

/** What is kept of a first-seen key. */
export interface KeptSightings {
  readonly key: string;
  /** When the key is unseen again: ISO 8601. */
  readonly until: string;
  /** Oldest first, one a day. */
  readonly sightings: readonly Sighting[];
}

/** A history as plain data: what a log has taught. */
export interface HistoryState {
  /** What has been read of each account. */
  readonly spans: LogSpans;
  /** Rules that were asked about all of it. */
  readonly ruleIds: ReadonlySet<string>;
  readonly windows: readonly KeptWindow[];
  readonly sightings: readonly KeptSightings[];
}

export const emptyState: HistoryState = {
  spans: new Map(),
  ruleIds: new Set(),
  windows: [],
  sightings: [],
};

/** Whether it names events that were the first of their key: they are answered so again. */
export const namesNewEvents = ({ sightings }: Pick<HistoryState, 'sightings'>): boolean =>
  sightings.some((kept) => kept.sightings.some(({ met }) => met.length > 0));
