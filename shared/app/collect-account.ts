import type { AccountCollector, CollectionStore } from '../account/account-collector.ts';
import { type Collected, type Collection, joined } from '../account/collected.ts';
import type { FailedCall } from '../account/failed-call.ts';
import { unavailableFor } from '../account/failed-call.ts';
import type { SourceName } from '../account/snapshot.ts';
import { sourceNames } from '../account/source-calls.ts';

/** What a collection says while it is made. */
export type CollectNews =
  | {
      readonly kind: 'read';
      readonly source: SourceName;
      readonly collected: Collected;
      readonly done: number;
      readonly of: number;
    }
  /** Taken from an earlier run that was cut off. */
  | { readonly kind: 'kept'; readonly source: SourceName }
  | { readonly kind: 'access'; readonly done: number; readonly of: number };

export interface CollectPorts {
  /** @param stored what need not be read again */
  collectorFor(stored: Collection): AccountCollector;
  readonly store: CollectionStore;
  /** ARNs of the users and roles whose services last accessed are asked for, in this order. Without it none are. */
  accessPlan?(collection: Collection): Promise<readonly string[]>;
  /** Whether there is time to ask about more users and roles. */
  hasTime(): boolean;
  tell(news: CollectNews): void;
}

/** What was read of an account. */
export interface DoneCollection {
  readonly collection: Collection;
  /** Calls by name, retries included. */
  readonly calls: ReadonlyMap<string, number>;
  /** Users and roles that there was no time to ask about. */
  readonly accessLeft: number;
}

type WholeSource = Exclude<SourceName, 'serviceAccess'>;

const wholeSources = sourceNames.filter((name): name is WholeSource => name !== 'serviceAccess');

const isWhole = ({ failures }: Collected): boolean => Object.keys(failures).length === 0;

/** So many users and roles are stored at once. */
const partSize = 20;

const arnIn = (text: string): string => (JSON.parse(text) as { readonly Arn: string }).Arn;

/** The failure that all of them share when AWS denies the call as such: the others would be denied as well. */
const denialOf = (parts: readonly Collected[]): readonly [string, FailedCall] | undefined => {
  const failures = parts.map(({ failures: failed }) => Object.entries(failed)[0]);
  const [first] = failures;
  if (!first) return undefined;
  const [name, failed] = first;
  const call = name.split('@', 1)[0] ?? name;
  const isSame = failures.every((one) => one?.[0].startsWith(`${call}@`) && one[1].code === failed.code);
  return isSame && unavailableFor(call, failed).reason === 'denied' ? [call, failed] : undefined;
};

/** Asks about users and roles, some at a time. */
const readAccess = async (
  arns: readonly string[],
  before: Collected | undefined,
  collector: AccountCollector,
  { store, hasTime, tell }: CollectPorts,
): Promise<{ readonly collected: Collected; readonly left: number }> => {
  const known = new Set((before?.files ?? []).map(({ text }) => arnIn(text)));
  const open = arns.filter((arn) => !known.has(arn));
  const parts: Collected[] = before ? [{ ...before, failures: {} }] : [];
  for (let at = 0; at < open.length; at += partSize) {
    if (!hasTime()) return { collected: joined(parts), left: open.length - at };
    const some = open.slice(at, at + partSize);
    const read = await Promise.all(some.map((arn) => collector.readServiceAccess(arn)));
    const denial = denialOf(read);
    const part = denial ? { ...joined(read), failures: Object.fromEntries([denial]) } : joined(read);
    // Named after its first, so that a run that goes on does not replace what an earlier one has put.
    await store.put('serviceAccess', part, some[0] ?? '');
    parts.push(part);
    tell({ kind: 'access', done: Math.min(at + partSize, open.length), of: open.length });
    if (denial) return { collected: joined(parts), left: 0 };
  }
  return { collected: joined(parts), left: 0 };
};

/**
 * Reads an account from AWS, source by source. A call that fails fails its source only, which says why. What is read is stored at once; a run that was
 * cut off goes on with what failed and what is missing.
 */
export const collectAccount = async (ports: CollectPorts): Promise<DoneCollection> => {
  const { store, tell } = ports;
  const earlier = await store.stored();
  const kept = new Map([...earlier].filter(([name, one]) => name !== 'serviceAccess' && isWhole(one)));
  const collector = ports.collectorFor(kept);
  const collection = new Map<SourceName, Collected>(kept);
  for (const source of kept.keys()) tell({ kind: 'kept', source });
  const open = wholeSources.filter((name) => !kept.has(name));
  let done = 0;
  await Promise.all(
    open.map(async (source) => {
      const collected = await collector.read(source);
      await store.put(source, collected);
      collection.set(source, collected);
      done += 1;
      tell({ kind: 'read', source, collected, done, of: open.length });
    }),
  );
  if (!ports.accessPlan) return { collection, calls: collector.calls(), accessLeft: 0 };
  const arns = await ports.accessPlan(collection);
  const access = await readAccess(arns, earlier.get('serviceAccess'), collector, ports);
  if (access.collected.readAt !== '') collection.set('serviceAccess', access.collected);
  return { collection, calls: collector.calls(), accessLeft: access.left };
};
