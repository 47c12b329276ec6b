import { isAtLeast, rankOf, type Severity, severities } from '../rules/severity.ts';
import type { EventSummary, Finding, Occurrence, Transition, TransitionType, Undoing } from './finding.ts';
import { findingIdOfOccurrence } from './finding-id.ts';

/** What is worth telling at once; the rest waits for digest and report. */
export interface NewsPolicy {
  /** Severities from here up are told as they happen. Default `medium` (docs/architecture.md, decision 11). */
  readonly liveFrom: Severity;
  /** Severities from here up are told by the digest of a review, of what a review found or changed. Default `low`. */
  readonly digestFrom: Severity;
}

export const defaultNewsPolicy: NewsPolicy = { liveFrom: 'medium', digestFrom: 'low' };

/** The finding after a change, and the row to append when the change is worth telling. */
export interface Change {
  readonly finding: Finding;
  readonly transition?: Transition;
}

// An incident that repeats is told at these counts, and again whenever an hour has passed since it was last told.
const toldCounts = new Set([2, 5, 10, 50, 100, 500, 1000, 5000, 10_000]);
const quietMillis = 60 * 60 * 1000;

const later = (a: EventSummary, b: EventSummary): EventSummary =>
  a.time > b.time || (a.time === b.time && a.id > b.id) ? a : b;

/** An event tells who did it, what another service found tells less, a run of the review does not tell. */
const tellsOfWho = ({ review, neighbour }: EventSummary): number => {
  if (review) return 0;
  return neighbour ? 1 : 2;
};

/** What a finding shows of two: what tells more of who did it; else the later. */
const moreTelling = (a: EventSummary, b: EventSummary): EventSummary => {
  const difference = tellsOfWho(a) - tellsOfWho(b);
  if (difference !== 0) return difference > 0 ? a : b;
  return later(a, b);
};

/** The worst severity seen after `since`; CloudTrail times have whole seconds, so what happened in the same second counts. */
const worstSince = (seen: Finding['severitySeen'], since: string | undefined): Severity | undefined =>
  severities.findLast((severity) => {
    const at = seen[severity];
    return at !== undefined && (since === undefined || at >= since);
  });

/** While open, the worst since it was last put right; once resolved, the worst it ever was. */
const severityNow = (
  seen: Finding['severitySeen'],
  status: Finding['status'],
  undoneAt: string | undefined,
): Severity => worstSince(seen, status === 'open' ? undoneAt : undefined) ?? 'info';

/** A tie between opening and undoing in the same second stays open: the nightly review closes it, silence would not be safe. */
const isOpen = (lastSeen: string, undoneAt: string | undefined): boolean =>
  undoneAt === undefined || lastSeen >= undoneAt;

const hasBeenQuiet = (at: string, toldAt: string): boolean =>
  Date.parse(at) - Date.parse(toldAt) >= quietMillis;

const isToldAgain = (before: Finding, after: Finding): boolean =>
  after.kind === 'incident' &&
  after.count > before.count &&
  (toldCounts.has(after.count) || hasBeenQuiet(after.lastSeen, before.news.at));

const newsOf = (before: Finding | undefined, after: Finding): TransitionType | undefined => {
  // What was put right before it became known is told too: it happened, and late arrival must not hide it.
  if (!before) return after.status === 'open' ? 'opened' : 'resolved';
  if (before.status !== after.status) return after.status === 'resolved' ? 'resolved' : 'reopened';
  if (after.status !== 'open') return after.lastSeen > before.lastSeen ? 'resolved' : undefined;
  if (rankOf(after.severity) > rankOf(before.severity)) return 'worsened';
  return isToldAgain(before, after) ? 'recurred' : undefined;
};

/** Whether something of the finding is still to be told. */
const isPending = (finding: Finding | undefined): boolean =>
  finding !== undefined && finding.alertedVersion < finding.version;

const latest = (a: string, b: string | undefined): string => (b === undefined || a > b ? a : b);

/** What a change is told of: an event and who did it. */
type Happening = Pick<Undoing, 'event' | 'actor'>;

/** What a review found, or changed, belongs into its digest: one message, whatever the number of changes (docs/adr/0040-review-lifecycle.md). */
const isForDigest = (after: Finding, by: Happening): boolean =>
  by.event.review !== undefined || after.event.review !== undefined;

/**
 * Raises the version if the change is news; what is told neither live nor by a digest counts as told, unless older news still wait to be
 * told.
 */
const tell = (before: Finding | undefined, after: Finding, by: Happening, policy: NewsPolicy): Change => {
  const type = newsOf(before, after);
  if (!type) return { finding: after };
  const version = after.version + 1;
  const digest = isForDigest(after, by);
  const isTold = isAtLeast(after.severity, digest ? policy.digestFrom : policy.liveFrom) || isPending(before);
  const finding: Finding = {
    ...after,
    version,
    alertedVersion: isTold ? after.alertedVersion : version,
    // A late arrival is told late: it must not make the finding look quiet.
    news: { type, at: latest(by.event.time, before?.news.at), ...(digest ? { digest } : {}) },
  };
  const transition: Transition = {
    findingId: after.id,
    accountId: after.accountId,
    ruleId: after.ruleId,
    version,
    type,
    severity: after.severity,
    resource: after.resource,
    at: by.event.time,
    recordedAt: after.recordedAt,
    eventId: by.event.id,
    actor: by.actor,
    ...(by.event.review === undefined ? {} : { review: by.event.review }),
  };
  return { finding, transition };
};

/** What is shown is of the newest event, whichever arrived last. */
const shownOf = ({ event, data, actor, change }: Occurrence) => ({
  event,
  data,
  actor,
  ...(change === undefined ? {} : { change }),
});

const refreshed = (known: Finding, occurrence: Occurrence, recordedAt: string): Finding => {
  const { event } = occurrence;
  const isNewest = moreTelling(event, known.event) === event;
  const { change: _, ...withoutChange } = known;
  const before: Finding = isNewest ? { ...withoutChange, ...shownOf(occurrence) } : known;
  const severitySeen = {
    ...before.severitySeen,
    [occurrence.severity]: latest(event.time, before.severitySeen[occurrence.severity]),
  };
  const lastSeen = latest(event.time, before.lastSeen);
  const undoneAt = before.undone?.event.time;
  const status = isOpen(lastSeen, undoneAt) ? 'open' : 'resolved';
  return {
    ...before,
    status,
    severity: severityNow(severitySeen, status, undoneAt),
    severitySeen,
    firstSeen: event.time < before.firstSeen ? event.time : before.firstSeen,
    lastSeen,
    // Another service that says the same is another source, and no other happening: nobody is told a second time.
    count: before.count + (event.neighbour ? 0 : 1),
    recordedAt,
  };
};

/**
 * A new finding.
 *
 * @param undone the latest event known to have put it right; newer than the occurrence, it makes a finding that is resolved
 *   from the start, and told as such
 * @param recordedAt the time of recording, ISO 8601
 */
export const openFinding = (
  occurrence: Occurrence,
  undone: Finding['undone'],
  recordedAt: string,
  policy: NewsPolicy = defaultNewsPolicy,
): Change => {
  const { time } = occurrence.event;
  const finding: Finding = {
    ...occurrence,
    id: findingIdOfOccurrence(occurrence),
    status: isOpen(time, undone?.event.time) ? 'open' : 'resolved',
    firstSeen: time,
    lastSeen: time,
    count: 1,
    severitySeen: { [occurrence.severity]: time },
    ...(undone === undefined ? {} : { undone }),
    version: 0,
    alertedVersion: 0,
    news: { type: 'opened', at: time },
    recordedAt,
  };
  return tell(undefined, finding, occurrence, policy);
};

/**
 * The finding after one more event hit it. Pure, and independent of the order in which events arrive but for `version`.
 *
 * The caller makes sure that an event counts once.
 *
 * @param before undefined when there is no such finding yet
 * @param recordedAt the time of recording, ISO 8601
 */
export const applyOccurrence = (
  before: Finding | undefined,
  occurrence: Occurrence,
  recordedAt: string,
  policy: NewsPolicy = defaultNewsPolicy,
): Change =>
  before
    ? tell(before, refreshed(before, occurrence, recordedAt), occurrence, policy)
    : openFinding(occurrence, undefined, recordedAt, policy);

/** Whether an event would be the latest that put the finding right. */
export const isLatestUndoing = ({ undone }: Finding, event: EventSummary): boolean =>
  undone === undefined || (undone.event.id !== event.id && later(event, undone.event) === event);

/** The finding after an event put it right. An undoing older than the newest occurrence changes nothing but what is remembered. */
export const applyUndoing = (
  before: Finding,
  undoing: Happening,
  recordedAt: string,
  policy: NewsPolicy = defaultNewsPolicy,
): Change => {
  const { event, actor } = undoing;
  const undone =
    before.undone && later(event, before.undone.event) !== event ? before.undone : { event, actor };
  const status = isOpen(before.lastSeen, undone.event.time) ? 'open' : 'resolved';
  const severity = severityNow(before.severitySeen, status, undone.event.time);
  return tell(before, { ...before, undone, status, severity, recordedAt }, undoing, policy);
};
