import {
  CreateTableCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndex,
  type KeySchemaElement,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
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

/**
 * Creates the findings table on an emulator and waits until it can be used. On AWS the CDK stack creates it, with backups,
 * encryption and expiry, from the same schema.
 */
export const createFindingTable = async (client: DynamoDBClient, tableName: string): Promise<void> => {
  const keys = [tableSchema, ...Object.values(tableSchema.indexes)].flatMap((schema) => [
    schema.partitionKey,
    schema.sortKey,
  ]);
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keySchema(tableSchema),
      AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      GlobalSecondaryIndexes: indexesOf(),
    }),
  );
  await waitUntilTableExists(
    { client, maxWaitTime: 30, minDelay: 0.05, maxDelay: 1 },
    { TableName: tableName },
  );
};
