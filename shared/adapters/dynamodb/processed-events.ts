import { createHash } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Entity } from 'dynamodb-toolbox/entity';
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put';
import { item, list, number, string } from 'dynamodb-toolbox/schema';
import { Table } from 'dynamodb-toolbox/table';
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import { historySchema } from '../../config/history-schema.ts';
import { endOf, hourOf } from '../../reconcile/hours.ts';
import type { EventHour, ProcessedEvent, ProcessedEvents } from '../../reconcile/processed-events.ts';

/** Partitions of one hour: batches of several functions at once are spread over them. */
const shards = 4;
/** Below one write unit (1 KB). A batch of the queue has ten. */
const idsPerRow = 50;
const keptDays = 15;

const hashOf = (value: string): Buffer => createHash('sha256').update(value).digest();

/** 72 bits of an id: as good as the id among the events of an hour, at a third of its length. */
const shortOf = (eventId: string): string => hashOf(eventId).subarray(0, 9).toString('base64url');

const partitionOf = ({ accountId, region, hour }: EventHour, shard: number): string =>
  `P#${accountId}#${region}#${hour}#${shard}`;

const schema = item({
  pk: string().key(),
  sk: string().key(),
  expiresAt: number(),
  /** Shortened ids of events. */
  ids: list(string()),
});

const text = <const NAME extends string>(name: NAME) => ({ name, type: 'string' }) as const;

const rowsIn = (client: DynamoDBClient, name: string) => {
  const table = new Table({
    documentClient: DynamoDBDocumentClient.from(client),
    name,
    partitionKey: text(historySchema.partitionKey),
    sortKey: text(historySchema.sortKey),
  });
  return {
    table,
    rows: new Entity({ name: 'processed', schema, table, timestamps: false, entityAttribute: false }),
  };
};

const chunksOf = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / idsPerRow) }, (_, i) =>
    ids.slice(i * idsPerRow, (i + 1) * idsPerRow),
  );

/** A row named by what is in it: the same events noted again are the same row. */
const rowOf = (hour: EventHour, ids: readonly string[]) => {
  const hash = hashOf(ids.join());
  return {
    pk: partitionOf(hour, (hash[31] ?? 0) % shards),
    sk: hash.subarray(0, 9).toString('base64url'),
    expiresAt: Math.ceil(endOf(hour.hour) / 1000) + keptDays * 86_400,
    ids: [...ids],
  };
};

const byHour = (events: readonly ProcessedEvent[]): readonly (readonly [EventHour, readonly string[]])[] =>
  [
    ...Map.groupBy(events, ({ accountId, region, time }) =>
      JSON.stringify({ accountId, region, hour: hourOf(time) }),
    ),
  ].map(([key, its]) => [
    JSON.parse(key) as EventHour,
    [...new Set(its.map(({ id }) => shortOf(id)))].sort(),
  ]);

/**
 * Processed events in the table of the event history: one row for each batch of the queue, so that noting costs one small write however many
 * events there are, and no item grows or is written twice (docs/adr/0041-reconciliation.md).
 */
export const dynamoProcessedEvents = ({
  client,
  tableName,
}: {
  readonly client: DynamoDBClient;
  /** A table made from `shared/config/history-schema.ts`. */
  readonly tableName: string;
}): ProcessedEvents => {
  const { table, rows } = rowsIn(client, tableName);

  const readShard = async (hour: EventHour, shard: number): Promise<readonly string[]> => {
    const query = table
      .build(QueryCommand)
      .query({ partition: partitionOf(hour, shard) })
      .entities(rows);
    const ids: string[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const from = start === undefined ? {} : { exclusiveStartKey: start };
      const page = await query.options({ entityAttrFilter: false, consistent: true, ...from }).send();
      for (const row of page.Items ?? []) ids.push(...row.ids);
      start = page.LastEvaluatedKey;
    } while (start);
    return ids;
  };

  return {
    async note(events) {
      const items = byHour(events).flatMap(([hour, ids]) => chunksOf(ids).map((chunk) => rowOf(hour, chunk)));
      await Promise.all(items.map((row) => rows.build(PutItemCommand).item(row).send()));
    },
    async in(hour) {
      const all = await Promise.all(Array.from({ length: shards }, (_, shard) => readShard(hour, shard)));
      const ids = new Set(all.flat());
      return { count: ids.size, has: (eventId) => ids.has(shortOf(eventId)) };
    },
  };
};
