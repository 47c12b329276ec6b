import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import type { FiledEvent, Finding, Transition } from '../../findings/finding.ts';
import type { FindingStore, Page } from '../../findings/finding-store.ts';
import {
  beyondOpenKeys,
  compareText,
  fromPageToken,
  lowestOpenKey,
  openKeyOf,
  toPageToken,
  transitionKeyOf,
} from '../../findings/listing-order.ts';
import { byEventTime, entryKeyOf } from '../../findings/recording.ts';
import { getFinding, getFindingAt } from './finding-item.ts';
import type { FindingTable } from './finding-table.ts';
import {
  eventPrefix,
  monthPartitions,
  openPartitions,
  partitionOf,
  pendingPartitions,
  transitionPrefix,
} from './keys.ts';
import { mergeInOrder } from './merge-in-order.ts';
import { settle, type Writing } from './record-changes.ts';

interface QueryPage<T> {
  readonly Items?: readonly T[] | undefined;
  readonly LastEvaluatedKey?: Record<string, unknown> | undefined;
}

/** Reads page after page (1 MB each at most), as far as the reader goes. */
const pagesOf = async function* <T>(
  query: (exclusiveStartKey?: Record<string, unknown>) => Promise<QueryPage<T>>,
): AsyncGenerator<T> {
  let start: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await query(start);
    yield* Items;
    start = LastEvaluatedKey;
  } while (start);
};

const startAt = (exclusiveStartKey: Record<string, unknown> | undefined) =>
  exclusiveStartKey === undefined ? {} : { exclusiveStartKey };

// Items carry no entity name: what a query can meet is given by its key.
const untagged = { entityAttrFilter: false } as const;

/** See `FindingStore.events`. The outbox is read first: what leaves it since is found filed. */
export const events = async (
  findingTable: FindingTable,
  accountId: string,
  findingId: string,
): Promise<readonly FiledEvent[]> => {
  const stored = await getFinding(findingTable, accountId, findingId);
  const query = findingTable.table
    .build(QueryCommand)
    .query({ partition: partitionOf(accountId, findingId), range: { beginsWith: eventPrefix } })
    .entities(findingTable.events);
  const filed = await Array.fromAsync(
    pagesOf((start) => query.options({ ...untagged, ...startAt(start), consistent: true }).send()),
  );
  const all = [...filed, ...Object.values(stored?.outbox ?? {})].map(({ event }) => event);
  return [...new Map(all.map((event) => [entryKeyOf(event), event])).values()].sort(byEventTime);
};

/** See `FindingStore.transitions`. */
export const transitions = async (
  findingTable: FindingTable,
  accountId: string,
  findingId: string,
): Promise<readonly Transition[]> => {
  const stored = await getFinding(findingTable, accountId, findingId);
  const query = findingTable.table
    .build(QueryCommand)
    .query({ partition: partitionOf(accountId, findingId), range: { beginsWith: transitionPrefix } })
    .entities(findingTable.transitions);
  const filed = await Array.fromAsync(
    pagesOf((start) => query.options({ ...untagged, ...startAt(start), consistent: true }).send()),
  );
  const promised = Object.values(stored?.outbox ?? {});
  const all = [...filed, ...promised].flatMap(({ transition }) => (transition ? [transition] : []));
  return [...new Map(all.map((transition) => [transition.version, transition])).values()].sort(
    (a, b) => a.version - b.version,
  );
};

/** See `FindingStore.transitionsIn`. */
export const transitionsIn = (findingTable: FindingTable, month: string): AsyncIterable<Transition> => {
  const shards = monthPartitions(month).map(async function* (partition) {
    const query = findingTable.table
      .build(QueryCommand)
      .query({ index: 'month', partition })
      .entities(findingTable.transitions);
    for await (const { transition } of pagesOf((start) =>
      query.options({ ...untagged, ...startAt(start) }).send(),
    ))
      yield transition;
  });
  return mergeInOrder(shards, (a, b) => compareText(transitionKeyOf(a), transitionKeyOf(b)));
};

const openShard = async function* (
  findingTable: FindingTable,
  partition: string,
  [lowest, highest]: readonly [string, string],
  limit?: number,
): AsyncGenerator<Finding> {
  const atOnce = limit === undefined ? {} : { limit };
  const query = findingTable.table
    .build(QueryCommand)
    .query({ index: 'open', partition, range: { between: [lowest, highest] } })
    .entities(findingTable.open);
  for await (const { finding, alertedVersion } of pagesOf((start) =>
    query.options({ ...untagged, ...startAt(start), reverse: true, ...atOnce }).send(),
  ))
    yield { ...finding, alertedVersion };
};

/** See `FindingStore.openFindings`. A finding that changes between two pages may be met twice or not at all. */
export const openFindings = async (
  findingTable: FindingTable,
  accountId: string,
  { minSeverity = 'info', limit = 100, after }: NonNullable<Parameters<FindingStore['openFindings']>[1]> = {},
): Promise<Page<Finding>> => {
  const from = after === undefined ? beyondOpenKeys : fromPageToken(after);
  // The range includes its ends, so the last finding of the page before comes back; one more tells whether there is a next.
  const shards = openPartitions(accountId).map((partition) =>
    openShard(findingTable, partition, [lowestOpenKey(minSeverity), from], limit + 2),
  );
  const items: Finding[] = [];
  for await (const finding of mergeInOrder(shards, (a, b) => compareText(openKeyOf(b), openKeyOf(a)))) {
    const last = items.at(-1);
    if (last && items.length === limit) return { items, next: toPageToken(openKeyOf(last)) };
    if (openKeyOf(finding) !== from) items.push(finding);
  }
  return { items };
};

/** See `FindingStore.everyOpen`. Shard after shard, so that no more than one page (1 MB) is held. */
export const everyOpen = async function* (
  findingTable: FindingTable,
  accountId: string,
): AsyncGenerator<Finding> {
  for (const partition of openPartitions(accountId))
    yield* openShard(findingTable, partition, [lowestOpenKey('info'), beyondOpenKeys]);
};

/** See `FindingStore.pendingAlerts`. The index may lag, so each finding is read again; one whose writer crashed is settled. */
export const pendingAlerts = async function* (writing: Writing, before: string): AsyncGenerator<Finding> {
  const { table: findingTable } = writing;
  const shards = pendingPartitions.map(async function* (partition) {
    const query = findingTable.table
      .build(QueryCommand)
      .query({ index: 'pending', partition, range: { lt: before } })
      .entities(findingTable.pending);
    yield* pagesOf((start) => query.options({ ...untagged, ...startAt(start) }).send());
  });
  for await (const { pk } of mergeInOrder(shards, (a, b) => compareText(a.pendingSk, b.pendingSk))) {
    const stored = await getFindingAt(findingTable, pk);
    const finding = stored && (await settle(writing, stored)).finding;
    if (finding && finding.alertedVersion < finding.version && finding.recordedAt < before) yield finding;
  }
};
