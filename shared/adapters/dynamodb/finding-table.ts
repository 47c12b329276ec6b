import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Entity } from 'dynamodb-toolbox/entity';
import { any, boolean, item, number, record, string } from 'dynamodb-toolbox/schema';
import { Table } from 'dynamodb-toolbox/table';
import { jsonStringify } from 'dynamodb-toolbox/transformers/jsonStringify';
import type { KeyChange } from '../../account/key-changes.ts';
import { tableSchema } from '../../config/table-schema.ts';
import type { FiledEvent, Finding, Transition } from '../../findings/finding.ts';
import type { Entry } from '../../findings/recording.ts';

const text = <const NAME extends string>(name: NAME) => ({ name, type: 'string' }) as const;

const { open, pending, month } = tableSchema.indexes;

const indexes = {
  open: { type: 'global', partitionKey: text(open.partitionKey), sortKey: text(open.sortKey) },
  pending: { type: 'global', partitionKey: text(pending.partitionKey), sortKey: text(pending.sortKey) },
  month: { type: 'global', partitionKey: text(month.partitionKey), sortKey: text(month.sortKey) },
} as const;

const primaryKey = { pk: string().key(), sk: string().key() };

// Domain objects are stored whole, as JSON text. A schema that lists their fields would drop, on reading, one that was added
// later; and text from CloudTrail cannot make an item that DynamoDB refuses (a number of 10^200, half a surrogate pair).
const json = <T>() => any().castAs<T>().transform(jsonStringify());

const storedFinding = { alertedVersion: number(), finding: json<Omit<Finding, 'alertedVersion'>>() };

const findingSchema = item({
  ...primaryKey,
  openPk: string().optional(),
  openSk: string().optional(),
  pendingPk: string().optional(),
  pendingSk: string().optional(),
  /** Optimistic lock: raised by each write that changes the finding. */
  revision: number(),
  version: number(),
  /** Not yet asked whether an undoing arrived while the finding was made. */
  newborn: boolean().optional(),
  /** Entries that count already and are still to be filed as items of their own, by event. */
  outbox: record(string(), json<Entry>()),
  ...storedFinding,
});

const eventSchema = item({ ...primaryKey, expiresAt: number(), event: json<FiledEvent>() });

const transitionSchema = item({
  ...primaryKey,
  monthPk: string(),
  monthSk: string(),
  transition: json<Transition>(),
});

/** A finding as the index `open` shows it. */
const openSchema = item({ ...primaryKey, ...storedFinding });

/** A finding as the index `pending` shows it. */
const pendingSchema = item({ ...primaryKey, pendingSk: string() });

const rememberedSchema = item({
  ...primaryKey,
  expiresAt: number(),
  /** Event time and id: the latest stays. */
  order: string(),
  event: json<FiledEvent>(),
});

const keyChangeSchema = item({
  ...primaryKey,
  /** Event time and id: the latest stays. */
  order: string(),
  change: json<KeyChange>(),
});

/** The table's items as typed entities, bound to a client. */
export const findingTable = (client: DynamoDBClient, name: string) => {
  const documentClient = DynamoDBDocumentClient.from(client);
  const table = new Table({
    documentClient,
    name,
    partitionKey: text(tableSchema.partitionKey),
    sortKey: text(tableSchema.sortKey),
    indexes,
  });
  // No time stamps by the library: time comes in as data, and the same entry written twice must be the same item.
  const plain = { table, timestamps: false, entityAttribute: false } as const;
  return {
    table,
    findings: new Entity({ name: 'finding', schema: findingSchema, ...plain }),
    open: new Entity({ name: 'open', schema: openSchema, ...plain }),
    pending: new Entity({ name: 'pending', schema: pendingSchema, ...plain }),
    events: new Entity({ name: 'event', schema: eventSchema, ...plain }),
    transitions: new Entity({ name: 'transition', schema: transitionSchema, ...plain }),
    remembered: new Entity({ name: 'remembered', schema: rememberedSchema, ...plain }),
    keyChanges: new Entity({ name: 'key-change', schema: keyChangeSchema, ...plain }),
  };
};

export type FindingTable = ReturnType<typeof findingTable>;
