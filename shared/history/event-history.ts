import type { HistoryAnswer, HistoryNeed } from './window.ts';

/** A need of one rule for one event. */
export interface HistoryRequest {
  readonly ruleId: string;
  readonly accountId: string;
  readonly need: HistoryNeed;
  /** `time`: ISO 8601, UTC. */
  readonly event: { readonly id: string; readonly time: string };
}

/**
 * Remembers what rules have seen. Idempotent by rule, key and event id: an event that is delivered again changes no answer and is answered as at
 * first. Contract: test/contract/event-history.ts.
 */
export interface EventHistory {
  /** Writes the event down and answers. Never throws: what could not be read or written is `unavailable` with its cause. */
  note(request: HistoryRequest): Promise<HistoryAnswer>;
}

/** For a caller that keeps no history: says so. */
export const noHistory: EventHistory = {
  note: async () => ({ status: 'unavailable', cause: 'no event history' }),
};
