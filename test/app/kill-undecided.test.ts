import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LookupAnswer } from '../../shared/account/lookup.ts';
import { createHistoryTable } from '../../shared/adapters/dynamodb/create-table.ts';
import { dynamoEventHistory } from '../../shared/adapters/dynamodb/event-history.ts';
import { dynamoFindingStore } from '../../shared/adapters/dynamodb/finding-store.ts';
import { type EmbeddedDynamo, startEmbeddedDynamo } from '../../shared/adapters/embedded/dynamodb.ts';
import { checkEvent, RulesUndecidedError } from '../../shared/app/check-event.ts';
import { recoveryWatch, triesOfEvent } from '../../shared/app/undecided.ts';
import { call } from '../../shared/events/example.ts';
import { parseRecord } from '../../shared/events/parse-event.ts';
import type { Finding } from '../../shared/findings/finding.ts';
import { ruleById } from '../../shared/rules/catalogue.ts';
import type { Rule } from '../../shared/rules/define-rule.ts';
import { indexRules } from '../../shared/rules/rule-index.ts';
import { anyRule } from '../rules/any-rule.ts';
import { Kill, killable } from './kill.ts';

/**
 * check-event is ended after each thing it says to DynamoDB or SNS, while its rules ask the history and a reader of the account that is
 * throttled, denied or mended. The queue delivers the event again. Nothing may be counted twice, answered otherwise or left untold.
 */

const now = '2026-03-04T05:10:00.000Z';
const historyTable = 'history';

const throttled: LookupAnswer = {
  status: 'unavailable',
  cause: 'iam:GetRole was throttled',
  transient: true,
};
const denied: LookupAnswer = { status: 'unavailable', cause: 'iam:GetRole was denied' };
const found: LookupAnswer = { status: 'found', kind: 'role', value: {}, readAt: now };

let dynamo: EmbeddedDynamo;
let client: DynamoDBClient;
beforeAll(async () => {
  dynamo = await startEmbeddedDynamo();
  client = killable(new DynamoDBClient(dynamo.config), { effect: (act) => life.kill.effect(act) });
  await createHistoryTable(client, historyTable);
});
afterAll(async () => {
  client.destroy();
  await dynamo.close();
});

/** Fires on the second user that is made in an hour, and needs a role to say so. */
const rule: Rule = anyRule({
  id: 'second-user',
  messages: { second: '{actor} made {count} users' },
  lookups: () => [{ kind: 'role', id: 'ops' }],
  history: () => [{ kind: 'count', key: 'users', withinMinutes: 60, threshold: 2 }],
  evaluate: (_, { history: [made] }) =>
    made?.status === 'met'
      ? [{ message: 'second', resource: 'arn:aws:iam::111122223333:root', data: { count: made.count } }]
      : [],
});

/** What the process that is under way says of each of its effects. */
const life = { kill: new Kill(0, 'before') };

/** A process begins: it remembers nothing of the one before. */
const startProcess = (answer: LookupAnswer, sent: string[]) => {
  const clock = () => Date.parse(now);
  const ports = {
    rules: indexRules([rule]),
    ruleOf: (id: string) => (id === rule.id ? rule : ruleById(id)),
    store: dynamoFindingStore({ client, tableName: dynamo.tableName }),
    alerter: { send: (alert: { id: string }) => life.kill.effect(async () => void sent.push(alert.id)) },
    facts: {
      account: { read: async () => answer },
      history: dynamoEventHistory({ client, tableName: historyTable, ruleIds: [rule.id], now: clock }),
      settings: {},
    },
    watch: recoveryWatch(clock),
  };
  return (accountId: string, minute: number, count: number) => {
    const time = `2026-03-04T05:0${minute}:00Z`;
    const record = call('iam:CreateUser', { time, record: { recipientAccountId: accountId } });
    return checkEvent(parseRecord(record, { receivedAt: now }), ports, now, { count });
  };
};

/** One after another: an event, how often it is delivered, and what the reader of the account says to each delivery. */
type Script = readonly (readonly LookupAnswer[])[];

type Outcome = 'done' | 'retry' | 'ended';

const outcomeOf = async (check: Promise<unknown>): Promise<Outcome> => {
  try {
    await check;
    return 'done';
  } catch (error) {
    // A history that meets the end of the process is unavailable, as it would be for a time-out: that, too, is the end.
    if (life.kill.hasEnded) return 'ended';
    if (error instanceof RulesUndecidedError) return 'retry';
    throw error;
  }
};

/** Delivers an event until all its answers were given; a process that ends has it delivered again. */
const deliver = async (
  accountId: string,
  minute: number,
  answers: readonly LookupAnswer[],
  sent: string[],
) => {
  let tries = 1;
  for (let step = 0; step < answers.length; tries += 1) {
    const outcome = await outcomeOf(startProcess(answers[step] ?? found, sent)(accountId, minute, tries));
    if (outcome === 'ended') life.kill = new Kill(0, 'before');
    else step += 1;
    if (outcome === 'done') return;
  }
};

const play = async (accountId: string, script: Script, kill: Kill): Promise<readonly string[]> => {
  const sent: string[] = [];
  life.kill = kill;
  for (const [index, answers] of script.entries()) await deliver(accountId, index + 1, answers, sent);
  return sent;
};

const stateOf = async (accountId: string) => {
  life.kill = new Kill(0, 'before');
  const store = dynamoFindingStore({ client, tableName: dynamo.tableName });
  const { items } = await store.openFindings(accountId);
  const told = ({ ruleId, message, count, version, alertedVersion, data }: Finding) => ({
    ruleId,
    message,
    count,
    isTold: version === alertedVersion,
    seen: data['count'],
  });
  const untold = await Array.fromAsync(store.pendingAlerts('9999'));
  return {
    open: items.map(told).sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1)),
    untold: untold.filter((finding) => finding.accountId === accountId).length,
  };
};

let accounts = 0;
const nextAccount = () => String(300_000_000_000 + accounts++);

const second = { ruleId: 'second-user', message: 'second', count: 1, isTold: true, seen: 2 };

describe.each<[string, Script, object]>([
  ['throttled once', [[found], [throttled, found]], { open: [second], untold: 0 }],
  [
    'denied, then allowed: the event that was not decided is not, the next one is',
    [[denied], [found]],
    { open: [second], untold: 0 },
  ],
  [
    'throttled to the end',
    [[found], Array(triesOfEvent).fill(throttled)],
    {
      open: [{ ruleId: 'rule-undecided', message: 'unanswered', count: 1, isTold: true, seen: undefined }],
      untold: 0,
    },
  ],
])('a look-up is %s', (_, script, state) => {
  it('and the process ended at any of its effects: as if it had not', async () => {
    const undisturbed = new Kill(0, 'before');
    const account = nextAccount();
    const sent = await play(account, script, undisturbed);
    expect(await stateOf(account)).toEqual(state);
    expect(sent.length).toBeGreaterThan(0);
    // The end before an effect is the end after the one before it; only the first has none.
    const ends = Array.from({ length: undisturbed.effects }, (_, i) => new Kill(i + 1, 'after'));
    for (const kill of [new Kill(1, 'before'), ...ends]) {
      const accountId = nextAccount();
      await play(accountId, script, kill);
      expect(await stateOf(accountId), `ended ${kill.when} effect ${kill.at}`).toEqual(state);
    }
  });
});
