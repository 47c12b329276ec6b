import type { ReviewEnd } from '../findings/finding.ts';
import type { MatchData } from '../rules/define-rule.ts';
import type { Severity } from '../rules/severity.ts';

/** A finding as a digest names it. */
export interface DigestItem {
  readonly findingId: string;
  /** The check, or the event rule. */
  readonly ruleId: string;
  readonly severity: Severity;
  readonly resource: string;
  /** English. */
  readonly title: string;
  /** One English sentence, plain text. Attacker-controlled values inside: escape it. */
  readonly sentence: string;
  /** Of what a check says: its message and values, for readers of other languages. Attacker-controlled. */
  readonly said?: DigestMessage;
  /** Since when it is open, ISO 8601. */
  readonly since: string;
  /** Whom the resource's tags name as its owner. Attacker-controlled. */
  readonly owner?: string;
  /** Of what was put right: how. `event`: somebody did it, and CloudTrail told. */
  readonly end?: ReviewEnd | 'event';
}

/** A sentence of a check, not yet worded. */
export interface DigestMessage {
  readonly checkId: string;
  /** Key of `messages` of the check. */
  readonly message: string;
  readonly data: MatchData;
}

/** What will be wrong within days if nothing is done and nothing is used. */
export interface DigestForecast
  extends Pick<DigestItem, 'ruleId' | 'severity' | 'resource' | 'title' | 'sentence' | 'said' | 'owner'> {
  /** An access key's id, a user's name … */
  readonly resourceId: string;
  /** From the time of the review, at least 1. */
  readonly days: number;
}

/** A list that may be cut: `total` counts what there is, `items` is what is named. */
export interface DigestSection<T = DigestItem> {
  readonly total: number;
  readonly items: readonly T[];
}

/** What could not be judged for one cause. */
export interface UnjudgedGroup {
  /** May hold the attacker's text. */
  readonly cause: string;
  /** `missing`, `denied`, `throttled`, `malformed`, `incomplete`, `failed`; `fault` for one of ours, `other` for what a check says itself. */
  readonly reason: string;
  readonly verdicts: number;
  readonly checkIds: readonly string[];
}

/**
 * What people are told of one run of the review: one message, whatever the number of changes. Published as JSON on the SNS topic `alerts`;
 * fields may be added, never changed within `trailwarden.digest/1`.
 */
export interface Digest {
  readonly schema: 'trailwarden.digest/1';
  /** Of account, run and news: the same digest sent twice has the same id. */
  readonly id: string;
  readonly accountId: string;
  readonly runId: string;
  /** The time of the review, ISO 8601. */
  readonly at: string;
  /** Of the worst that opened, worsened or came back; `info` when nothing did. */
  readonly severity: Severity;
  /** Verdicts of the run. `corrected`: failures that an event had put right after AWS was asked. */
  readonly verdicts: {
    readonly pass: number;
    readonly fail: number;
    readonly notApplicable: number;
    readonly notEvaluated: number;
    readonly corrected: number;
  };
  /** Open findings by severity. */
  readonly open: Readonly<Record<Severity, number>>;
  readonly opened: DigestSection;
  readonly reopened: DigestSection;
  readonly worsened: DigestSection;
  readonly resolved: DigestSection;
  /** Open for longer than findings of their severity should be (`findings/due.ts`). */
  readonly overdue: DigestSection;
  /** Soonest first. */
  readonly forecast: DigestSection<DigestForecast> & {
    /** Of `total`: within 7 days. The rest comes within 14. */
    readonly soon: number;
  };
  readonly unjudged: DigestSection<UnjudgedGroup>;
}

/** Where digests are published for everyone who wants to know. */
export interface DigestPublisher {
  /** Resolves when the digest is safely with the publisher. May be called twice with the same digest. */
  send(digest: Digest): Promise<void>;
}
