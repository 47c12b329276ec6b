import type { ReviewEnd } from '../findings/finding.ts';
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
  /** When it was first seen, ISO 8601. */
  readonly since: string;
  /** Of what was put right: how. `event`: somebody did it, and CloudTrail told. */
  readonly end?: ReviewEnd | 'event';
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
  readonly verdicts: number;
  readonly checkIds: readonly string[];
}

/**
 * What people are told of one run of the review: one message, whatever the number of changes. Published as JSON on the SNS topic `alerts`;
 * fields may be added, never changed within `trailwarden.digest/1`.
 */
export interface Digest {
  readonly schema: 'trailwarden.digest/1';
  /** Account and run: the same digest sent twice has the same id. */
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
  readonly unjudged: DigestSection<UnjudgedGroup>;
}

/** Where digests are published for everyone who wants to know. */
export interface DigestPublisher {
  /** Resolves when the digest is safely with the publisher. May be called twice with the same digest. */
  send(digest: Digest): Promise<void>;
}
