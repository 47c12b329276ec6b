import { BatchWriteItemCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultContention } from '../../../shared/adapters/dynamodb/contention.ts';
import { createHistoryTable } from '../../../shared/adapters/dynamodb/create-table.ts';
import {
  type DynamoEventHistoryOptions,
  dynamoEventHistory,
} from '../../../shared/adapters/dynamodb/event-history.ts';
import { type EmbeddedDynamo, startEmbeddedDynamo } from '../../../shared/adapters/embedded/dynamodb.ts';
import type { EventHistory, HistoryRequest } from '../../../shared/history/event-history.ts';
import type { HistoryAnswer } from '../../../shared/history/window.ts';
import { at, count, firstSeen, request, sequence } from '../../history/requests.ts';

const tableName = 'history';
const since = at('01 00:00');

let dynamo: EmbeddedDynamo;
const clients: DynamoDBClient[] = [];

const newClient = (): DynamoDBClient => {
  const client = new DynamoDBClient(dynamo.config);
  clients.push(client);
  return client;
};

beforeAll(async () => {
  dynamo = await startEmbeddedDynamo();
  await createHistoryTable(newClient(), tableName);
});

afterAll(async () => {
  for (const client of clients) client.destroy();
  await dynamo.close();
});

type Send = () => Promise<unknown>;

/** A process whose every command to DynamoDB goes through `around`. */
const historyThrough = (
  around: (send: Send, name: string) => Promise<unknown>,
  over: Partial<DynamoEventHistoryOptions> = {},
): EventHistory => {
  const client = newClient();
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) =>
        around(() => next(args), commandName) as ReturnType<typeof next>,
    { step: 'initialize', name: 'around' },
  );
  const now = () => Date.parse(since);
  return dynamoEventHistory({ client, tableName, ruleIds: ['some-rule'], now, ...over });
};

const healthy = (over: Partial<DynamoEventHistoryOptions> = {}) => historyThrough((send) => send(), over);

let accounts = 0;
/** An account of its own for each test, so that they share the table. */
const nextAccount = () => ({ accountId: String(200_000_000_000 + accounts++) });

const failing = (name: string, message = 'no') =>
  historyThrough(async () => {
    throw Object.assign(new Error(message), { name });
  });

describe('a history that cannot be had', () => {
  it.each<[string, true | undefined, RegExp]>([
    ['ProvisionedThroughputExceededException', true, /table history was throttled by AWS/],
    ['ThrottlingException', true, /throttled/],
    ['RequestLimitExceeded', true, /throttled/],
    ['TimeoutError', true, /gave no answer in time/],
    ['AbortError', true, /gave no answer in time/],
    ['InternalServerError', true, /failed: InternalServerError: no/],
    ['AccessDeniedException', undefined, /denied: .*docs\/permissions\.md/],
    ['UnrecognizedClientException', undefined, /denied/],
    ['ResourceNotFoundException', undefined, /cannot be used: ResourceNotFoundException/],
    ['ValidationException', undefined, /cannot be used/],
  ])('%s: it may pass: %s', async (name, transient, cause) => {
    for (const need of [count(), sequence('used'), firstSeen()]) {
      const answer = await failing(name).note(request(need, 'e0', '10:00', nextAccount()));
      expect(answer).toEqual({
        status: 'unavailable',
        cause: expect.stringMatching(cause),
        ...(transient ? { transient } : {}),
      });
    }
  });

  it('is said when any of the commands fails, and a later try answers', async () => {
    for (const need of [count(), firstSeen({ days: 1 })]) {
      const commands = need.kind === 'count' ? 6 : 5;
      for (let fatal = 0; fatal < commands; fatal += 1) {
        let sent = 0;
        const one = request(need, 'e0', '10 10:00', nextAccount());
        const flaky = historyThrough((send) => {
          if (sent++ === fatal) throw Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
          return send();
        });
        expect(await flaky.note(one), `command ${fatal}`).toMatchObject({
          status: 'unavailable',
          transient: true,
        });
        const expected = need.kind === 'count' ? { status: 'not-met', count: 1 } : { status: 'met' };
        expect(await flaky.note(one), `after command ${fatal}`).toMatchObject(expected);
      }
    }
  });

  it('is said of a key that too many write at once', async () => {
    const history = historyThrough(
      async (send, name) => {
        if (name !== 'PutItemCommand') return send();
        await send();
        throw Object.assign(new Error('overtaken'), { name: 'ConditionalCheckFailedException' });
      },
      { contention: { ...defaultContention, attempts: 3, delay: async () => {} } },
    );
    // Each put overtakes itself: its row is there when it is read again, so the key is seen.
    expect(await history.note(request(firstSeen(), 'e0', '10 10:00', nextAccount()))).toMatchObject({
      status: 'learning',
    });
    const hopeless = historyThrough(
      async (send, name) => {
        if (name !== 'PutItemCommand') return send();
        throw Object.assign(new Error('overtaken'), { name: 'ConditionalCheckFailedException' });
      },
      { contention: { ...defaultContention, attempts: 3, delay: async () => {} } },
    );
    expect(await hopeless.note(request(firstSeen(), 'e0', '10 10:00', nextAccount()))).toEqual({
      status: 'unavailable',
      transient: true,
      cause: expect.stringContaining('seen by others 3 times in a row'),
    });
  });
});

class Crash extends Error {}

/** A process that dies before or after its command number `fatal`, counted from 0. */
const dying = (fatal: number, when: 'before' | 'after') => {
  const life = { sent: 0, isOver: false };
  const die = (): never => {
    life.isOver = true;
    throw new Crash('the process ended');
  };
  const history = historyThrough(async (send) => {
    if (life.isOver) throw new Crash('the process ended');
    const number = life.sent++;
    if (number === fatal && when === 'before') die();
    const answer = await send();
    return number === fatal ? die() : answer;
  });
  return { history, life };
};

const itemsOf = async (accountId: string): Promise<readonly string[]> => {
  const { Items = [] } = await newClient().send(new ScanCommand({ TableName: tableName }));
  const own = Items.filter(({ pk }) => pk?.S?.includes(`#${accountId}`));
  // Keys hold hashes of the account.
  return own.map(({ pk, ...item }) => JSON.stringify({ ...item, pk: pk?.S?.slice(0, 2) })).sort();
};

const scenario = (about: Pick<HistoryRequest, 'accountId'>): readonly HistoryRequest[] => [
  request(count({ threshold: 2 }), 'e0', '10 10:00', about),
  request(count({ threshold: 2 }), 'e1', '10 10:01', about),
  request(count({ threshold: 2 }), 'e2', '10 10:02', about),
  request(sequence('used'), 'e2', '10 10:30', about),
  request(sequence('created'), 'e1', '10 10:01', about),
  request(firstSeen({ days: 2 }), 'e2', '10 10:30', about),
  request(firstSeen({ days: 2 }), 'e1', '10 10:01', about),
  request(count({ threshold: 2 }), 'e1', '10 10:01', about),
];

/** Delivers each event; when the process dies, another one gets the event again. */
const play = async (mortal: EventHistory, requests: readonly HistoryRequest[]) => {
  let history = mortal;
  const answers: HistoryAnswer[] = [];
  for (const one of requests) {
    let answer = await history.note(one);
    if (answer.status === 'unavailable') {
      expect(answer.cause).toContain('the process ended');
      history = healthy();
      answer = await history.note(one);
    }
    answers.push(answer);
  }
  return answers;
};

describe('a process that dies', () => {
  it.each(['before', 'after'] as const)(
    '%s any command: all is answered and kept as if it had not',
    async (when) => {
      const undisturbed = nextAccount();
      const whole = dying(Number.POSITIVE_INFINITY, when);
      const expected = await play(whole.history, scenario(undisturbed));
      expect(expected.map(({ status }) => status)).toEqual([
        'not-met',
        'met',
        'met',
        'not-met',
        'met',
        'met',
        'met',
        'met',
      ]);
      const items = await itemsOf(undisturbed.accountId);
      expect(whole.life.sent).toBeGreaterThan(30);
      for (let fatal = 0; fatal < whole.life.sent; fatal += 1) {
        const about = nextAccount();
        expect(await play(dying(fatal, when).history, scenario(about)), `died ${when} ${fatal}`).toEqual(
          expected,
        );
        expect(await itemsOf(about.accountId)).toEqual(items);
      }
    },
  );
});

describe('when the history of a rule begins', () => {
  const days = 10;
  const noteAt = (history: EventHistory, ruleId: string, about: object, key = 'bob') =>
    history.note(request(firstSeen({ days, key }), `e-${key}`, '20 10:00', { ...about, ruleId }));

  it('all rules begin with the first event of the account, one that is added later with its own first', async () => {
    const about = nextAccount();
    const first = healthy({ ruleIds: ['often', 'rare'], now: () => Date.parse(at('05 00:00')) });
    expect(await noteAt(first, 'often', about)).toMatchObject({ status: 'met' });
    const later = { now: () => Date.parse(at('16 00:00')) };
    const upgraded = healthy({ ruleIds: ['often', 'rare', 'new'], ...later });
    expect(await noteAt(upgraded, 'rare', about)).toMatchObject({ status: 'met' });
    expect(await noteAt(upgraded, 'new', about)).toEqual({ status: 'learning', until: at('26 00:00') });
    // One that the list lacks begins all the same.
    expect(await noteAt(upgraded, 'unlisted', about)).toEqual({ status: 'learning', until: at('26 00:00') });
    expect(await noteAt(upgraded, 'often', about, 'eve')).toMatchObject({ status: 'met' });
  });

  it('is read once in five minutes', async () => {
    const about = nextAccount();
    let now = Date.parse(at('05 00:00'));
    let queries = 0;
    const history = historyThrough(
      (send, name) => {
        if (name === 'QueryCommand') queries += 1;
        return send();
      },
      { now: () => now },
    );
    await noteAt(history, 'some-rule', about, 'a');
    // What is there, what was begun, and the days of the key.
    expect(queries).toBe(3);
    await noteAt(history, 'some-rule', about, 'b');
    now += 299_000;
    await noteAt(history, 'some-rule', about, 'c');
    expect(queries).toBe(5);
    now += 1_000;
    await noteAt(history, 'some-rule', about, 'd');
    expect(queries).toBe(7);
  });
});

it('expires everything but the beginnings, 28 days after its window cannot be met any more', async () => {
  const about = nextAccount();
  const expiries: Record<string, number | undefined> = {};
  const client = newClient();
  client.middlewareStack.add(
    (next) => (args) => {
      const { Item } = args.input as { Item?: { pk: string; sk: string; expiresAt?: number } };
      if (Item)
        expiries[`${Item.pk.slice(0, 1)} ${Item.sk.slice(0, 1)}`] =
          Item.expiresAt && (Item.expiresAt * 1000 - Date.parse(at('20 10:00'))) / 86_400_000;
      return next(args);
    },
    { step: 'initialize' },
  );
  const now = () => Date.parse(at('20 10:00'));
  const history = dynamoEventHistory({ client, tableName, ruleIds: ['some-rule'], now });
  // An event of a week ago expires with those of today: by then it has been delivered again, if ever.
  await history.note(request(count({ withinMinutes: 720 }), 'e0', '13 10:00', about));
  await history.note(request(firstSeen({ days: 90 }), 'e0', '20 10:00', about));
  expect(expiries).toEqual({ 'W E': 29, 'W A': 29, 'S 2': 119, 'S s': undefined });
});

describe('a flood under one key', () => {
  const fill = async (about: { accountId: string }, events: number, valueAt: (i: number) => string) => {
    const template = request(count({ threshold: 5, distinct: 'x' }), 'first', '10:00', about);
    await healthy().note(template);
    const { Items = [] } = await newClient().send(new ScanCommand({ TableName: tableName }));
    const [row] = Items.filter(({ pk, sk }) => pk?.S?.includes(about.accountId) && sk?.S?.startsWith('E#'));
    const { pk = { S: '' } } = row ?? {};
    const puts = Array.from({ length: events }, (_, i) => {
      const time = at(`10:${String(Math.floor(i / 60)).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}`);
      const event = { S: JSON.stringify({ id: `flood-${i}`, time, value: valueAt(i) }) };
      const shard = `${pk.S?.slice(0, -1)}${i % 4}`;
      return { PutRequest: { Item: { ...row, pk: { S: shard }, sk: { S: `E#${time}#${i}` }, event } } };
    });
    for (let start = 0; start < puts.length; start += 25)
      await newClient().send(
        new BatchWriteItemCommand({ RequestItems: { [tableName]: puts.slice(start, start + 25) } }),
      );
  };
  const reading = { pageRows: 10, maxPages: 3 };
  const last = (about: object) => request(count({ threshold: 5, distinct: 'x' }), 'last', '10:06', about);

  it('is read as far as the answer needs it', async () => {
    const about = nextAccount();
    await fill(about, 300, (i) => `v${i % 10}`);
    let pages = 0;
    const history = historyThrough(
      (send, name) => {
        if (name === 'QueryCommand') pages += 1;
        return send();
      },
      { reading },
    );
    const answer = await history.note(last(about));
    expect(answer).toMatchObject({ status: 'met' });
    // One of each partition, and one for whether it was met before.
    expect(pages).toBe(5);
    expect(await healthy({ reading }).note(last(about))).toEqual(answer);
  });

  it('that hides what is looked for is undecided, and no later try would decide it', async () => {
    const about = nextAccount();
    await fill(about, 300, () => 'same');
    expect(await healthy({ reading }).note(last(about))).toEqual({
      status: 'unavailable',
      cause: expect.stringMatching(/rule some-rule holds more than 120 events .* under the key "bob"/),
    });
    expect(await healthy().note(last(about))).toMatchObject({ status: 'not-met', count: 2 });
    // What was answered before the flood is answered so again.
    const first = request(count({ threshold: 5, distinct: 'x' }), 'first', '10:00', about);
    expect(await healthy({ reading }).note(first)).toMatchObject({ status: 'not-met', count: 1 });
  });
});
