import type { AccountCollector } from '../account/account-collector.ts';
import { type Collected, type Collection, joined } from '../account/collected.ts';
import { type PriorStateKeeper, priorStateRows } from '../account/prior-state.ts';
import type { AccountSnapshot } from '../account/snapshot.ts';
import type { Settings } from '../config/check-settings.ts';
import { accessPlan } from '../review/access-plan.ts';
import { criteriaOf } from '../review/criteria.ts';
import type { ArchivedRun, ReviewArchive } from '../review/review-archive.ts';
import { judgeWith } from '../review/run-checks.ts';
import { type CollectNews, collectAccount } from './collect-account.ts';
import { type ReviewPorts, type ReviewRun, reviewAccount } from './review-account.ts';

export interface NightPorts extends ReviewPorts {
  readonly archive: ReviewArchive;
  readonly priorStates: PriorStateKeeper;
  collectorFor(stored: Collection): AccountCollector;
  /** The snapshot that a collection stands for, and what of it could not be used. */
  snapshotOf(collection: Collection): Promise<{
    readonly snapshot: AccountSnapshot;
    readonly faults: readonly { readonly file: string; readonly cause: string }[];
  }>;
  /** Whether there is time to ask about more users and roles. */
  hasTime(): boolean;
  tell(news: CollectNews): void;
}

/** What a night came to. */
export interface Night extends ReviewRun {
  /** API calls, retries included. */
  readonly calls: number;
  /** Users and roles that there was no time to ask about: a later night does. */
  readonly accessLeft: number;
  /** Calls that AWS answered with an error, by name. */
  readonly failures: readonly string[];
  readonly faults: readonly { readonly file: string; readonly cause: string }[];
}

/** Everybody is asked about once a week. */
const nights = 7;

const arnIn = (text: string): string => (JSON.parse(text) as { readonly Arn: string }).Arn;

type AccessFiles = ReadonlyMap<string, Collected['files'][number]>;

const accessIn = (collection: Collection | undefined): AccessFiles =>
  new Map((collection?.get('serviceAccess')?.files ?? []).map((file) => [arnIn(file.text), file]));

/**
 * What was read tonight, with what earlier nights have read of others: each says of when it is.
 *
 * @param arns who still exists; undefined when that could not be read
 */
const withEarlierAccess = (
  collection: Collection,
  earlier: AccessFiles,
  arns: ReadonlySet<string> | undefined,
): Collection => {
  const tonight = collection.get('serviceAccess');
  const known = new Set((tonight?.files ?? []).map(({ path }) => path));
  const kept = [...earlier]
    .filter(([arn, { path }]) => (arns?.has(arn) ?? true) && !known.has(path))
    .map(([, file]) => file);
  if (kept.length === 0) return collection;
  const readAt = kept.map((file) => file.readAt).toSorted()[0] ?? '';
  const before: Collected = { files: kept, failures: {}, readAt };
  return new Map(collection).set('serviceAccess', tonight ? joined([tonight, before]) : before);
};

/** The verdicts as they are stored, a line each. */
const verdictLines = function* (
  snapshot: AccountSnapshot,
  { checks }: NightPorts,
  settings: NightRequest['settings'],
  at: number,
): Generator<string> {
  const judge = judgeWith(snapshot, criteriaOf(settings.review, settings.account), at);
  for (const check of checks) for (const verdict of judge(check)) yield `${JSON.stringify(verdict)}\n`;
};

/** The account of the run, for a snapshot none of whose sources could be read. */
const named = (snapshot: AccountSnapshot, accountId: string): AccountSnapshot => ({ ...snapshot, accountId });

export interface NightRequest extends ArchivedRun {
  readonly settings: Pick<Settings, 'account' | 'review'>;
}

/**
 * The nightly review of one account: reads it from AWS, keeps what was read, judges it, keeps the verdicts and brings the findings up to date. Safe to
 * repeat under the same run id: what was read is not read again, nothing is counted twice.
 *
 * @throws ReviewNotRecordedError when something could not be written or sent; everything else was done
 */
export const reviewNight = async (request: NightRequest, ports: NightPorts): Promise<Night> => {
  const { accountId, at, runId, settings } = request;
  const { archive, collectorFor, snapshotOf, hasTime, tell } = ports;
  const earlier = accessIn(await archive.latest(accountId));
  let people: ReadonlySet<string> | undefined;
  const plan = async (collection: Collection): Promise<readonly string[]> => {
    const { authorization } = (await snapshotOf(collection)).snapshot.sources;
    if (authorization.status !== 'read') return [];
    people = new Set([...authorization.value.users, ...authorization.value.roles].map(({ arn }) => arn));
    const known = new Map([...earlier].map(([arn, { readAt }]) => [arn, readAt]));
    const criteria = criteriaOf(settings.review, settings.account);
    return accessPlan({ details: authorization.value, known, criteria, at, nights });
  };
  const store = archive.collectionOf(request);
  const done = await collectAccount({ collectorFor, store, accessPlan: plan, hasTime, tell });
  const collection = withEarlierAccess(done.collection, earlier, people);
  await archive.saveSnapshot(request, collection);
  const read = await snapshotOf(collection);
  const snapshot = named(read.snapshot, accountId);
  const rows = priorStateRows(snapshot);
  if (rows) await ports.priorStates.keep(accountId, new Date(at).toISOString(), rows);
  await archive.saveVerdicts(request, verdictLines(snapshot, ports, settings, at));
  const run = await reviewAccount({ snapshot, settings, at, runId }, ports);
  return {
    ...run,
    calls: [...done.calls.values()].reduce((sum, count) => sum + count, 0),
    accessLeft: done.accessLeft,
    failures: [...collection.values()].flatMap(({ failures }) => Object.keys(failures)),
    faults: read.faults,
  };
};
