import {
  type AttributeDefinition,
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  type GlobalSecondaryIndex,
  type KeySchemaElement,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { historySchema } from '../../config/history-schema.ts';
import { type IndexSchema, type KeySchema, tableSchema } from '../../config/table-schema.ts';

const keySchema = ({ partitionKey, sortKey }: KeySchema): KeySchemaElement[] => [
  { AttributeName: partitionKey, KeyType: 'HASH' },
  { AttributeName: sortKey, KeyType: 'RANGE' },
];

const projectionOf = ({ projection }: IndexSchema) =>
  projection.type === 'INCLUDE'
    ? { ProjectionType: projection.type, NonKeyAttributes: [...projection.attributes] }
    : { ProjectionType: projection.type };

const indexesOf = (): GlobalSecondaryIndex[] =>
  Object.entries<IndexSchema>(tableSchema.indexes).map(([IndexName, index]) => ({
    IndexName,
    KeySchema: keySchema(index),
    Projection: projectionOf(index),
  }));

const create = async (client: DynamoDBClient, table: CreateTableCommandInput): Promise<void> => {
  await client.send(new CreateTableCommand({ BillingMode: 'PAY_PER_REQUEST', ...table }));
  await waitUntilTableExists(
    { client, maxWaitTime: 30, minDelay: 0.05, maxDelay: 1 },
    { TableName: table.TableName },
  );
};

const textAttributes = (schemas: readonly KeySchema[]): AttributeDefinition[] =>
  schemas
    .flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey])
    .map((AttributeName) => ({ AttributeName, AttributeType: 'S' }));

/**
 * Creates the findings table on an emulator and waits until it can be used. On AWS the CDK stack creates it, with backups,
 * encryption and expiry, from the same schema.
 */
export const createFindingTable = (client: DynamoDBClient, tableName: string): Promise<void> =>
  create(client, {
    TableName: tableName,
    KeySchema: keySchema(tableSchema),
    AttributeDefinitions: textAttributes([tableSchema, ...Object.values(tableSchema.indexes)]),
    GlobalSecondaryIndexes: indexesOf(),
  });

/** As `createFindingTable`, for the table of the event history. */
export const createHistoryTable = (client: DynamoDBClient, tableName: string): Promise<void> =>
  create(client, {
    TableName: tableName,
    KeySchema: keySchema(historySchema),
    AttributeDefinitions: textAttributes([historySchema]),
  });
