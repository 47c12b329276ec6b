import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHistoryTable } from '../../../shared/adapters/dynamodb/create-table.ts';
import { dynamoEventHistory } from '../../../shared/adapters/dynamodb/event-history.ts';
import { tablePrimer } from '../../../shared/adapters/dynamodb/prime-table.ts';
import { type EmbeddedDynamo, startEmbeddedDynamo } from '../../../shared/adapters/embedded/dynamodb.ts';
import { memoryEventHistory } from '../../../shared/adapters/memory/event-history.ts';
import { emptyState, type HistoryState } from '../../../shared/history/history-state.ts';
import { at, firstSeen, request } from '../../history/requests.ts';

let dynamo: EmbeddedDynamo;
let client: DynamoDBClient;
let tableName = '';
let tables = 0;

beforeAll(async () => {
  dynamo = await startEmbeddedDynamo();
  client = new DynamoDBClient(dynamo.config);
});

afterAll(async () => {
  client.destroy();
  await dynamo.close();
});

beforeEach(async () => {
  tableName = `primed-${tables++}`;
  await createHistoryTable(client, tableName);
});

const accountId = '111122223333';
const clockAt = (clock: string) => () => Date.parse(at(clock));
const monitor = (clock: string) =>
  dynamoEventHistory({ client, tableName, ruleIds: ['some-rule', 'new-rule'], now: clockAt(clock) });
const primer = (clock: string) => tablePrimer({ client, tableName, now: clockAt(clock) });

/** What a log of bob on the first and third of March teaches. */
const learnt = (span: [from: string, to: string]): HistoryState => {
  const history = memoryEventHistory({ lateDays: 0 });
  for (const [id, clock] of [
    ['e1', '01 10:00'],
    ['e2', '01 11:00'],
    ['e3', '03 10:00'],
  ] as const)
    history.remember(request(firstSeen(), id, clock));
  return {
    ...history.state(),
    spans: new Map([[accountId, { from: at(span[0]), to: at(span[1]) }]]),
    ruleIds: new Set(['some-rule']),
  };
};

const statusOf = async (key: string, id: string, clock: string, ruleId = 'some-rule') =>
  (await monitor(clock).note({ ...request(firstSeen({ key }), id, clock), ruleId })).status;

const items = async () => (await client.send(new ScanCommand({ TableName: tableName }))).Items ?? [];

describe('a primed table', () => {
  it('knows what the log had, and calls the rest new without learning first', async () => {
    const state = learnt(['01 00:00', '11 00:00']);
    expect(await primer('12 00:00').prime(state)).toEqual({ written: 2, apart: [] });
    expect([await statusOf('bob', 'f1', '12 10:00'), await statusOf('eve', 'f2', '12 10:00')]).toEqual([
      'not-met',
      'met',
    ]);
  });

  it('leaves rules learning that were not asked', async () => {
    await primer('12 00:00').prime(learnt(['01 00:00', '11 00:00']));
    expect(await statusOf('eve', 'f1', '12 10:00', 'new-rule')).toBe('learning');
  });

  it('is the same when it is primed again', async () => {
    const state = learnt(['01 00:00', '11 00:00']);
    await primer('12 00:00').prime(state);
    const before = await items();
    expect(await primer('12 00:00').prime(state)).toEqual({ written: 0, apart: [] });
    expect(await items()).toEqual(before);
  });

  it('keeps what the monitor has answered, and learns what was earlier that day', async () => {
    await primer('01 00:00').prime({ ...emptyState, spans: learnt(['01 00:00', '01 00:00']).spans });
    await monitor('03 00:00').note(request(firstSeen(), 'own', '03 09:00'));
    await monitor('01 00:00').note(request(firstSeen({ days: 1 }), 'later', '01 12:00'));
    expect((await primer('04 00:00').prime(learnt(['01 00:00', '04 00:00']))).written).toBe(1);
    const days = (await items()).flatMap(({ sighting }) => (sighting?.S ? JSON.parse(sighting.S) : []));
    expect(days.map(({ by }) => by).sort()).toEqual(['e1', 'own']);
  });

  it('moves a beginning back when the log reaches to it, and only then', async () => {
    expect(await statusOf('eve', 'f0', '12 10:00')).toBe('learning');
    expect(await primer('12 11:00').prime(learnt(['01 00:00', '08 00:00']))).toMatchObject({
      apart: [accountId],
    });
    expect(await statusOf('kim', 'f1', '12 12:00')).toBe('learning');
    expect(await primer('12 13:00').prime(learnt(['01 00:00', '12 00:00']))).toMatchObject({ apart: [] });
    expect(await statusOf('lee', 'f2', '12 14:00')).toBe('met');
  });

  it('forgets in the end', async () => {
    await primer('12 00:00').prime(learnt(['01 00:00', '11 00:00']));
    const expiries = (await items()).flatMap(({ expiresAt }) => (expiresAt?.N ? [Number(expiresAt.N)] : []));
    // Ten days of look-back and one, and 28 for what comes late.
    const until = Date.parse(at('12 00:00')) / 1000 + 39 * 86_400;
    expect(expiries).toEqual([until, until]);
  });
});
