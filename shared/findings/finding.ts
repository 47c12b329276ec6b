import type { IamEvent, Outcome, Via } from '../events/iam-event.ts';
import type { AccessChange } from '../rules/change/access-change.ts';
import type { MatchData } from '../rules/define-rule.ts';
import type { Severity } from '../rules/severity.ts';

/** `resolved`: an event undid it, or a review found it gone. */
export type FindingStatus = 'open' | 'resolved';

/** A finding is an incident or a condition; inventory never becomes one. */
export type FindingKind = 'incident' | 'condition';

/** Who caused it, as much as an alert and a report need. Attacker-controlled text. */
export interface FindingActor {
  readonly key: string;
  readonly label: string;
  readonly type: string;
  readonly arn?: string;
  /** The person behind a role session, where the record tells. */
  readonly person?: string;
  readonly mfa: 'yes' | 'no' | 'unknown';
}

/** Why a run of the review put a finding right. */
export type ReviewEnd =
  /** The check looked at the resource, and nothing is wrong any more. */
  | 'passed'
  /** The resource is no longer there. */
  | 'gone'
  /** The profile or the settings no longer ask for the check. */
  | 'not-asked'
  /** A finding that an event opened tells the same fault. */
  | 'covered';

/** What a run of the review said. Its words are the check's, by `message`. */
export interface ReviewSummary {
  readonly runId: string;
  readonly checkId: string;
  /** Key of a message of the check or of the review's engine. */
  readonly message: string;
  /** Set where the run put the finding right. */
  readonly end?: ReviewEnd;
}

/** What another service of AWS has found. Its words are the service's. */
export interface NeighbourSummary {
  /** `guardduty`, `security-hub`, `access-analyzer`. */
  readonly product: string;
  readonly findingId: string;
  readonly type: string;
}

/**
 * The event behind an occurrence, without its parameters; or, with `review`, a run of the review: `id` then names the run and `time` is
 * when AWS was asked for what was judged. Attacker-controlled text.
 */
export interface EventSummary {
  readonly id: string;
  readonly action: string;
  readonly source: string;
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly region: string;
  readonly outcome: Outcome;
  readonly via: Via;
  readonly errorCode?: string;
  readonly sourceIp?: string;
  readonly userAgent?: string;
  /** The last four characters only: a log of alerts is no place for credentials. */
  readonly accessKeyEnd?: string;
  /** Names the session, so that alerts of one session can be grouped; not reversible to the key. */
  readonly sessionKey: string;
  readonly review?: ReviewSummary;
  /**
   * Set where another service found it; `id` then names its finding and version. With `review`: it says what a check of ours says, whose
   * words and digest it takes.
   */
  readonly neighbour?: NeighbourSummary;
}

/** One event that hit a rule, or one run of the review that found a check to fail, on its way to becoming or refreshing a finding. */
export interface Occurrence {
  readonly ruleId: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly accountId: string;
  readonly message: string;
  readonly resource: string;
  readonly aspect?: string;
  readonly data: MatchData;
  /** What the event changed about access, when it did. */
  readonly change?: AccessChange;
  readonly actor: FindingActor;
  readonly event: EventSummary;
}

/** An event, or a run of the review, that put a finding right. */
export interface Undoing {
  readonly findingId: string;
  readonly accountId: string;
  readonly actor: FindingActor;
  readonly event: EventSummary;
}

/**
 * What a match becomes in the store. `severity`, `status`, `count` and the times are functions of the *set* of events seen, whatever the
 * order of their arrival; `version` counts what was worth telling on the way.
 */
export interface Finding extends Omit<Occurrence, 'event'> {
  /** `F-` and 10 characters of Crockford's base 32. */
  readonly id: string;
  readonly status: FindingStatus;
  /** The worst since the finding was last put right. */
  readonly severity: Severity;
  /** The latest event, by event time, that hit it; of a run of the review where no event did: a run does not know who did it. */
  readonly event: EventSummary;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** Events that hit it; each counts once, however often it is delivered. */
  readonly count: number;
  /** Latest event time at which each severity was seen; from it `severity` is told after a resolution. */
  readonly severitySeen: Readonly<Partial<Record<Severity, string>>>;
  /** The latest event that put it right. */
  readonly undone?: { readonly event: EventSummary; readonly actor: FindingActor };
  /** Raised by each change worth telling. An alert is pending while `alertedVersion < version`. */
  readonly version: number;
  readonly alertedVersion: number;
  /** The last change worth telling, and the event time at which it was told. `digest`: not told live, but in the digest of a review. */
  readonly news: { readonly type: TransitionType; readonly at: string; readonly digest?: true };
  /** When the finding was last written, ISO 8601: how long an alert has been pending is measured from here. */
  readonly recordedAt: string;
}

/** What happened to a finding. `recurred` is written for incidents only. */
export type TransitionType = 'opened' | 'recurred' | 'worsened' | 'reopened' | 'resolved';

/** An append-only row for each change worth telling. Kept at least 400 days: reports of past months are made from it. */
export interface Transition {
  readonly findingId: string;
  readonly accountId: string;
  readonly ruleId: string;
  /** The finding's version that this change made. */
  readonly version: number;
  readonly type: TransitionType;
  readonly severity: Severity;
  readonly resource: string;
  /** Event time. */
  readonly at: string;
  readonly recordedAt: string;
  readonly eventId: string;
  readonly actor: FindingActor;
  /** Of what a run of the review changed. */
  readonly review?: ReviewSummary;
}

/** An event filed under a finding: it hit the finding (`seen`) or put it right (`undone`). */
export interface FiledEvent {
  readonly findingId: string;
  readonly accountId: string;
  readonly role: 'seen' | 'undone';
  readonly event: EventSummary;
  readonly actor: FindingActor;
  readonly severity?: Severity;
  readonly data?: MatchData;
}

/** The part of an event that findings keep. */
export const summariseEvent = (event: IamEvent): EventSummary => ({
  id: event.id,
  action: event.action,
  source: event.source,
  name: event.name,
  time: event.time,
  region: event.region,
  outcome: event.outcome,
  via: event.via,
  ...(event.errorCode === undefined ? {} : { errorCode: event.errorCode }),
  ...(event.sourceIp === undefined ? {} : { sourceIp: event.sourceIp }),
  ...(event.userAgent === undefined ? {} : { userAgent: event.userAgent.slice(0, 512) }),
  ...(event.actor.accessKeyId === undefined ? {} : { accessKeyEnd: event.actor.accessKeyId.slice(-4) }),
  sessionKey: event.actor.arn ?? event.actor.key,
});

/** The part of an actor that findings keep. */
export const summariseActor = ({ actor }: IamEvent): FindingActor => ({
  key: actor.key,
  label: actor.label,
  type: actor.type,
  ...(actor.arn === undefined ? {} : { arn: actor.arn }),
  ...(actor.person === undefined ? {} : { person: actor.person }),
  mfa: actor.mfa,
});
