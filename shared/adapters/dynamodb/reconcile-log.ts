import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Entity } from 'dynamodb-toolbox/entity';
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get';
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put';
import { any, item, number, string } from 'dynamodb-toolbox/schema';
import { Table } from 'dynamodb-toolbox/table';
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import { jsonStringify } from 'dynamodb-toolbox/transformers/jsonStringify';
import { tableSchema } from '../../config/table-schema.ts';
import type {
  Checkpoint,
  Gap,
  HourResult,
  ReconcileLog,
  StoredCheckpoint,
} from '../../reconcile/reconcile-log.ts';
import { isWritten } from './conditional-write.ts';

const primaryKey = { pk: string().key(), sk: string().key() };

// As JSON text, for the reasons given in finding-table.ts.
const json = <T>() => any().castAs<T>().transform(jsonStringify());

const checkpointSchema = item({
  ...primaryKey,
  /** Optimistic lock. */
  revision: number(),
  checkpoint: json<Checkpoint>(),
});
const gapSchema = item({ ...primaryKey, gap: json<Gap>() });
const hourSchema = item({ ...primaryKey, result: json<HourResult>() });

const text = <const NAME extends string>(name: NAME) => ({ name, type: 'string' }) as const;

const entitiesIn = (client: DynamoDBClient, name: string) => {
  const table = new Table({
    documentClient: DynamoDBDocumentClient.from(client),
    name,
    partitionKey: text(tableSchema.partitionKey),
    sortKey: text(tableSchema.sortKey),
  });
  const plain = { table, timestamps: false, entityAttribute: false } as const;
  return {
    table,
    checkpoints: new Entity({ name: 'checkpoint', schema: checkpointSchema, ...plain }),
    gaps: new Entity({ name: 'gap', schema: gapSchema, ...plain }),
    hours: new Entity({ name: 'hour', schema: hourSchema, ...plain }),
  };
};

type Entities = ReturnType<typeof entitiesIn>;

const checkpointKey = 'CHECKPOINT';
const gapPrefix = 'G#';
const hourPrefix = 'H#';

const readAll = async <E extends Entities['gaps'] | Entities['hours']>(
  table: Entities['table'],
  entity: E,
  partition: string,
  prefix: string,
) => {
  const query = table
    .build(QueryCommand)
    .query({ partition, range: { beginsWith: prefix } })
    .entities(entity);
  type Items = NonNullable<Awaited<ReturnType<typeof query.send>>['Items']>;
  const items: Items[number][] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const from = start === undefined ? {} : { exclusiveStartKey: start };
    const page = await query.options({ entityAttrFilter: false, consistent: true, ...from }).send();
    items.push(...((page.Items ?? []) as Items));
    start = page.LastEvaluatedKey;
  } while (start);
  return items;
};

/** What reconciliation has done, in the table of findings: it says how complete they are, so it is kept as long. */
export const dynamoReconcileLog = ({
  client,
  tableName,
  accountId,
}: {
  readonly client: DynamoDBClient;
  /** A table made from `shared/config/table-schema.ts`. */
  readonly tableName: string;
  readonly accountId: string;
}): ReconcileLog => {
  const { table, checkpoints, gaps, hours } = entitiesIn(client, tableName);
  const regionKey = (region: string): string => `R#${accountId}#${region}`;
  const monthKey = (region: string, month: string): string => `${regionKey(region)}#${month}`;
  return {
    async checkpoint(region) {
      const key = { pk: regionKey(region), sk: checkpointKey };
      const { Item } = await checkpoints.build(GetItemCommand).key(key).options({ consistent: true }).send();
      return Item && { ...Item.checkpoint, revision: Item.revision };
    },
    async save(region, { next, progress }, before) {
      const checkpoint: Checkpoint = { next, ...(progress ? { progress } : {}) };
      const saved: StoredCheckpoint = { ...checkpoint, revision: (before?.revision ?? 0) + 1 };
      const { revision } = saved;
      const row = { pk: regionKey(region), sk: checkpointKey, revision, checkpoint };
      const condition = before
        ? ({ attr: 'revision', eq: before.revision } as const)
        : ({ attr: 'revision', exists: false } as const);
      const isSaved = await isWritten(
        checkpoints.build(PutItemCommand).item(row).options({ condition }).send(),
      );
      return isSaved ? saved : undefined;
    },
    async noteGap(gap) {
      const pk = monthKey(gap.region, gap.time.slice(0, 7));
      const row = { pk, sk: `${gapPrefix}${gap.time}#${gap.eventId}`, gap };
      const condition = { attr: 'pk', exists: false } as const;
      await isWritten(gaps.build(PutItemCommand).item(row).options({ condition }).send());
    },
    async noteHour(result) {
      const pk = monthKey(result.region, result.hour.slice(0, 7));
      await hours
        .build(PutItemCommand)
        .item({ pk, sk: `${hourPrefix}${result.hour}`, result })
        .send();
    },
    gaps: async (region, month) =>
      (await readAll(table, gaps, monthKey(region, month), gapPrefix)).map(
        (row) => (row as { gap: Gap }).gap,
      ),
    hours: async (region, month) =>
      (await readAll(table, hours, monthKey(region, month), hourPrefix)).map(
        (row) => (row as { result: HourResult }).result,
      ),
  };
};
