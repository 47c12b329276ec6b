import type { Verdict } from '../review/run-checks.ts';
import type { EventSummary, FindingActor, Occurrence, ReviewEnd, ReviewSummary, Undoing } from './finding.ts';
import { findingIdOf } from './finding-id.ts';

/** One run of the review. */
export interface ReviewRunRef {
  /** The same for a run that is tried again: what it recorded already is not counted twice. */
  readonly runId: string;
  /** 12 digits. */
  readonly accountId: string;
}

/** Part of the identity of what a check finds: a check may say "unused" today and "never used" tomorrow of one fault. */
const anyFailure = 'FAIL';

/** Nobody did it: the review found it. */
export const reviewActor: FindingActor = {
  key: 'trailwarden:review',
  label: 'nightly review',
  type: 'Review',
  mfa: 'unknown',
};

const namedOnce = /^(arn:[^:]+:iam::[^:]*:(?:user|role|group))\/(?:.*\/)?([^/]+)$/;

/**
 * The ARN that a finding is about. Without the path of a user, role or group: their names are unique in an account, and the calls that put
 * a finding right log no path (`events/target.ts`).
 */
export const findingResource = (arn: string): string => arn.replace(namedOnce, '$1/$2');

/** What a check's findings of one thing are known by. */
export interface CheckedThing {
  readonly checkId: string;
  readonly accountId: string;
  /** ARN, with or without the path. */
  readonly resource: string;
  /** An access key's id, a user's name …: as `Verdict.resourceId`. */
  readonly resourceId: string;
}

const identityOf = ({ checkId, accountId, resource, resourceId }: CheckedThing) =>
  ({
    ruleId: checkId,
    kind: 'condition',
    accountId,
    resource: findingResource(resource),
    aspect: resourceId,
    message: anyFailure,
  }) as const;

/** The finding that a check's failure makes. */
export const findingIdOfCheck = (thing: CheckedThing): string =>
  findingIdOf({ ...identityOf(thing), actorKey: '', outcome: 'succeeded' });

/** A run as the event that findings know. */
export const reviewEvent = (
  { runId }: ReviewRunRef,
  seenAt: string,
  { checkId, message, end }: Omit<ReviewSummary, 'runId'>,
): EventSummary => ({
  id: `review/${runId}`,
  action: 'trailwarden:Review',
  source: 'trailwarden',
  name: 'Review',
  time: seenAt,
  region: 'global',
  outcome: 'succeeded',
  via: 'service',
  sessionKey: reviewActor.key,
  review: { runId, checkId, message, ...(end === undefined ? {} : { end }) },
});

/**
 * A failure on its way to becoming a finding.
 *
 * @param seenAt when AWS was asked for what was judged (`review/observed-at.ts`): events later than that know better
 */
export const occurrenceOfFailure = (verdict: Verdict, run: ReviewRunRef, seenAt: string): Occurrence => ({
  ...identityOf({ ...verdict, accountId: run.accountId }),
  severity: verdict.severity,
  data: { ...verdict.data, arn: verdict.resource },
  actor: reviewActor,
  event: reviewEvent(run, seenAt, verdict),
});

/** What puts a finding right where a run found nothing wrong. */
export const undoingByReview = (
  findingId: string,
  run: ReviewRunRef,
  seenAt: string,
  said: Omit<ReviewSummary, 'runId'> & { readonly end: ReviewEnd },
): Undoing => ({
  findingId,
  accountId: run.accountId,
  actor: reviewActor,
  event: reviewEvent(run, seenAt, said),
});
