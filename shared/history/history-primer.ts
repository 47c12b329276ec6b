import type { HistoryState } from './history-state.ts';

/** What priming did. */
export interface PrimedTotals {
  /** Days on which a key is now known to have been seen, or to have been seen earlier. */
  readonly written: number;
  /** Accounts whose history begins where it did: days are missing between the log and what was known. */
  readonly apart: readonly string[];
}

/** Puts what a log has taught into a history that others use. */
export interface HistoryPrimer {
  /** Safe to repeat. */
  prime(state: HistoryState): Promise<PrimedTotals>;
}
