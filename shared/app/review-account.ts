import { withKeyChanges } from '../account/correct-keys.ts';
import type { KeyChanges } from '../account/key-changes.ts';
import type { ProfileName } from '../account/review-settings.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import { reasonsIn } from '../account/source-faults.ts';
import type { Digest, DigestPublisher } from '../alerts/digest.ts';
import type { RuleOf } from '../alerts/rule-of.ts';
import type { Settings } from '../config/check-settings.ts';
import { type CheckedVerdicts, effectsOfVerdicts } from '../findings/effects-of-verdicts.ts';
import type { Finding } from '../findings/finding.ts';
import type { FindingStore } from '../findings/finding-store.ts';
import { criteriaOf } from '../review/criteria.ts';
import type { Check } from '../review/define-check.ts';
import { forecast } from '../review/forecast.ts';
import { type Observer, observerOf } from '../review/observed-at.ts';
import { ownersIn } from '../review/owner.ts';
import { judgeWith, type Verdict } from '../review/run-checks.ts';
import type { VerdictCounts } from '../review/verdict-counts.ts';
import { describer } from './describe-finding.ts';
import { inParallel } from './in-parallel.ts';
import { rejudgeConditions } from './rejudge-conditions.ts';
import { digestOf, emptyTally, isUntold, noteErrors, noteVerdicts, type Tally } from './review-tally.ts';
import { writeEffects, writesAtOnce } from './write-effects.ts';

/** An account to be reviewed. */
export interface ReviewRequest {
  readonly snapshot: AccountSnapshot;
  readonly settings: Pick<Settings, 'account' | 'review'>;
  /** Instead of the settings'. */
  readonly profile?: ProfileName;
  /** The time to judge as of and the time of recording, epoch milliseconds. */
  readonly at: number;
  /** The same when a run is tried again, e.g. the date: nothing is then counted twice. */
  readonly runId: string;
}

/** What a review needs of the outside. */
export interface ReviewPorts {
  /** All checks: a finding whose check is not among them stays as it is. */
  readonly checks: readonly Check[];
  readonly ruleOf: RuleOf;
  readonly store: Pick<FindingStore, 'everyOpen' | 'record' | 'resolve' | 'pendingAlerts' | 'markAlerted'>;
  readonly digests: DigestPublisher;
  /** Absent where no events are recorded. */
  readonly keys?: Pick<KeyChanges, 'latest'>;
}

/** What a review did. */
export interface ReviewRun {
  readonly accountId: string;
  readonly runId: string;
  readonly verdicts: VerdictCounts;
  /** Failures that an event had put right after AWS was asked: they are no findings. */
  readonly corrected: number;
  /** Writes to the store, by what they did. */
  readonly recorded: number;
  readonly resolved: number;
  /** As it was sent. */
  readonly digest: Digest;
}

/** The snapshot does not say which account it is of: what is found could not be filed. */
export class UnknownAccountError extends Error {
  override readonly name = 'UnknownAccountError';

  constructor(runId: string) {
    super(
      `review ${runId}: no source of the snapshot names the account; make sure that the credential report or the authorization details can be read, or give the account's number`,
    );
  }
}

/** Some findings could not be written, or the digest not be sent; everything else was done. The run must be tried again, under the same id. */
export class ReviewNotRecordedError extends AggregateError {
  override readonly name = 'ReviewNotRecordedError';
}

/** The open conditions of an account: those of checks by check and id, and those that events opened. */
interface OpenConditions {
  readonly byCheck: ReadonlyMap<string, ReadonlyMap<string, Finding>>;
  readonly ofEvents: readonly Finding[];
}

const readOpen = async ({ store }: ReviewPorts, accountId: string, tally: Tally): Promise<OpenConditions> => {
  const byCheck = new Map<string, Map<string, Finding>>();
  const ofEvents: Finding[] = [];
  for await (const finding of store.everyOpen(accountId)) {
    if (finding.kind !== 'condition') continue;
    tally.open.set(finding.id, finding);
    if (finding.event.review === undefined) {
      ofEvents.push(finding);
      continue;
    }
    const ofCheck = byCheck.get(finding.ruleId) ?? new Map<string, Finding>();
    byCheck.set(finding.ruleId, ofCheck.set(finding.id, finding));
  }
  return { byCheck, ofEvents };
};

/** The snapshot with what our own events know of keys. Without that it is judged as AWS told it. */
const correctedBy = async (
  { keys }: ReviewPorts,
  accountId: string,
  snapshot: AccountSnapshot,
  tally: Tally,
): Promise<AccountSnapshot> => {
  const { accessKeys } = snapshot.sources;
  if (keys === undefined || accessKeys.status !== 'read') return snapshot;
  try {
    return withKeyChanges(
      snapshot,
      await keys.latest(
        accountId,
        accessKeys.value.map(({ id }) => id),
      ),
    );
  } catch (error) {
    tally.errors.push(error);
    return snapshot;
  }
};

const isWhole = ({ needs, confirms = [] }: Check, { sources }: AccountSnapshot): boolean =>
  [...needs, ...confirms].every((name) => sources[name].status === 'read');

const checkedBy = (
  check: Check,
  verdicts: readonly Verdict[],
  { snapshot, at }: Pick<ReviewRequest, 'snapshot' | 'at'>,
  observer: Observer,
): CheckedVerdicts => {
  const now = new Date(at).toISOString();
  return {
    checkId: check.id,
    verdicts,
    isWhole: isWhole(check, snapshot),
    seenAt: (thing) => observer.seenAt(check, thing) ?? now,
    listedAt: observer.listedAt(check) ?? now,
  };
};

/** News of earlier runs that broke off before their digest was sent. */
const collectLeftBehind = async (
  { store }: ReviewPorts,
  accountId: string,
  before: string,
  tally: Tally,
): Promise<void> => {
  try {
    for await (const finding of store.pendingAlerts(before))
      if (finding.accountId === accountId && isUntold(finding)) tally.untold.set(finding.id, finding);
  } catch (error) {
    tally.errors.push(error);
  }
};

const sendDigest = async (digest: Digest, { digests, store }: ReviewPorts, tally: Tally): Promise<void> => {
  try {
    await digests.send(digest);
  } catch (error) {
    tally.errors.push(error);
    return;
  }
  // Send, then mark: a crash in between repeats the news and never drops it.
  const marked = await inParallel([...tally.untold.values()], writesAtOnce, ({ accountId, id, version }) =>
    store.markAlerted(accountId, id, version),
  );
  noteErrors(tally, marked);
};

/**
 * Reviews an account: judges the snapshot, brings the findings up to date and sends one digest of what changed. Safe to repeat under the same
 * run id after a crash at any point: nothing is counted twice, and what was not told is told.
 *
 * @throws UnknownAccountError when the snapshot names no account
 * @throws ReviewNotRecordedError when something could not be written or sent; everything else was done
 */
export const reviewAccount = async (request: ReviewRequest, ports: ReviewPorts): Promise<ReviewRun> => {
  const { settings, profile, at, runId } = request;
  const { accountId } = request.snapshot;
  if (accountId === undefined) throw new UnknownAccountError(runId);
  const run = { runId, accountId, recordedAt: new Date(at).toISOString() };
  const tally = emptyTally();
  const open = await readOpen(ports, accountId, tally);
  const snapshot = await correctedBy(ports, accountId, request.snapshot, tally);
  const criteria = criteriaOf(settings.review, settings.account, profile);
  const judge = judgeWith(snapshot, criteria, at);
  const observer = observerOf(snapshot);
  const reasonOf = reasonsIn(snapshot);
  const rejudged = rejudgeConditions(open.ofEvents, { snapshot, settings: settings.account, observer, run });
  await writeEffects(rejudged, run, ports.store, tally);
  for (const check of ports.checks) {
    const verdicts = judge(check);
    noteVerdicts(tally, verdicts, reasonOf);
    const checked = checkedBy(check, verdicts, { snapshot, at }, observer);
    const known = open.byCheck.get(check.id) ?? new Map<string, Finding>();
    await writeEffects(effectsOfVerdicts(checked, known, run, rejudged.covered), run, ports.store, tally);
  }
  await collectLeftBehind(ports, accountId, run.recordedAt, tally);
  const digest = digestOf(
    { accountId, runId, at },
    tally,
    forecast(ports.checks, snapshot, criteria, at),
    describer(ports.checks, ports.ruleOf, ownersIn(snapshot, settings.review)),
  );
  await sendDigest(digest, ports, tally);
  if (tally.errors.length > 0)
    throw new ReviewNotRecordedError(
      tally.errors,
      `review ${runId} of account ${accountId}: ${tally.errors.length} steps failed; try it again under the same run id`,
    );
  const { verdicts, corrected, recorded, resolved } = tally;
  return { accountId, runId, verdicts, corrected, recorded, resolved, digest };
};
