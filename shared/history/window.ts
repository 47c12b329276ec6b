/** An event as history keeps it. */
export interface NotedEvent {
  readonly id: string;
  /** ISO 8601, UTC; order is that of event time, never of arrival. */
  readonly time: string;
  /** Counted once in a window that counts distinct values; the step, in a sequence. */
  readonly value?: string;
  /** What a later match wants to say of this event. Attacker-controlled; keep it short. */
  readonly note?: Readonly<Record<string, string>>;
}

/**
 * What a rule must know of other events. A rule declares a need only for events that pass its own filter: each is written down.
 * `key` names what belongs together, made from the event at hand (the actor's key, never a session ARN); rule and account are added by the engine.
 */
export type HistoryNeed =
  /** Was this key unseen in the `days` before the event? */
  (
    | { readonly kind: 'first-seen'; readonly key: string; readonly days: number }
    /** How many events (or distinct `value`s) of this key lie in the fullest window that holds the event? */
    | {
        readonly kind: 'count';
        readonly key: string;
        readonly withinMinutes: number;
        readonly threshold: number;
        readonly distinct?: string;
        readonly note?: NotedEvent['note'];
      }
    /** Did all steps happen in this order, with the event as one of them? The later step may arrive first. */
    | {
        readonly kind: 'sequence';
        readonly key: string;
        readonly steps: readonly string[];
        /** Which of the steps the event is. */
        readonly step: string;
        readonly withinMinutes: number;
        readonly note?: NotedEvent['note'];
      }
  ) & {
    /** The rule can do without: it is run all the same, also while history is learning. */
    readonly optional?: true;
    /**
     * What the event is noted as. Events that are noted as one and the same are answered as the first of them was: for what is so frequent that
     * noting each would fill the window (`sampled`). Not for first-seen needs, which keep a day's first anyway.
     */
    readonly as?: { readonly id: string; readonly time: string };
  };

/** The answer to a need, itself included. */
export type HistoryAnswer =
  /** `events`: for a count the events of the window (at most 50, the latest), for a sequence one for each step; oldest first. */
  | {
      readonly status: 'met' | 'not-met';
      readonly count: number;
      readonly events: readonly NotedEvent[];
      /**
       * Met, as it was for another event less than the window's length away: what is told once is told again after a window's length at most.
       * Of events that are checked at the same moment several may be the first, never none.
       */
      readonly repeats?: true;
    }
  /** Too little has been seen to call anything new. */
  | { readonly status: 'learning'; readonly until: string }
  /** `transient` says that it may be had a little later: throttled, timed out. */
  | { readonly status: 'unavailable'; readonly cause: string; readonly transient?: true };

/** An answer that is one. */
export type KnownHistory = Extract<HistoryAnswer, { status: 'met' | 'not-met' }>;
