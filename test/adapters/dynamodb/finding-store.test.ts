import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe } from 'vitest';
import { createFindingTable } from '../../../shared/adapters/dynamodb/create-table.ts';
import { dynamoFindingStore } from '../../../shared/adapters/dynamodb/finding-store.ts';
import { dynamoKeyChanges } from '../../../shared/adapters/dynamodb/key-changes.ts';
import { describeFindingStore } from '../../contract/finding-store.ts';
import { describeKeyChanges } from '../../contract/key-changes.ts';
import { describeReviewFindings } from '../../contract/review-findings.ts';
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

    const makeTable = async () => {
      const tableName = `contract-${process.pid}-${tables++}`;
      await createFindingTable(client, tableName);
      return { client, tableName };
    };
    const makeStore = async () => dynamoFindingStore(await makeTable());
    describeFindingStore(name, makeStore);
    describeReviewFindings(name, makeStore);
    describeKeyChanges(name, async () => dynamoKeyChanges(await makeTable()));
  });
}
