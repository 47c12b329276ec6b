import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe } from 'vitest';
import { createFindingTable, createHistoryTable } from '../../../shared/adapters/dynamodb/create-table.ts';
import { dynamoHeartbeats } from '../../../shared/adapters/dynamodb/heartbeats.ts';
import { dynamoProcessedEvents } from '../../../shared/adapters/dynamodb/processed-events.ts';
import { dynamoReconcileLog } from '../../../shared/adapters/dynamodb/reconcile-log.ts';
import { describeHeartbeats } from '../../contract/heartbeats.ts';
import { describeProcessedEvents } from '../../contract/processed-events.ts';
import { describeReconcileLog } from '../../contract/reconcile-log.ts';
import { type Server, startableServers } from './servers.ts';

for (const { name, start } of await startableServers('reconciliation')) {
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

    describeProcessedEvents(name, async () => {
      const tableName = `processed-${process.pid}-${tables++}`;
      await createHistoryTable(client, tableName);
      const open = () => dynamoProcessedEvents({ client, tableName });
      return [open(), open()];
    });

    describeHeartbeats(name, async () => {
      const tableName = `heartbeats-${process.pid}-${tables++}`;
      await createHistoryTable(client, tableName);
      const open = () => dynamoHeartbeats({ client, tableName, accountId: '111122223333' });
      return [open(), open()];
    });

    describeReconcileLog(name, async () => {
      const tableName = `reconcile-${process.pid}-${tables++}`;
      await createFindingTable(client, tableName);
      const open = () => dynamoReconcileLog({ client, tableName, accountId: '111122223333' });
      return [open(), open()];
    });
  });
}
