import type { Finding, TransitionType } from '../findings/finding.ts';
import type { RuleKind } from '../rules/define-rule.ts';
import type { Severity } from '../rules/severity.ts';

/** A finding as an alert carries it: without what only the store needs. */
export type AlertedFinding = Omit<Finding, 'alertedVersion' | 'severitySeen' | 'recordedAt'>;

/**
 * What people are told of one event and one resource: the most severe finding leads, the others are named. Published as JSON
 * on the SNS topic `alerts`; fields may be added, never changed within `trailwarden.alert/1`.
 */
export interface Alert {
  readonly schema: 'trailwarden.alert/1';
  /** Made from the leading finding and its version: the same alert sent twice has the same id. */
  readonly id: string;
  readonly status: TransitionType;
  readonly severity: Severity;
  readonly kind: RuleKind;
  readonly ruleId: string;
  readonly accountId: string;
  readonly region: string;
  readonly resource: string;
  /** The rule's title, English, for readers without the catalogue. */
  readonly title: string;
  /** One English sentence, plain text: who did what to which resource. Attacker-controlled values inside: escape it. */
  readonly sentence: string;
  readonly lead: AlertedFinding;
  /** Other findings of the same event and resource, worst first. */
  readonly others: readonly AlertedFinding[];
  /** When the leading finding was last written, ISO 8601: with the event's time it tells how long the news took. */
  readonly detectedAt: string;
  /** What was left out to stay below the publisher's size limit; absent when nothing was. The store has the whole. */
  readonly cut?: readonly AlertCut[];
}

/** Something left out of an alert. `count`: of how many findings. */
export interface AlertCut {
  readonly what: 'data-of-others' | 'others' | 'ends-of-texts';
  readonly count: number;
}
