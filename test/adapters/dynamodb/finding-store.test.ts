import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, describe } from 'vitest';
import { createFindingTable } from '../../../shared/adapters/dynamodb/create-table.ts';
import { dynamoFindingStore } from '../../../shared/adapters/dynamodb/finding-store.ts';
import { describeFindingStore } from '../../contract/finding-store.ts';
import { startableServers } from './servers.ts';

for (const { name, start } of await startableServers()) {
  describe(name, async () => {
    const server = await start();
    const client = new DynamoDBClient(server.config);
    let tables = 0;

    afterAll(async () => {
      client.destroy();
      await server.close();
    });

    describeFindingStore(name, async () => {
      const tableName = `contract-${process.pid}-${tables++}`;
      await createFindingTable(client, tableName);
      return dynamoFindingStore({ client, tableName });
    });
  });
}
