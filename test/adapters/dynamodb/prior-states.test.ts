import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHistoryTable } from '../../../shared/adapters/dynamodb/create-table.ts';
import { dynamoPriorStates } from '../../../shared/adapters/dynamodb/prior-states.ts';
import { type Server, startableServers } from './servers.ts';

const accountId = '111122223333';
const [monday, tuesday] = ['2026-03-02T02:00:00.000Z', '2026-03-03T02:00:00.000Z'] as const;
const role = (name: string, readAt: string) => ({ id: `role/${name}`, state: { readAt, trustPolicy: '{}' } });

for (const { name, start } of await startableServers('prior states')) {
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

    const store = async () => {
      const tableName = `prior-${process.pid}-${tables++}`;
      await createHistoryTable(client, tableName);
      return dynamoPriorStates({ client, tableName });
    };

    it('knows nothing before the first review', async () => {
      expect(await (await store()).read(accountId, 'role/a')).toEqual({ status: 'none' });
    });

    it('tells what the last review saw, and of what it did not see that it was not there', async () => {
      const states = await store();
      await states.keep(accountId, monday, [role('a', monday), role('gone', monday)]);
      await states.keep(accountId, tuesday, [role('a', tuesday)]);
      expect(await states.read(accountId, 'role/a')).toEqual({
        status: 'read',
        readAt: tuesday,
        state: { readAt: tuesday, trustPolicy: '{}' },
      });
      expect(await states.read(accountId, 'role/gone')).toEqual({ status: 'read', readAt: tuesday });
      expect(await states.read('444455556666', 'role/a')).toEqual({ status: 'none' });
    });

    it('says when the table cannot be read', async () => {
      const broken = dynamoPriorStates({ client, tableName: 'no-such-table' });
      expect(await broken.read(accountId, 'role/a')).toMatchObject({
        status: 'unavailable',
        cause: expect.stringContaining('no-such-table'),
      });
    });
  });
}
