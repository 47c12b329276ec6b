import { createHash } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Entity } from 'dynamodb-toolbox/entity';
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get';
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put';
import { any, item, number, string } from 'dynamodb-toolbox/schema';
import { Table } from 'dynamodb-toolbox/table';
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import { jsonStringify } from 'dynamodb-toolbox/transformers/jsonStringify';
import { historySchema } from '../../config/history-schema.ts';
import { addUses, type DailyUse, dayOfUse, type KeptUse, type NotedUse } from '../../inventory/daily-use.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { isWritten } from './conditional-write.ts';
import { type Contention, defaultContention, overtaken, untilAhead } from './contention.ts';

/** What the inventory is kept in. */
export interface DynamoInventoryOptions {
  readonly client: DynamoDBClient;
  /** A table made from `shared/config/history-schema.ts`. */
  readonly tableName: string;
  readonly contention?: Contention;
}

/** Partitions of one account and day: its actors are spread over them. */
const shards = 4;
/** As long as the transitions of findings (docs/architecture.md, decision 12): a report may be asked for a year later. */
const keptDays = 400;

const schema = item({
  pk: string().key(),
  sk: string().key(),
  expiresAt: number(),
  /** Optimistic lock. */
  revision: number(),
  // As JSON text, for the reasons given in finding-table.ts.
  use: any().castAs<KeptUse>().transform(jsonStringify()),
});

const text = <const NAME extends string>(name: NAME) => ({ name, type: 'string' }) as const;

const entitiesIn = (client: DynamoDBClient, name: string) => {
  const table = new Table({
    documentClient: DynamoDBDocumentClient.from(client),
    name,
    partitionKey: text(historySchema.partitionKey),
    sortKey: text(historySchema.sortKey),
  });
  return {
    table,
    days: new Entity({ name: 'use', schema, table, timestamps: false, entityAttribute: false }),
  };
};

const partitionOf = (accountId: string, day: string, shard: number): string =>
  `I#${accountId}#${day}#${shard}`;

/** Of one length and one alphabet: an actor's key is made of what an attacker may choose. */
const keyOf = (use: NotedUse) => {
  const hash = createHash('sha256').update(use.actor.key).digest();
  return {
    pk: partitionOf(use.accountId, dayOfUse(use), (hash[31] ?? 0) % shards),
    sk: hash.subarray(0, 18).toString('base64url'),
  };
};

/** Too many other processes recorded the same actor at the same time. */
export class InventoryContendedError extends Error {
  override readonly name = 'InventoryContendedError';
}

/**
 * The inventory in the table of the event history: one item for each account, day and actor, which each batch of the queue reads and writes
 * once. Keys, cost and what is counted twice: docs/adr/0050-inventory.md.
 */
export const dynamoInventory = ({
  client,
  tableName,
  contention = defaultContention,
}: DynamoInventoryOptions): Inventory => {
  const { table, days } = entitiesIn(client, tableName);

  const readShard = async (accountId: string, day: string, shard: number): Promise<readonly DailyUse[]> => {
    const query = table
      .build(QueryCommand)
      .query({ partition: partitionOf(accountId, day, shard) })
      .entities(days);
    const read: DailyUse[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const from = start === undefined ? {} : { exclusiveStartKey: start };
      const page = await query.options({ entityAttrFilter: false, ...from }).send();
      for (const { use } of page.Items ?? []) {
        const { recent: _, ...shown } = use;
        read.push(shown);
      }
      start = page.LastEvaluatedKey;
    } while (start);
    return read;
  };

  return {
    add(uses) {
      const [first] = uses;
      const key = keyOf(first);
      const expiresAt = Math.ceil(Date.parse(dayOfUse(first)) / 1000) + keptDays * 86_400;
      const giveUp = (attempts: number) =>
        new InventoryContendedError(`others recorded the same actor ${attempts} times in a row`);
      return untilAhead(giveUp, contention, async () => {
        const { Item } = await days.build(GetItemCommand).key(key).options({ consistent: true }).send();
        const use = addUses(Item?.use, uses);
        if (use === Item?.use) return;
        const condition = Item
          ? ({ attr: 'revision', eq: Item.revision } as const)
          : ({ attr: 'revision', exists: false } as const);
        const row = { ...key, expiresAt, revision: (Item?.revision ?? 0) + 1, use };
        const put = days.build(PutItemCommand).item(row).options({ condition });
        return (await isWritten(put.send())) ? undefined : overtaken;
      });
    },

    async on(accountId, day) {
      const read = await Promise.all(
        Array.from({ length: shards }, (_, shard) => readShard(accountId, day, shard)),
      );
      return read.flat().sort((a, b) => (a.actor.key < b.actor.key ? -1 : 1));
    },
  };
};
