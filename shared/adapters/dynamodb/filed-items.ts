import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get';
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put';
import type { FiledEvent } from '../../findings/finding.ts';
import { daysAfter, type Entry, eventDays, undoingDays } from '../../findings/recording.ts';
import { isWritten } from './conditional-write.ts';
import type { StoredFinding } from './finding-item.ts';
import type { FindingTable } from './finding-table.ts';
import { eventSortKey, monthIndexKeys, partitionOf, rememberedSortKey, transitionSortKey } from './keys.ts';

const epochSeconds = (time: string): number => Math.floor(Date.parse(time) / 1000);

const fileEntry = async (
  { events, transitions }: FindingTable,
  { event, transition }: Entry,
  expiresAt: number,
): Promise<void> => {
  const pk = partitionOf(event.accountId, event.findingId);
  const eventItem = { pk, sk: eventSortKey(event), expiresAt, event };
  const puts: Promise<unknown>[] = [events.build(PutItemCommand).item(eventItem).send()];
  if (transition) {
    const sk = transitionSortKey(transition.version);
    const item = { pk, sk, ...monthIndexKeys(transition), transition };
    puts.push(transitions.build(PutItemCommand).item(item).send());
  }
  await Promise.all(puts);
};

/** Files what is in a finding's outbox. The same entry filed twice is the same item. */
export const fileOutbox = async (table: FindingTable, { outbox, finding }: StoredFinding): Promise<void> => {
  const expiresAt = epochSeconds(daysAfter(finding.recordedAt, eventDays));
  await Promise.all(Object.values(outbox).map((entry) => fileEntry(table, entry, expiresAt)));
};

/** Whether the event lies filed under its finding. An event past its expiry may lie there still; then it counts as filed. */
export const isFiled = async (
  { events }: FindingTable,
  accountId: string,
  findingId: string,
  event: Pick<FiledEvent, 'role' | 'event'>,
): Promise<boolean> => {
  const { Item } = await events
    .build(GetItemCommand)
    .key({ pk: partitionOf(accountId, findingId), sk: eventSortKey(event) })
    .options({ consistent: true })
    .send();
  return Item !== undefined;
};

/** Remembers the undoing of an unknown finding, unless a later one is remembered: one item however often it is undone. */
export const rememberUndoing = async (
  { remembered }: FindingTable,
  event: FiledEvent,
  recordedAt: string,
): Promise<void> => {
  const order = `${event.event.time}#${event.event.id}`;
  const item = {
    pk: partitionOf(event.accountId, event.findingId),
    sk: rememberedSortKey,
    expiresAt: epochSeconds(daysAfter(recordedAt, undoingDays)),
    order,
    event,
  };
  const isLatest = [
    { attr: 'order', exists: false },
    { attr: 'order', lt: order },
  ] as const;
  await isWritten(
    remembered
      .build(PutItemCommand)
      .item(item)
      .options({ condition: { or: [...isLatest] } })
      .send(),
  );
};

/** The latest undoing that is remembered. DynamoDB may delete days after expiry, so expiry is looked at here. */
export const recallUndoing = async (
  { remembered }: FindingTable,
  accountId: string,
  findingId: string,
  now: string,
): Promise<FiledEvent | undefined> => {
  const { Item } = await remembered
    .build(GetItemCommand)
    .key({ pk: partitionOf(accountId, findingId), sk: rememberedSortKey })
    .options({ consistent: true })
    .send();
  return Item && Item.expiresAt > epochSeconds(now) ? Item.event : undefined;
};
