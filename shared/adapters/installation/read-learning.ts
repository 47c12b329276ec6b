import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { historySchema } from '../../config/history-schema.ts';
import type { Learning } from '../../health/installation.ts';

/** Since when rules have a history in an account, from the table of the history (keys: shared/adapters/dynamodb/history-keys.ts). */
export const readLearning = async (
  client: DynamoDBClient,
  tableName: string,
  accountId: string,
  at: string,
): Promise<Learning> => {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: '#pk = :pk',
      ExpressionAttributeNames: { '#pk': historySchema.partitionKey },
      ExpressionAttributeValues: { ':pk': { S: `SINCE#${accountId}` } },
    }),
  );
  return {
    at,
    since: Items.map((item) => [item[historySchema.sortKey]?.S ?? '', item['since']?.S ?? ''] as const),
  };
};
