import type { AccountSettings } from '../account/account-settings.ts';
import type { AccountSnapshot, SnapshotValues } from '../account/snapshot.ts';
import type { Finding, Occurrence, Undoing } from '../findings/finding.ts';
import {
  findingIdOfCheck,
  type ReviewRunRef,
  reviewActor,
  reviewEvent,
  undoingByReview,
} from '../findings/from-verdict.ts';
import { accountRefOf } from '../review/account-ref.ts';
import { reviewedConditions } from '../review/conditions/all.ts';
import type { ReviewedCondition, StillThere } from '../review/conditions/condition.ts';
import type { Observer } from '../review/observed-at.ts';

/** What the state of the account says of conditions that events opened. */
export interface Rejudged {
  /** Those that hold. */
  readonly occurrences: readonly Occurrence[];
  /** Those that have ended, or whose resource is gone. */
  readonly undoings: readonly Undoing[];
  /** Ids of findings of checks that would tell the same fault as one that holds. */
  readonly covered: ReadonlySet<string>;
}

/** What is looked at. */
export interface Rejudging {
  readonly snapshot: AccountSnapshot;
  readonly settings: AccountSettings;
  readonly observer: Observer;
  readonly run: ReviewRunRef;
}

const stillThere = (
  condition: ReviewedCondition,
  finding: Finding,
  { snapshot, settings }: Rejudging,
): StillThere => {
  const sources = condition.needs.map((name) => [name, snapshot.sources[name]] as const);
  if (sources.some(([, source]) => source.status !== 'read')) return 'unknown';
  const values = Object.fromEntries(
    sources.map(([name, source]) => [name, source.status === 'read' ? source.value : undefined]),
  );
  return condition.judge(finding, {
    // What it may read of it is tied to what it declares (conditions/condition.ts).
    sources: values as unknown as SnapshotValues,
    account: accountRefOf(snapshot),
    settings,
  });
};

const seenAgain = (finding: Finding, { run }: Rejudging, seenAt: string): Occurrence => {
  const { ruleId, kind, severity, accountId, message, resource, aspect, data } = finding;
  const event = reviewEvent(run, seenAt, { checkId: ruleId, message: 'holds' });
  const about = { ruleId, kind, severity, accountId, message, resource, data };
  return { ...about, ...(aspect === undefined ? {} : { aspect }), actor: reviewActor, event };
};

const nothing: Rejudged = { occurrences: [], undoings: [], covered: new Set() };

const rejudge = (finding: Finding, rejudging: Rejudging): Rejudged => {
  const { id, ruleId, resource, aspect = '', accountId } = finding;
  const condition = reviewedConditions.get(ruleId);
  const seenAt = condition && rejudging.observer.seenAt(condition, { resource, resourceId: aspect });
  if (condition === undefined || seenAt === undefined) return nothing;
  const still = stillThere(condition, finding, rejudging);
  if (still === 'unknown') return nothing;
  if (still === 'holds') {
    const same = condition.sameAs?.(finding) ?? [];
    const covered = new Set(same.map((fault) => findingIdOfCheck({ ...fault, accountId })));
    return { ...nothing, occurrences: [seenAgain(finding, rejudging, seenAt)], covered };
  }
  const end = still === 'gone' ? 'gone' : 'passed';
  const said = { checkId: ruleId, message: still, end } as const;
  return { ...nothing, undoings: [undoingByReview(id, rejudging.run, seenAt, said)] };
};

/**
 * Judges again what events opened: a fix may have come by a way that no event told. Conditions that no snapshot tells of are left to the
 * events that undo them.
 *
 * @param findings open, event-born conditions of the account
 */
export const rejudgeConditions = (findings: readonly Finding[], rejudging: Rejudging): Rejudged => {
  const all = findings.map((finding) => rejudge(finding, rejudging));
  return {
    occurrences: all.flatMap(({ occurrences }) => occurrences),
    undoings: all.flatMap(({ undoings }) => undoings),
    covered: new Set(all.flatMap(({ covered }) => [...covered])),
  };
};
