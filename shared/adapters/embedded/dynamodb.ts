import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { createFindingTable } from '../dynamodb/create-table.ts';

/** A DynamoDB in this process, with the findings table in it. */
export interface EmbeddedDynamo {
  /** For `new DynamoDBClient(config)`. */
  readonly config: DynamoDBClientConfig;
  readonly tableName: string;
  /** Stops the server. Destroy the clients before: an open connection would be waited for. */
  readonly close: () => Promise<void>;
}

/** Starts DynamoDB's stand-in on a free port of 127.0.0.1; everything it holds is gone when it is closed. */
export const startEmbeddedDynamo = async (tableName = 'trailwarden'): Promise<EmbeddedDynamo> => {
  const server = dynalite({ createTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const config: DynamoDBClientConfig = {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'embedded', secretAccessKey: 'embedded' },
  };
  const client = new DynamoDBClient(config);
  await createFindingTable(client, tableName);
  client.destroy();
  const close = async (): Promise<void> => {
    const closed = new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
    });
    server.closeAllConnections();
    await closed;
  };
  return { config, tableName, close };
};
