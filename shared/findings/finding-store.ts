import type { Severity } from '../rules/severity.ts';
import type { FiledEvent, Finding, Occurrence, Transition, Undoing } from './finding.ts';

/** What recording did. */
export interface Recorded {
  /** As stored now. `alertedVersion < version` says that an alert is pending, from this event or an earlier one. */
  readonly finding: Finding;
  /** The event had been recorded before; nothing was counted. */
  readonly isDuplicate: boolean;
}

/** One page of a listing. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Pass it back to get the next page; absent on the last. */
  readonly next?: string;
}

/** Two writers kept changing the same finding; the event was not recorded and must be delivered again. */
export class FindingContendedError extends Error {
  override readonly name = 'FindingContendedError';
  readonly findingId: string;

  constructor(findingId: string, attempts: number) {
    super(
      `finding ${findingId} was changed by others ${attempts} times in a row; the event will be delivered again`,
    );
    this.findingId = findingId;
  }
}

/**
 * Where findings are kept. Every method may be called again with the same arguments, after a crash at any point of an
 * earlier call, without counting twice or losing anything. Contract: test/contract/finding-store.ts.
 */
export interface FindingStore {
  /**
   * Opens, refreshes or reopens a finding; idempotent by event id and finding.
   *
   * @throws FindingContendedError when other writers were faster too often: deliver the event again
   * @throws FindingIdCollisionError (`finding-id.ts`) when another finding has the same id
   */
  record(occurrence: Occurrence, recordedAt: string): Promise<Recorded>;
  /**
   * Puts a finding right. Undefined when there is no such finding; the event, if it is the latest of its kind, is then remembered
   * for 14 days, so that an older occurrence which arrives later does not open it. An event may both hit a finding and put it
   * right: `record` and `resolve` count it apart.
   *
   * @throws FindingContendedError as `record`
   */
  resolve(undoing: Undoing, recordedAt: string): Promise<Recorded | undefined>;
  /** Marks a version as told; never clears a newer one. */
  markAlerted(accountId: string, findingId: string, version: number): Promise<void>;
  get(accountId: string, findingId: string): Promise<Finding | undefined>;
  /** Events filed under a finding, oldest first by event time. */
  events(accountId: string, findingId: string): Promise<readonly FiledEvent[]>;
  /** Changes of a finding, by version. */
  transitions(accountId: string, findingId: string): Promise<readonly Transition[]>;
  /** Changes whose event time fell into a month, `YYYY-MM` in UTC, of all accounts; oldest first. */
  transitionsIn(month: string): AsyncIterable<Transition>;
  /** Open findings of an account, worst first, then newest first. */
  openFindings(
    accountId: string,
    query?: { readonly minSeverity?: Severity; readonly limit?: number; readonly after?: string },
  ): Promise<Page<Finding>>;
  /** Every open finding of an account, in no order; reads each once. One that changes meanwhile may be met as it was, or twice, or not at all. */
  everyOpen(accountId: string): AsyncIterable<Finding>;
  /** Findings whose alert is pending and that were last written before `before` (ISO 8601), oldest first, of all accounts. */
  pendingAlerts(before: string): AsyncIterable<Finding>;
}
