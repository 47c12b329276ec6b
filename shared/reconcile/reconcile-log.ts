import type { Hour } from './hours.ts';

/** How far an hour has been compared, for a run that was interrupted. */
export interface HourProgress {
  readonly hour: Hour;
  /** `next` of the last page that was done. */
  readonly after: string;
  readonly tally: HourTally;
}

/** What was found in an hour. */
export interface HourTally {
  /** Records that CloudTrail showed. */
  readonly recorded: number;
  /** Those of them that should have been processed. */
  readonly expected: number;
  /** Those of these that had not been. */
  readonly missed: number;
  /** Records that could not be read. */
  readonly unreadable: number;
}

/** Where a Region stands. */
export interface Checkpoint {
  /** The first hour that is not done. */
  readonly next: Hour;
  readonly progress?: HourProgress;
}

/** A checkpoint as stored. */
export interface StoredCheckpoint extends Checkpoint {
  /** Raised by each change. */
  readonly revision: number;
}

/** An event that CloudTrail recorded and that had not been processed. */
export interface Gap {
  readonly region: string;
  readonly eventId: string;
  /** ISO 8601. */
  readonly time: string;
  /** `service:EventName`. */
  readonly action: string;
  /** When it was found, ISO 8601. */
  readonly foundAt: string;
}

/** What came of an hour: compared, or given up with its cause. */
export type HourResult = {
  readonly region: string;
  readonly hour: Hour;
  /** When it was done, ISO 8601. */
  readonly at: string;
} & (
  | { readonly status: 'compared'; readonly with: string; readonly tally: HourTally }
  | { readonly status: 'not-compared'; readonly cause: string }
);

/**
 * What reconciliation has done, of one account. Gaps and results are evidence of how complete the findings are, and are kept like these.
 * Contract: test/contract/reconcile-log.ts.
 */
export interface ReconcileLog {
  checkpoint(region: string): Promise<StoredCheckpoint | undefined>;
  /**
   * Saves where a Region stands.
   *
   * @param before as it was read; undefined when there was none
   * @returns as stored; undefined when somebody else has saved since
   */
  save(
    region: string,
    checkpoint: Checkpoint,
    before: StoredCheckpoint | undefined,
  ): Promise<StoredCheckpoint | undefined>;
  /** Notes a gap; once for each event, however often. The first note stays. */
  noteGap(gap: Gap): Promise<void>;
  noteHour(result: HourResult): Promise<void>;
  /** Gaps whose events fell into a month, `YYYY-MM` in UTC, oldest first. */
  gaps(region: string, month: string): Promise<readonly Gap[]>;
  /** Hours of a month that are done, oldest first. */
  hours(region: string, month: string): Promise<readonly HourResult[]>;
}
