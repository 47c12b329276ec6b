import type { Message } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slackWebhookSender } from '../../../shared/adapters/slack/webhook-sender.ts';
import { snsAlerter } from '../../../shared/adapters/sns/alerter.ts';
import { snsMailTopic } from '../../../shared/adapters/sns/mail-topic.ts';
import { sqsDeadLetters } from '../../../shared/adapters/sqs/dead-letters.ts';
import { sqsNotificationQueue } from '../../../shared/adapters/sqs/notification-queue.ts';
import { sqsMessageDelay } from '../../../shared/adapters/sqs/visibility.ts';
import { buildAlert } from '../../../shared/alerts/build-alert.ts';
import type { DeadLetter, MessageDelay, Notification } from '../../../shared/alerts/notification.ts';
import { parseAlert, parseNotification } from '../../../shared/alerts/parse-message.ts';
import { type DeliverPorts, deliverNotification } from '../../../shared/app/deliver-notification.ts';
import { notifyAlert } from '../../../shared/app/notify-alert.ts';
import { findingLike, ruleOf } from '../../alerts/example-findings.ts';
import { type Answer, type ScriptedSlack, startScriptedSlack } from '../slack/scripted-slack.ts';
import { startTestMessaging, type TestMessaging } from './messaging-clients.ts';

const names = ['limited', 'shaky', 'picky', 'archived', 'calm'];
const channels = names.map((name) => ({ name, type: 'slack-webhook', secret: `/${name}` }) as const);
const ids = Array.from({ length: 6 }, (_, number) => `F-000000000${number}`);
const answer = (status: number, body = '', headers = {}): Answer => ({ status, body, headers });

let messaging: TestMessaging;
let slack: ScriptedSlack;
let delayer: MessageDelay;
let ports: DeliverPorts;
/** Every retry that was asked for, by channel. */
const retries: { readonly channel: string; readonly afterSeconds: number; readonly cause: string }[] = [];

/** Alerts on their way to people: what functions/notify does with each message. */
const notifyAll = async () => {
  const queue = sqsNotificationQueue({ client: messaging.sqs, queueUrl: messaging.deliverQueueUrl });
  const mail = snsMailTopic({ client: messaging.sns, topicArn: messaging.mailTopicArn });
  const put: string[] = [];
  for (const { Body } of await messaging.drain(messaging.notifyQueueUrl)) {
    const alert = parseAlert(Body ?? '');
    put.push(alert.lead.id);
    await notifyAlert(alert, { channels, queue, mail, ruleOf });
  }
  return put;
};

/** What functions/deliver does with a message; true when it may be deleted. */
const deliverOne = async (message: Message): Promise<boolean> => {
  const notification = parseNotification(message.Body ?? '');
  const count = Number(message.Attributes?.ApproximateReceiveCount);
  const delivery = await deliverNotification(notification, { count }, ports);
  if (delivery.status !== 'retry') return true;
  retries.push({ channel: notification.channel, ...delivery });
  await delayer.delay(message.ReceiptHandle ?? '', delivery.afterSeconds);
  return false;
};

/** One batch: after a failure the rest of its group goes back untouched, or the order would be lost. */
const deliverBatch = async (batch: readonly Message[]): Promise<readonly Message[]> => {
  const failed = new Map<string | undefined, Message>();
  const delayed: Message[] = [];
  for (const message of batch) {
    const group = message.Attributes?.MessageGroupId;
    if (failed.has(group)) {
      await delayer.delay(message.ReceiptHandle ?? '', 0);
    } else if (await deliverOne(message)) {
      await messaging.remove(messaging.deliverQueueUrl, message);
    } else {
      failed.set(group, message);
      delayed.push(message);
    }
  }
  return delayed;
};

/** Until nothing is left: what is delayed is made visible as soon as all else is done, as if the time had passed. */
const deliverAll = async () => {
  let waiting: Message[] = [];
  for (;;) {
    const batch = await messaging.receive(messaging.deliverQueueUrl);
    if (batch.length === 0 && waiting.length === 0) return;
    waiting.push(...(await deliverBatch(batch)));
    if (batch.length > 0) continue;
    for (const { ReceiptHandle } of waiting) await delayer.delay(ReceiptHandle ?? '', 0);
    waiting = [];
  }
};

let order: readonly string[] = [];
beforeAll(async () => {
  messaging = await startTestMessaging();
  slack = await startScriptedSlack();
  slack.script('/limited', [
    answer(429, 'rate_limited', { 'retry-after': '30' }),
    answer(200, 'ok'),
    answer(500, 'rollup_error'),
    answer(429, '', { 'retry-after': '7' }),
  ]);
  slack.script('/shaky', ['reset', 'hang', answer(503)]);
  slack.script('/picky', [answer(400, 'invalid_blocks')]);
  slack.script(
    '/archived',
    ids.map(() => answer(410, 'channel_is_archived')),
  );
  delayer = sqsMessageDelay({ client: messaging.sqs, queueUrl: messaging.deliverQueueUrl });
  ports = {
    channelOf: (name) => channels.find((channel) => channel.name === name),
    sender: slackWebhookSender({
      urls: { urlOf: async (secret) => new URL(slack.url(secret)), forget: () => {} },
      now: () => 0,
      timeoutMillis: 500,
    }),
    deadLetters: sqsDeadLetters({ client: messaging.sqs, queueUrl: messaging.deliverDeadLettersUrl }),
    mail: snsMailTopic({ client: messaging.sns, topicArn: messaging.mailTopicArn }),
    random: () => 0,
  };
  const alerter = snsAlerter({ client: messaging.sns, topicArn: messaging.alertsTopicArn });
  for (const id of ids) await alerter.send(buildAlert([findingLike({ id })], ruleOf));
  order = await notifyAll();
  await deliverAll();
});
afterAll(async () => {
  await slack.close();
  await messaging.close();
});

const arrivedAt = (name: string) =>
  slack.answered
    .filter(({ path, status }) => path === `/${name}` && status === 200)
    .map(({ payload }) => /F-\d{10}/.exec(JSON.stringify(payload))?.[0]);

describe('from the topic to Slack', () => {
  it.each(['limited', 'shaky', 'picky', 'calm'])('%s gets every alert, in order', (name) => {
    expect([...order].sort()).toEqual(ids);
    expect(arrivedAt(name)).toEqual(order);
  });

  it('waits as long as Slack asks', () => {
    expect(
      retries.filter(({ channel }) => channel === 'limited').map(({ afterSeconds }) => afterSeconds),
    ).toEqual([30, 1, 7]);
    expect(retries.filter(({ channel }) => channel === 'shaky').map(({ cause }) => cause)).toEqual([
      expect.stringMatching(/^no connection to Slack/),
      'no answer from Slack within 500 ms',
      'Slack answered 503',
    ]);
  });

  it('sends as text what Slack refuses as a card', () => {
    const [first, second] = slack.answered.filter(({ path, status }) => path === '/picky' && status === 200);
    expect(first?.payload).toMatchObject({ mrkdwn: false });
    expect(first?.payload).not.toHaveProperty('blocks');
    expect(second?.payload).toHaveProperty('blocks');
  });

  it('keeps and mails what an archived channel does not take', async () => {
    const letters = (await messaging.drain(messaging.deliverDeadLettersUrl)).map(
      ({ Body }) => JSON.parse(Body ?? '') as DeadLetter,
    );
    expect(letters.map(({ notification }: { notification: Notification }) => notification.findingId)).toEqual(
      order,
    );
    expect(new Set(letters.map(({ cause }) => cause))).toEqual(
      new Set(['Slack answered 410 channel_is_archived']),
    );
    const subjects = (await messaging.drain(messaging.mailboxQueueUrl)).map(
      ({ Body }) => JSON.parse(Body ?? '').Subject as string,
    );
    expect(subjects.filter((subject) => subject.startsWith('[HIGH]')).length).toBe(6);
    expect(
      subjects.filter((subject) => subject.startsWith('Alert not delivered to channel archived')).length,
    ).toBe(6);
  });

  it('leaves nothing behind', async () => {
    expect(await messaging.drain(messaging.notifyQueueUrl)).toEqual([]);
    expect(await messaging.drain(messaging.notifyDeadLettersUrl)).toEqual([]);
    expect(await messaging.drain(messaging.deliverQueueUrl)).toEqual([]);
  });
});
