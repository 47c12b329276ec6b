import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Entity } from 'dynamodb-toolbox/entity';
import { any, boolean, item, list, number, string } from 'dynamodb-toolbox/schema';
import { Table } from 'dynamodb-toolbox/table';
import { jsonStringify } from 'dynamodb-toolbox/transformers/jsonStringify';
import { historySchema } from '../../config/history-schema.ts';
import type { Sighting } from '../../history/first-sighting.ts';
import type { KnownHistory, NotedEvent } from '../../history/window.ts';

const text = <const NAME extends string>(name: NAME) => ({ name, type: 'string' }) as const;

const primaryKey = { pk: string().key(), sk: string().key() };

// As JSON text, for the reasons given in finding-table.ts.
const json = <T>() => any().castAs<T>().transform(jsonStringify());

/** An event of a window. */
const rowSchema = item({ ...primaryKey, expiresAt: number(), event: json<NotedEvent>() });

/** What was answered for an event of a window, apart from it: the events stay small, since windows are read again and again. */
const answerSchema = item({
  ...primaryKey,
  expiresAt: number(),
  status: any().castAs<KnownHistory['status']>(),
  count: number(),
  repeats: boolean().optional(),
  /** Row ids of the answer's events, in their order. */
  of: list(string()),
});

/** Says that an event met the window when no other event near it had. */
const markSchema = item({ ...primaryKey, expiresAt: number() });

/** A day on which a first-seen key occurred. */
const sightingSchema = item({
  ...primaryKey,
  expiresAt: number(),
  /** Optimistic lock. */
  revision: number(),
  sighting: json<Sighting>(),
});

/** Since when a rule has a history in an account. Never expires. */
const beginningSchema = item({ ...primaryKey, since: string() });

/** The table's items as typed entities, bound to a client. */
export const historyTable = (client: DynamoDBClient, name: string) => {
  const table = new Table({
    documentClient: DynamoDBDocumentClient.from(client),
    name,
    partitionKey: text(historySchema.partitionKey),
    sortKey: text(historySchema.sortKey),
  });
  const plain = { table, timestamps: false, entityAttribute: false } as const;
  return {
    table,
    rows: new Entity({ name: 'row', schema: rowSchema, ...plain }),
    answers: new Entity({ name: 'answer', schema: answerSchema, ...plain }),
    marks: new Entity({ name: 'mark', schema: markSchema, ...plain }),
    sightings: new Entity({ name: 'sighting', schema: sightingSchema, ...plain }),
    beginnings: new Entity({ name: 'beginning', schema: beginningSchema, ...plain }),
  };
};

export type HistoryTable = ReturnType<typeof historyTable>;
