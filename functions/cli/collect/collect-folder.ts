import { setTimeout } from 'node:timers/promises';
import type { AccountCollector, AccountIdentity } from '../../../shared/account/account-collector.ts';
import type { Collection } from '../../../shared/account/collected.ts';
import { awsCollector } from '../../../shared/adapters/collect/aws-collector.ts';
import { watchCalls } from '../../../shared/adapters/collect/calls.ts';
import { accountClients } from '../../../shared/adapters/collect/clients.ts';
import { readCollection } from '../../../shared/adapters/files/account-folder/read-collection.ts';
import {
  FolderTakenError,
  openCollectionFolder,
} from '../../../shared/adapters/files/account-folder/write-collection.ts';
import { collectAccount, type DoneCollection } from '../../../shared/app/collect-account.ts';
import { accessPlan } from '../../../shared/review/access-plan.ts';
import type { Criteria } from '../../../shared/review/criteria.ts';
import { CliError, messageOf, UsageError } from '../errors.ts';
import { collectProgress } from './progress.ts';

export interface CollectTarget {
  readonly to: string;
  readonly profile?: string;
  readonly region?: string;
  /** Regions to look at, when not all that are enabled. */
  readonly regions?: readonly string[];
  /** Thresholds that say about whom it is worth to ask; undefined asks about nobody. */
  readonly access?: Criteria;
}

/** Twice the calls that AWS takes without throttling now and then; more at a time only makes it throttle (docs/review.md). */
const concurrency = 3;

type CollectorFor = (stored: Collection) => AccountCollector;

const collectors = ({ profile, region = 'us-east-1', regions }: CollectTarget): CollectorFor => {
  const { made, watch } = watchCalls(concurrency);
  const clients = accountClients({ region, watch, ...(profile === undefined ? {} : { profile }) });
  const options = { clients, calls: made, now: Date.now, delay: (millis: number) => setTimeout(millis) };
  return (stored) => awsCollector({ ...options, stored, ...(regions === undefined ? {} : { regions }) });
};

const identityOf = async (collectorFor: CollectorFor): Promise<AccountIdentity> => {
  try {
    return await collectorFor(new Map()).identity();
  } catch (error) {
    throw new CliError(`AWS does not say whose credentials these are: ${messageOf(error)}`, {
      fix: 'Sign in (aws sso login), or name a profile with --profile; `aws sts get-caller-identity` must answer.',
      cause: error,
    });
  }
};

const openFolder = (path: string, accountId: string) =>
  openCollectionFolder({ path, accountId, now: Date.now() }).catch((error: unknown) => {
    if (error instanceof FolderTakenError)
      throw new UsageError(error.message, 'Name an empty or a new folder with --to.');
    throw error;
  });

const everybody =
  (criteria: Criteria) =>
  async (collection: Collection): Promise<readonly string[]> => {
    const { authorization } = (await readCollection(collection)).snapshot.sources;
    if (authorization.status !== 'read') return [];
    const planning = { details: authorization.value, known: new Map<string, string>() };
    return accessPlan({ ...planning, criteria, at: Date.now(), nights: 1 });
  };

/**
 * Reads an account into a folder.
 *
 * @throws CliError when there are no credentials; UsageError when the folder cannot be used
 */
export const collectFolder = async (
  target: CollectTarget,
): Promise<DoneCollection & { readonly identity: AccountIdentity }> => {
  const collectorFor = collectors(target);
  const identity = await identityOf(collectorFor);
  const store = await openFolder(target.to, identity.accountId);
  const done = await collectAccount({
    collectorFor,
    store,
    ...(target.access === undefined ? {} : { accessPlan: everybody(target.access) }),
    hasTime: () => true,
    tell: collectProgress(),
  });
  await store.finish(done.collection);
  return { ...done, identity };
};
