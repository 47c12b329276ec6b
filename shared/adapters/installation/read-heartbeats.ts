import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { historySchema } from '../../config/history-schema.ts';
import type { HeartbeatState } from '../../reconcile/heartbeat.ts';

const fields = { SENT: 'sentAt', SEEN: 'seenAt' } as const;

/** The latest heartbeat of each Region, from the table of the history (keys: shared/adapters/dynamodb/heartbeats.ts). */
export const readHeartbeats = async (
  client: DynamoDBClient,
  tableName: string,
  accountId: string,
): Promise<readonly HeartbeatState[]> => {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: '#pk = :pk',
      ExpressionAttributeNames: { '#pk': historySchema.partitionKey },
      ExpressionAttributeValues: { ':pk': { S: `HEARTBEAT#${accountId}` } },
    }),
  );
  const states = new Map<string, HeartbeatState>();
  for (const item of Items) {
    const [region = '', kind = ''] = (item[historySchema.sortKey]?.S ?? '').split('#');
    const field = fields[kind as keyof typeof fields];
    states.set(region, { ...(states.get(region) ?? { region }), [field]: item['at']?.S ?? '' });
  }
  return [...states.values()];
};
