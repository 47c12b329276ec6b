import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { sqsDeadLetters } from '../../../shared/adapters/sqs/dead-letters.ts';
import { sqsEventQueue } from '../../../shared/adapters/sqs/event-queue.ts';
import { sqsNotificationQueue } from '../../../shared/adapters/sqs/notification-queue.ts';
import { sqsMessageDelay } from '../../../shared/adapters/sqs/visibility.ts';
import type { Notification } from '../../../shared/alerts/notification.ts';
import { startTestMessaging, type TestMessaging } from '../embedded/messaging-clients.ts';

let messaging: TestMessaging;
beforeAll(async () => {
  messaging = await startTestMessaging();
});
afterAll(() => messaging.close());

let queueUrl: string;
beforeEach(async () => {
  queueUrl = messaging.deliverQueueUrl;
  await messaging.drain(queueUrl);
});

const notification = (id: string, channel = 'security'): Notification => ({
  schema: 'trailwarden.notification/1',
  id,
  channel,
  alertId: id,
  findingId: 'F-1',
  payload: { text: 'a \uFFFF' },
  fallbackText: 'x',
});
const queue = () => sqsNotificationQueue({ client: messaging.sqs, queueUrl });
const idsOf = (messages: readonly { Body?: string | undefined }[]) =>
  messages.map(({ Body }) => (JSON.parse(Body ?? '') as Notification).id);

it('keeps the order of a channel and drops a second one with the same id', async () => {
  for (const id of ['order-1', 'order-2', 'order-1', 'order-3']) await queue().put(notification(id));
  expect(idsOf(await messaging.drain(queueUrl))).toEqual(['order-1', 'order-2', 'order-3']);
});

it.each(['# alerts of 보안팀', 'x'.repeat(200), ''])('takes any name of a channel: %s', async (channel) => {
  await queue().put(notification(`name-${channel}`, channel));
  const [message] = await messaging.drain(queueUrl);
  expect(message?.Attributes?.MessageGroupId).toMatch(/^[0-9a-f]{64}$/);
});

it('delays a message and, with it, the later ones of its channel only', async () => {
  await queue().put(notification('delay-1'));
  const [first] = await messaging.receive(queueUrl);
  await queue().put(notification('delay-2'));
  await queue().put(notification('delay-3', 'platform'));
  const delay = sqsMessageDelay({ client: messaging.sqs, queueUrl });
  await delay.delay(first?.ReceiptHandle ?? '', 600);
  expect(idsOf(await messaging.drain(queueUrl))).toEqual(['delay-3']);
  await delay.delay(first?.ReceiptHandle ?? '', 0);
  expect(idsOf(await messaging.drain(queueUrl))).toEqual(['delay-1', 'delay-2']);
});

it.each([
  [1.2, 2],
  [-5, 0],
  [1e9, 43_140],
])('asks SQS for %d s as %d', async (seconds, asked) => {
  const inputs: unknown[] = [];
  const client = { send: async ({ input }: { input: unknown }) => inputs.push(input) };
  await sqsMessageDelay({ client: client as never, queueUrl: 'q' }).delay('handle', seconds);
  expect(inputs).toEqual([{ QueueUrl: 'q', ReceiptHandle: 'handle', VisibilityTimeout: asked }]);
});

it('keeps dead letters with their cause', async () => {
  const letters = sqsDeadLetters({ client: messaging.sqs, queueUrl: messaging.deliverDeadLettersUrl });
  const letter = {
    schema: 'trailwarden.dead-letter/1',
    cause: 'no_service',
    notification: notification('dead'),
  } as const;
  await letters.put(letter);
  const [message] = await messaging.drain(messaging.deliverDeadLettersUrl);
  expect(JSON.parse(message?.Body ?? '')).toEqual(letter);
});

it('takes an event that was missed as it is, and says how much waits', async () => {
  const late = sqsEventQueue({ client: messaging.sqs, queueUrl: messaging.notifyQueueUrl });
  expect(await late.waiting()).toBe(0);
  await late.send({ eventName: 'CreateUser', userAgent: '한국어 \u0000' });
  expect(await late.waiting()).toBe(1);
  const [message] = await messaging.drain(messaging.notifyQueueUrl);
  expect(JSON.parse(message?.Body ?? '')).toEqual({ eventName: 'CreateUser', userAgent: '한국어 \u0000' });
});
