import type { Outcome } from '../events/iam-event.ts';
import type { FindingActor, Occurrence, Undoing } from '../findings/finding.ts';
import type { LogSpans } from '../history/log-spans.ts';
import type { NotedUse } from '../inventory/daily-use.ts';
import type { AccessChange } from '../rules/change/access-change.ts';
import type { RuleKind } from '../rules/define-rule.ts';
import type { Inconclusive } from '../rules/run-rules.ts';
import type { Severity } from '../rules/severity.ts';

/** One match as `scan --format jsonl` prints it. Fields may be added, never renamed. Values are attacker-controlled. */
export interface ScanMatch {
  readonly ruleId: string;
  readonly kind: RuleKind;
  readonly severity: Severity;
  /** One English sentence. */
  readonly message: string;
  readonly title: string;
  readonly findingId: string;
  readonly eventId: string;
  readonly eventName: string;
  readonly eventSource: string;
  /** ISO 8601, UTC. */
  readonly eventTime: string;
  readonly outcome: Outcome;
  readonly errorCode: string | null;
  readonly accountId: string;
  readonly region: string;
  readonly actor: FindingActor;
  readonly resource: string;
  readonly sourceIp: string | null;
  readonly userAgent: string | null;
  /** What the event changed about access; absent when it changed nothing of the kind, or nothing worth telling at once was found. */
  readonly change?: AccessChange;
}

/** Something that could not be checked. */
export interface ScanProblem {
  readonly position: string;
  readonly cause: string;
}

/** Every record is counted once: `records` is the sum of the others. */
export interface ScanCounts {
  readonly records: number;
  readonly unparsable: number;
  /** Before `--since`. */
  readonly tooOld: number;
  /** No rule asks for such a call. */
  readonly outOfScope: number;
  readonly noMatch: number;
  /** At least one finding came of it. */
  readonly matched: number;
}

export const noCounts: ScanCounts = {
  records: 0,
  unparsable: 0,
  tooOld: 0,
  outOfScope: 0,
  noMatch: 0,
  matched: 0,
};

/** The sums of two counts. */
export const addCounts = (a: ScanCounts, b: ScanCounts): ScanCounts => ({
  records: a.records + b.records,
  unparsable: a.unparsable + b.unparsable,
  tooOld: a.tooOld + b.tooOld,
  outOfScope: a.outOfScope + b.outOfScope,
  noMatch: a.noMatch + b.noMatch,
  matched: a.matched + b.matched,
});

/** Why a rule could not be decided. `no-facts`: it asks about the account, and the scan has no facts of any. */
export type UndecidedCause = Inconclusive['because'] | 'no-facts';

/** How often a rule could not be decided, by rule id and cause. */
export type UndecidedCounts = Readonly<Record<string, Readonly<Partial<Record<UndecidedCause, number>>>>>;

/** Counts what could not be decided. */
export const countUndecided = () => {
  const counts: Record<string, Partial<Record<UndecidedCause, number>>> = {};
  const add = (ruleId: string, because: UndecidedCause, times: number): void => {
    const ofRule = counts[ruleId] ?? {};
    counts[ruleId] = { ...ofRule, [because]: (ofRule[because] ?? 0) + times };
  };
  return {
    add,
    addAll(more: UndecidedCounts): void {
      for (const [ruleId, causes] of Object.entries(more))
        for (const [because, times] of Object.entries(causes)) add(ruleId, because as UndecidedCause, times);
    },
    counts: (): UndecidedCounts => counts,
  };
};

/**
 * An event that some rules can decide only together with others, in the order of their times: `scanInOrder` reads it. Text, since it is
 * sorted, and put on disk when there are many of them.
 */
export interface DeferredEvent {
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly id: string;
  /** JSON without line breaks. */
  readonly text: string;
}

/** What records gave. */
export interface ScanFindings {
  readonly counts: ScanCounts;
  readonly matches: readonly ScanMatch[];
  readonly occurrences: readonly Occurrence[];
  readonly undoings: readonly Undoing[];
  /** What rules of kind inventory record, where they are run. */
  readonly uses: readonly NotedUse[];
  readonly problems: readonly ScanProblem[];
  readonly undecided: UndecidedCounts;
}

/** What a batch of records gave. Plain data, so that it can cross from a worker thread. */
export interface ScanResult extends ScanFindings {
  readonly deferred: readonly DeferredEvent[];
  readonly spans: LogSpans;
}
