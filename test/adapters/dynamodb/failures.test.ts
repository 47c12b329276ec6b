import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Contention,
  defaultContention,
  overtaken,
  untilAhead,
} from '../../../shared/adapters/dynamodb/contention.ts';
import { dynamoFindingStore } from '../../../shared/adapters/dynamodb/finding-store.ts';
import { mergeInOrder } from '../../../shared/adapters/dynamodb/merge-in-order.ts';
import { type EmbeddedDynamo, startEmbeddedDynamo } from '../../../shared/adapters/embedded/dynamodb.ts';
import { FindingIdCollisionError } from '../../../shared/findings/finding-id.ts';
import { FindingContendedError, type FindingStore } from '../../../shared/findings/finding-store.ts';
import { account, at, findingId, occurrence, undoing } from '../../findings/occurrences.ts';

const now = at('23:00');

let dynamo: EmbeddedDynamo;
let client: DynamoDBClient;

beforeAll(async () => {
  dynamo = await startEmbeddedDynamo();
  client = new DynamoDBClient(dynamo.config);
});

afterAll(async () => {
  client.destroy();
  await dynamo.close();
});

describe('an error of DynamoDB', () => {
  it.each<[string, (store: FindingStore) => Promise<unknown>]>([
    ['record', (store) => store.record(occurrence('e1', at('10:00')), now)],
    ['resolve', (store) => store.resolve(undoing('u1', at('10:00')), now)],
    ['markAlerted', (store) => store.markAlerted(account, findingId, 1)],
    ['get', (store) => store.get(account, findingId)],
    ['events', (store) => store.events(account, findingId)],
    ['transitions', (store) => store.transitions(account, findingId)],
    ['transitionsIn', (store) => Array.fromAsync(store.transitionsIn('2026-03'))],
    ['openFindings', (store) => store.openFindings(account)],
    ['pendingAlerts', (store) => Array.fromAsync(store.pendingAlerts(now))],
  ])('is thrown by %s, never taken for absence', async (_, use) => {
    const store = dynamoFindingStore({ client, tableName: 'no-such-table' });
    await expect(use(store)).rejects.toThrow(expect.objectContaining({ name: 'ResourceNotFoundException' }));
  });
});

it('refuses an occurrence whose id belongs to another finding', async () => {
  const store = dynamoFindingStore({ client, tableName: dynamo.tableName });
  await store.record(occurrence('e1', at('10:00')), now);
  const key = { pk: { S: `F#${account}#${findingId}` }, sk: { S: 'FINDING' } };
  const { Item = {} } = await client.send(new GetItemCommand({ TableName: dynamo.tableName, Key: key }));
  const forged = { S: (Item['finding']?.S ?? '').replace('user/alice', 'user/someone-else') };
  await client.send(new PutItemCommand({ TableName: dynamo.tableName, Item: { ...Item, finding: forged } }));
  await expect(store.record(occurrence('e2', at('10:01')), now)).rejects.toThrow(FindingIdCollisionError);
});

it('expires events after 400 days and remembered undoings after 14, and nothing else', async () => {
  const accountId = '777788889999';
  const of = occurrence('any', now, { accountId });
  const puts: Record<string, number | undefined> = {};
  const watched = new DynamoDBClient(dynamo.config);
  watched.middlewareStack.add(
    (next) => (args) => {
      const { Item } = args.input as { Item?: { sk?: string; expiresAt?: number } };
      if (Item)
        puts[Item.sk ?? ''] = Item.expiresAt && (Item.expiresAt * 1000 - Date.parse(now)) / 86_400_000;
      return next(args);
    },
    { step: 'initialize' },
  );
  const store = dynamoFindingStore({ client: watched, tableName: dynamo.tableName });
  await store.resolve(undoing('u0', at('09:00'), of), now);
  await store.record(occurrence('e1', at('10:00'), { accountId }), now);
  await store.resolve(undoing('u1', at('11:00'), of), now);
  watched.destroy();
  expect(puts).toEqual({
    UNDONE: 14,
    FINDING: undefined,
    'E#seen#e1': 400,
    'E#undone#u0': 400,
    'E#undone#u1': 400,
    'T#0000000001': undefined,
    'T#0000000002': undefined,
  });
});

describe('contention', () => {
  const contended = (attempts: number) => new FindingContendedError('F-1', attempts);
  const waits: number[] = [];
  const contention: Contention = {
    attempts: 4,
    random: () => 0.5,
    delay: async (millis) => {
      waits.push(millis);
    },
  };

  it('waits longer each time, with jitter, and gives up with a named error', async () => {
    waits.length = 0;
    await expect(untilAhead(contended, contention, async () => overtaken)).rejects.toThrow(
      FindingContendedError,
    );
    expect(waits).toEqual([10, 20, 40]);
  });

  it('never waits longer than 300 ms', async () => {
    waits.length = 0;
    const patient = { ...contention, attempts: 20, random: () => 1 };
    await expect(untilAhead(contended, patient, async () => overtaken)).rejects.toThrow(
      'changed by others 20 times',
    );
    expect(Math.max(...waits)).toBe(300);
  });

  it('really waits in production', async () => {
    await expect(defaultContention.delay(0)).resolves.toBeUndefined();
  });
});

describe('mergeInOrder', () => {
  const stream = async function* (items: readonly number[]) {
    yield* items;
  };

  it.each([
    [[], []],
    [[[], []], []],
    [
      [[1, 4, 9], [2, 3], [], [5]],
      [1, 2, 3, 4, 5, 9],
    ],
    [
      [[1, 1], [1]],
      [1, 1, 1],
    ],
  ])('%j gives %j', async (streams, expected) => {
    expect(await Array.fromAsync(mergeInOrder(streams.map(stream), (a, b) => a - b))).toEqual(expected);
  });
});
