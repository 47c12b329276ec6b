import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe } from 'vitest';
import { createHistoryTable } from '../../../shared/adapters/dynamodb/create-table.ts';
import { dynamoEventHistory } from '../../../shared/adapters/dynamodb/event-history.ts';
import { describeEventHistory, ruleIds } from '../../contract/event-history.ts';
import { type Server, startableServers } from './servers.ts';

for (const { name, start } of await startableServers('event history')) {
  describe(name, () => {
    let server: Server;
    let client: DynamoDBClient;
    let tables = 0;

    beforeAll(async () => {
      server = await start();
      client = new DynamoDBClient(server.config);
    });

    afterAll(async () => {
      client.destroy();
      await server.close();
    });

    describeEventHistory(name, async (since) => {
      const tableName = `history-${process.pid}-${tables++}`;
      await createHistoryTable(client, tableName);
      const now = () => Date.parse(since);
      return { open: () => dynamoEventHistory({ client, tableName, ruleIds, now }) };
    });
  });
}
