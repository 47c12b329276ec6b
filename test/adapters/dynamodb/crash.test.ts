import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultContention } from '../../../shared/adapters/dynamodb/contention.ts';
import { dynamoFindingStore } from '../../../shared/adapters/dynamodb/finding-store.ts';
import { type EmbeddedDynamo, startEmbeddedDynamo } from '../../../shared/adapters/embedded/dynamodb.ts';
import { findingIdOfOccurrence } from '../../../shared/findings/finding-id.ts';
import type { FindingStore } from '../../../shared/findings/finding-store.ts';
import { at, occurrence, undoing } from '../../findings/occurrences.ts';

const now = at('23:00');

let dynamo: EmbeddedDynamo;
let reader: DynamoDBClient;
const clients: DynamoDBClient[] = [];

beforeAll(async () => {
  dynamo = await startEmbeddedDynamo();
  reader = new DynamoDBClient(dynamo.config);
});

afterAll(async () => {
  for (const client of [reader, ...clients]) client.destroy();
  await dynamo.close();
});

type Send = () => Promise<unknown>;

/** A store whose every command to DynamoDB goes through `around`. It never waits. */
const storeThrough = (around: (send: Send) => Promise<unknown>): FindingStore => {
  const client = new DynamoDBClient(dynamo.config);
  clients.push(client);
  client.middlewareStack.add((next) => (args) => around(() => next(args)) as ReturnType<typeof next>, {
    step: 'initialize',
    name: 'around',
  });
  return dynamoFindingStore({
    client,
    tableName: dynamo.tableName,
    contention: { ...defaultContention, attempts: 1000, delay: async () => {} },
  });
};

class Crash extends Error {}

/** A process that dies before or after its command number `fatal`, counted from 0. Its commands are counted in `sent`. */
const dying = (fatal: number, when: 'before' | 'after') => {
  const life = { sent: 0, isOver: false };
  const die = (): never => {
    life.isOver = true;
    throw new Crash();
  };
  const store = storeThrough(async (send) => {
    if (life.isOver) throw new Crash();
    const number = life.sent++;
    if (number === fatal && when === 'before') die();
    const answer = await send();
    return number === fatal ? die() : answer;
  });
  return { store, life };
};

const immortal = () => storeThrough((send) => send());

let accounts = 0;
/** An account of its own for each run, so that the runs share a table. */
const nextAccount = () => String(100_000_000_000 + accounts++);

const of = (accountId: string) => ({
  seen: (id: string, time: string, over = {}) => occurrence(id, time, { accountId, ...over }),
  undone: (id: string, time: string) => undoing(id, time, occurrence('any', time, { accountId })),
  findingId: findingIdOfOccurrence(occurrence('any', now, { accountId })),
});

/** All items of the finding as they lie in the table, the account taken out. */
const itemsOf = async (accountId: string): Promise<unknown> => {
  const { findingId } = of(accountId);
  const { Items = [] } = await reader.send(
    new QueryCommand({
      TableName: dynamo.tableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: `F#${accountId}#${findingId}` } },
    }),
  );
  // The id is a hash of the account and decides the shards.
  const text = JSON.stringify(Items).replaceAll(accountId, 'ACCOUNT').replaceAll(findingId, 'ID');
  return JSON.parse(text.replace(/((?:PENDING|MONTH#\d{4}-\d\d|OPEN#ACCOUNT)#)\d+/g, '$1SHARD'));
};

type Step = (store: FindingStore) => Promise<unknown>;

const scenario = (accountId: string): readonly Step[] => {
  const { seen, undone, findingId } = of(accountId);
  return [
    (store) => store.resolve(undone('u0', at('09:00')), now),
    (store) => store.record(seen('e1', at('10:00')), now),
    (store) => store.markAlerted(accountId, findingId, 1),
    (store) => store.record(seen('e2', at('10:30')), now),
    (store) => store.resolve(undone('u1', at('11:00')), now),
    (store) => store.record(seen('e1', at('10:00')), now),
    (store) => store.record(seen('e3', at('12:00'), { severity: 'critical' }), now),
    (store) => store.markAlerted(accountId, findingId, 2),
    (store) => store.markAlerted(accountId, findingId, 3),
  ];
};

/** Delivers each step; when the process dies, another one gets the step again. */
const play = async (accountId: string, mortal: FindingStore): Promise<void> => {
  let store = mortal;
  for (const step of scenario(accountId)) {
    try {
      await step(store);
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      store = immortal();
      await step(store);
    }
  }
};

describe('a process that dies', () => {
  it.each(['before', 'after'] as const)(
    '%s any command loses nothing and counts nothing twice',
    async (when) => {
      const undisturbed = nextAccount();
      const whole = dying(Number.POSITIVE_INFINITY, when);
      await play(undisturbed, whole.store);
      const expected = await itemsOf(undisturbed);
      expect(whole.life.sent).toBeGreaterThan(30);
      for (let fatal = 0; fatal < whole.life.sent; fatal += 1) {
        const accountId = nextAccount();
        await play(accountId, dying(fatal, when).store);
        expect(await itemsOf(accountId), `died ${when} command ${fatal}`).toEqual(expected);
      }
    },
  );

  it('leaves what others complete, without the event being delivered again', async () => {
    const accountId = nextAccount();
    const { seen, findingId } = of(accountId);
    const { store, life } = dying(3, 'before');
    await expect(store.record(seen('e1', at('10:00')), now)).rejects.toThrow(Crash);
    expect(life.sent).toBe(4);
    const survivor = immortal();
    const filed = async () => [
      (await survivor.events(accountId, findingId)).length,
      (await survivor.transitions(accountId, findingId)).length,
      (await Array.fromAsync(survivor.transitionsIn('2026-03'))).filter((row) => row.accountId === accountId)
        .length,
    ];
    // What the finding promises is shown at once; the index of months shows it when it has been filed.
    expect(await filed()).toEqual([1, 1, 0]);
    await survivor.record(seen('e2', at('10:01')), now);
    expect(await filed()).toEqual([2, 1, 1]);
  });
});

/** Sends when the scheduler says so. It must not see a rejection, which it would report as nobody's. */
const inTurn = async (scheduler: fc.Scheduler, send: Send): Promise<unknown> => {
  const [result] = await scheduler.scheduleFunction(() => Promise.allSettled([send()]))();
  if (result.status === 'rejected') throw result.reason;
  return result.value;
};

describe('processes that meet', () => {
  const deliveries = (accountId: string, tell: (version: number) => void): readonly Step[] => {
    const { seen, undone } = of(accountId);
    return [
      (store) => store.record(seen('e1', at('10:00')), now),
      async (store) => {
        const { finding } = await store.record(seen('e1', at('10:00')), now);
        await store.markAlerted(accountId, finding.id, finding.version);
        tell(finding.version);
      },
      (store) => store.record(seen('e2', at('10:30')), now),
      (store) => store.resolve(undone('u1', at('11:00')), now),
      (store) => store.resolve(undone('u1', at('11:00')), now),
    ];
  };

  const ended = async (accountId: string) => {
    const store = immortal();
    const { findingId } = of(accountId);
    const finding = await store.get(accountId, findingId);
    const events = await store.events(accountId, findingId);
    const transitions = await store.transitions(accountId, findingId);
    return {
      finding,
      events: events.map(({ event }) => event.id),
      transitions,
      items: await itemsOf(accountId),
    };
  };

  it('end in the same finding, however their commands are interleaved and whichever dies where', async () => {
    const deaths = fc.array(
      fc.option(fc.integer({ min: 0, max: 8 }), { nil: Number.POSITIVE_INFINITY, freq: 2 }),
      {
        minLength: 5,
        maxLength: 5,
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), deaths, async (scheduler, fatal) => {
        const accountId = nextAccount();
        let told = 0;
        const steps = deliveries(accountId, (version) => {
          told = version;
        });
        const first = steps.map(async (step, index) => {
          let sent = 0;
          const store = storeThrough((send) => {
            if (sent++ >= (fatal[index] ?? 0)) throw new Crash();
            return inTurn(scheduler, send);
          });
          await step(store);
        });
        const met = await scheduler.waitFor(Promise.allSettled(first));
        const failed = met.flatMap((one, index) => (one.status === 'rejected' ? [{ ...one, index }] : []));
        for (const { reason, index } of failed) {
          expect(reason).toBeInstanceOf(Crash);
          await steps[index]?.(immortal());
        }
        const { finding, events, transitions, items } = await ended(accountId);
        expect(finding).toMatchObject({
          status: 'resolved',
          count: 2,
          firstSeen: at('10:00'),
          lastSeen: at('10:30'),
        });
        expect(finding?.alertedVersion).toBe(told);
        expect(finding?.undone?.event.id).toBe('u1');
        expect(events).toEqual(['e1', 'e2', 'u1']);
        expect(transitions.map(({ version }) => version)).toEqual(transitions.map((_, index) => index + 1));
        expect(transitions).toHaveLength(finding?.version ?? -1);
        expect(items).toContainEqual(expect.objectContaining({ sk: { S: 'FINDING' }, outbox: { M: {} } }));
        expect(items).not.toContainEqual(expect.objectContaining({ newborn: expect.anything() }));
      }),
      { numRuns: 100 },
    );
  });
});
