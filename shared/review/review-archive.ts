import type { CollectionStore } from '../account/account-collector.ts';
import type { Collection } from '../account/collected.ts';

/** A run of the nightly review of one account. */
export interface ArchivedRun {
  /** 12 digits. */
  readonly accountId: string;
  /** The same when a run is tried again. */
  readonly runId: string;
  /** When the run began, epoch milliseconds; its date in UTC is the night. */
  readonly at: number;
}

/** Where nightly reviews keep what they read and what they found. */
export interface ReviewArchive {
  /** What a run has read so far; a run that was cut off finds it again. */
  collectionOf(run: ArchivedRun): CollectionStore;
  /** The newest snapshot of an account; undefined before its first review. */
  latest(accountId: string): Promise<Collection | undefined>;
  /** Keeps what was read as the snapshot of the night, and as the newest one. */
  saveSnapshot(run: ArchivedRun, collection: Collection): Promise<void>;
  /** Keeps the verdicts of the night, one JSON text each. */
  saveVerdicts(run: ArchivedRun, lines: Iterable<string>): Promise<void>;
}
