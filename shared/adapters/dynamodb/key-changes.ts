import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get';
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put';
import { type KeyChange, type KeyChanges, orderOfChange } from '../../account/key-changes.ts';
import { isWritten } from './conditional-write.ts';
import { type FindingTable, findingTable } from './finding-table.ts';
import { keyChangePartition, keyChangeSortKey } from './keys.ts';

const readsAtOnce = 16;

const note = async ({ keyChanges }: FindingTable, change: KeyChange): Promise<void> => {
  const order = orderOfChange(change);
  const isLatest = [
    { attr: 'order', exists: false },
    { attr: 'order', lt: order },
  ] as const;
  const item = {
    pk: keyChangePartition(change.accountId, change.keyId),
    sk: keyChangeSortKey,
    order,
    change,
  };
  await isWritten(
    keyChanges
      .build(PutItemCommand)
      .item(item)
      .options({ condition: { or: [...isLatest] } })
      .send(),
  );
};

const get = async (
  { keyChanges }: FindingTable,
  accountId: string,
  keyId: string,
): Promise<KeyChange | undefined> => {
  const { Item } = await keyChanges
    .build(GetItemCommand)
    .key({ pk: keyChangePartition(accountId, keyId), sk: keyChangeSortKey })
    .options({ consistent: true })
    .send();
  return Item?.change;
};

const latest = async (
  table: FindingTable,
  accountId: string,
  keyIds: readonly string[],
): Promise<ReadonlyMap<string, KeyChange>> => {
  const found = new Map<string, KeyChange>();
  const left = keyIds.values();
  const reader = async (): Promise<void> => {
    // One iterator for all readers: each takes the next key that nobody has taken.
    for (const keyId of left) {
      const change = await get(table, accountId, keyId);
      if (change) found.set(keyId, change);
    }
  };
  await Promise.all(Array.from({ length: readsAtOnce }, reader));
  return found;
};

/** Remembers changes of access keys in the findings table, one item a key, for ever: an audit asks years later when a key was shut off. */
export const dynamoKeyChanges = ({
  client,
  tableName,
}: {
  readonly client: DynamoDBClient;
  /** A table made from `shared/config/table-schema.ts`. */
  readonly tableName: string;
}): KeyChanges => {
  const table = findingTable(client, tableName);
  return {
    note: (change) => note(table, change),
    latest: (accountId, keyIds) => latest(table, accountId, keyIds),
  };
};
