import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe } from 'vitest';
import { createFindingTable } from '../../../shared/adapters/dynamodb/create-table.ts';
import { dynamoFindingStore } from '../../../shared/adapters/dynamodb/finding-store.ts';
import { describeFindingStore } from '../../contract/finding-store.ts';
import { type Server, startableServers } from './servers.ts';

for (const { name, start } of await startableServers('finding store')) {
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

    describeFindingStore(name, async () => {
      const tableName = `contract-${process.pid}-${tables++}`;
      await createFindingTable(client, tableName);
      return dynamoFindingStore({ client, tableName });
    });
  });
}
