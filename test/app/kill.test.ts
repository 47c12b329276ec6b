import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import { DeleteMessageCommand, type Message, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noAccount } from '../../shared/account/account-reader.ts';
import { dynamoFindingStore } from '../../shared/adapters/dynamodb/finding-store.ts';
import { type EmbeddedDynamo, startEmbeddedDynamo } from '../../shared/adapters/embedded/dynamodb.ts';
import { type EmbeddedMessaging, startMessaging } from '../../shared/adapters/embedded/messaging.ts';
import { snsAlerter } from '../../shared/adapters/sns/alerter.ts';
import { snsMailTopic } from '../../shared/adapters/sns/mail-topic.ts';
import { sqsDeadLetters } from '../../shared/adapters/sqs/dead-letters.ts';
import { sqsNotificationQueue } from '../../shared/adapters/sqs/notification-queue.ts';
import type { Channel, ChannelSender } from '../../shared/alerts/notification.ts';
import { parseAlert, parseNotification } from '../../shared/alerts/parse-message.ts';
import { checkEvent } from '../../shared/app/check-event.ts';
import { deliverNotification } from '../../shared/app/deliver-notification.ts';
import { notifyAlert } from '../../shared/app/notify-alert.ts';
import { resendPending } from '../../shared/app/resend-pending.ts';
import { recoveryWatch } from '../../shared/app/undecided.ts';
import { call, exampleAccount } from '../../shared/events/example.ts';
import type { JsonObject } from '../../shared/events/json.ts';
import { parseRecord } from '../../shared/events/parse-event.ts';
import { noHistory } from '../../shared/history/event-history.ts';
import { ruleById, rules } from '../../shared/rules/catalogue.ts';
import { indexRules } from '../../shared/rules/rule-index.ts';
import { Kill, killable } from './kill.ts';

/**
 * The process of check-event, notify and deliver is ended before and after each thing it says to DynamoDB, SNS, SQS or Slack. Then the
 * queues deliver again and housekeeping runs. Nothing may be lost, counted twice or left pending.
 */

const now = '2026-03-04T05:06:10.000Z';
const channel: Channel = { name: 'security', type: 'slack-webhook', secret: '/x' };

let dynamo: EmbeddedDynamo;
let messaging: EmbeddedMessaging;
beforeAll(async () => {
  [dynamo, messaging] = await Promise.all([startEmbeddedDynamo(), startMessaging()]);
});
afterAll(async () => {
  await Promise.all([dynamo.close(), messaging.close()]);
});

const delivered: string[] = [];

const startProcess = (kill: Kill) => {
  const config = {
    endpoint: messaging.endpoint,
    region: messaging.region,
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  };
  const sns = killable(new SNSClient(config), kill);
  const sqs = killable(new SQSClient(config), kill);
  const database = killable(new DynamoDBClient(dynamo.config), kill);
  // Receiving changes nothing: a process that ends there has only not begun.
  const receiver = new SQSClient(config);
  const store = dynamoFindingStore({ client: database, tableName: dynamo.tableName });
  const alerter = snsAlerter({ client: sns, topicArn: messaging.alertsTopicArn });
  const mail = snsMailTopic({ client: sns, topicArn: messaging.mailTopicArn });
  const sender: ChannelSender = {
    send: (_, payload) =>
      kill.effect(async () => {
        delivered.push(JSON.stringify(payload));
        return { status: 'delivered' };
      }),
  };
  const drain = async (queueUrl: string, handle: (message: Message) => Promise<void>): Promise<void> => {
    for (;;) {
      // A visibility of 0 stands for the time-out that passes after a crash.
      const received = await receiver.send(
        new ReceiveMessageCommand({ QueueUrl: queueUrl, VisibilityTimeout: 0 }),
      );
      const [message] = received.Messages ?? [];
      if (!message) return;
      await handle(message);
      await sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: message.ReceiptHandle }));
    }
  };
  return {
    store,
    check: (record: JsonObject) =>
      checkEvent(
        parseRecord(record, { receivedAt: now }),
        {
          // One rule: each that is added to the catalogue would change the number of effects.
          rules: indexRules(rules.filter(({ id }) => id === 'admin-policy-attached-to-user')),
          ruleOf: ruleById,
          store,
          alerter,
          facts: { account: noAccount, history: noHistory, settings: {} },
          watch: recoveryWatch(() => Date.parse(now)),
        },
        now,
      ),
    notify: () =>
      drain(messaging.notifyQueueUrl, async ({ Body = '' }) => {
        const queue = sqsNotificationQueue({ client: sqs, queueUrl: messaging.deliverQueueUrl });
        await notifyAlert(parseAlert(Body), { channels: [channel], queue, mail, ruleOf: ruleById });
      }),
    deliver: () =>
      drain(messaging.deliverQueueUrl, async ({ Body = '' }) => {
        const deadLetters = sqsDeadLetters({ client: sqs, queueUrl: messaging.deliverDeadLettersUrl });
        const ports = { channelOf: () => channel, sender, deadLetters, mail, random: () => 0 };
        await deliverNotification(parseNotification(Body), { count: 1 }, ports);
      }),
    housekeep: () => resendPending({ store, alerter, ruleOf: ruleById }, new Date('2026-03-04T06:00:00Z')),
    end: () => {
      for (const client of [database, sns, sqs, receiver]) client.destroy();
    },
  };
};

type Process = ReturnType<typeof startProcess>;
const recordFor = (userName: string) =>
  call('iam:AttachUserPolicy', {
    request: { userName, policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
  });

const runAll = async (process: Process, record: JsonObject) => {
  await process.check(record);
  await process.notify();
  await process.deliver();
};

const stateOf = async (userName: string) => {
  const process = startProcess(new Kill(0, 'before'));
  const { items } = await process.store.openFindings(exampleAccount);
  const finding = items.find(({ resource }) => resource.endsWith(`/${userName}`));
  const events = finding ? await process.store.events(exampleAccount, finding.id) : [];
  const transitions = finding ? await process.store.transitions(exampleAccount, finding.id) : [];
  process.end();
  const cards = delivered.filter((card) => finding && card.includes(finding.id));
  return { finding, events: events.length, transitions: transitions.length, cards: cards.length };
};

/** How many effects an undisturbed run has. */
const countEffects = async (userName: string): Promise<number> => {
  const count = new Kill(0, 'before');
  const process = startProcess(count);
  await runAll(process, recordFor(userName));
  process.end();
  return count.effects;
};

describe('the process ended at any of its effects', () => {
  it('loses no finding and no alert, counts nothing twice and leaves nothing pending', async () => {
    const effects = await countEffects('undisturbed');
    expect(await stateOf('undisturbed')).toMatchObject({
      finding: { count: 1, version: 1, alertedVersion: 1 },
      events: 1,
      transitions: 1,
      cards: 1,
    });
    expect(effects).toBeGreaterThanOrEqual(10);
    for (let at = 1; at <= effects; at += 1) {
      for (const when of ['before', 'after'] as const) {
        const userName = `killed-${when}-${at}`;
        const record = recordFor(userName);
        const killed = startProcess(new Kill(at, when));
        await expect(runAll(killed, record), userName).rejects.toThrow();
        killed.end();
        const next = startProcess(new Kill(0, 'before'));
        await runAll(next, record);
        await next.housekeep();
        await next.notify();
        await next.deliver();
        next.end();
        const state = await stateOf(userName);
        expect(state, userName).toMatchObject({
          finding: { count: 1, version: 1, alertedVersion: 1 },
          events: 1,
          transitions: 1,
        });
        expect(state.cards, userName).toBeGreaterThanOrEqual(1);
        expect(state.cards, userName).toBeLessThanOrEqual(3);
      }
    }
  });

  it('and the event never delivered again, housekeeping still tells', async () => {
    const effects = await countEffects('undisturbed-too');
    let told = 0;
    for (let at = 1; at <= effects; at += 1) {
      const userName = `abandoned-${at}`;
      const killed = startProcess(new Kill(at, 'after'));
      await runAll(killed, recordFor(userName)).catch(() => undefined);
      killed.end();
      const next = startProcess(new Kill(0, 'before'));
      await next.housekeep();
      await next.notify();
      await next.deliver();
      next.end();
      const { finding, cards } = await stateOf(userName);
      // Ended before the first write there is no finding: that event is still on the queue.
      if (!finding) continue;
      told += 1;
      expect(finding, userName).toMatchObject({ version: 1, alertedVersion: 1 });
      expect(cards, userName).toBeGreaterThanOrEqual(1);
    }
    expect(told).toBeGreaterThan(effects / 2);
  });
});
