/**
 * What a rule must know beyond the event. Rules are synchronous and pure, so they declare what they need and the caller
 * fetches it (docs/adr/0002-rules-are-pure.md).
 */
export interface Lookup {
  /** What is asked for, e.g. `managed-policy`; an account reader knows how to answer it. */
  readonly kind: string;
  /** Of which thing, e.g. the policy's ARN. */
  readonly id: string;
}

/** The answer to one look-up. `unavailable` is never read as "no such thing": the rule's result is then inconclusive. */
export type LookupAnswer =
  | { readonly status: 'found'; readonly value: unknown; readonly readAt: string }
  | { readonly status: 'absent'; readonly readAt: string }
  | { readonly status: 'unavailable'; readonly cause: string };

/**
 * What a rule must know of earlier events. `key` names the events that belong together, made from the event at hand.
 */
export type HistoryNeed =
  | { readonly kind: 'first-seen'; readonly key: string; readonly days: number }
  | {
      readonly kind: 'count';
      readonly key: string;
      readonly withinMinutes: number;
      readonly distinct?: string;
      readonly threshold: number;
    }
  | { readonly kind: 'sequence'; readonly keys: readonly string[]; readonly withinMinutes: number };

/** The answer to one need; `unavailable` covers a failed read and a window that is still being learned. */
export type HistoryAnswer =
  | { readonly status: 'met' | 'not-met'; readonly eventIds: readonly string[] }
  | { readonly status: 'unavailable'; readonly cause: string };

/** The answers, in the order in which the rule declared its needs; all of them available. */
export interface Facts {
  readonly lookups: readonly Exclude<LookupAnswer, { status: 'unavailable' }>[];
  readonly history: readonly Exclude<HistoryAnswer, { status: 'unavailable' }>[];
}

/** How the engine asks for facts it has been given; `unavailable` when nobody fetched them. */
export interface FactSource {
  lookup(need: Lookup): LookupAnswer;
  history(need: HistoryNeed): HistoryAnswer;
}

/** The source of a caller that has neither an account to ask nor a history: it says so. */
export const noFacts: FactSource = {
  lookup: () => ({ status: 'unavailable', cause: 'no account to look it up in' }),
  history: () => ({ status: 'unavailable', cause: 'no event history' }),
};
