import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe } from 'vitest';
import { createHistoryTable } from '../../../shared/adapters/dynamodb/create-table.ts';
import { dynamoInventory } from '../../../shared/adapters/dynamodb/inventory.ts';
import { describeInventory } from '../../contract/inventory.ts';
import { type Server, startableServers } from './servers.ts';

for (const { name, start } of await startableServers('inventory')) {
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

    describeInventory(name, async () => {
      const tableName = `inventory-${process.pid}-${tables++}`;
      await createHistoryTable(client, tableName);
      const open = () => dynamoInventory({ client, tableName });
      return [open(), open()];
    });
  });
}
