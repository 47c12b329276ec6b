import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeadLetter, DeliveryResult, Notification } from '../../shared/alerts/notification.ts';
import { type DeliverPorts, deliverNotification } from '../../shared/app/deliver-notification.ts';

const channel = { name: 'security', type: 'slack-webhook', secret: '/trailwarden/slack' } as const;
const notification: Notification = {
  schema: 'trailwarden.notification/1',
  id: 'F-7K2QX4M9TB.1@security',
  channel: 'security',
  alertId: 'F-7K2QX4M9TB.1',
  findingId: 'F-7K2QX4M9TB',
  payload: { text: 'card', blocks: [] },
  fallbackText: 'HIGH: alice <did> it\n',
};

const delivered: DeliveryResult = { status: 'delivered' };
const rejected: DeliveryResult = { status: 'rejected', cause: 'Slack answered 400 invalid_blocks' };
const broken: DeliveryResult = { status: 'broken', cause: 'Slack answered 404 no_service' };
const retry = (afterSeconds?: number): DeliveryResult => ({
  status: 'retry',
  cause: 'Slack answered 429',
  ...(afterSeconds === undefined ? {} : { afterSeconds }),
});

const portsAnswering = (answers: readonly (DeliveryResult | Error)[], over: Partial<DeliverPorts> = {}) => {
  const left = [...answers];
  const sent: Readonly<Record<string, unknown>>[] = [];
  const letters: DeadLetter[] = [];
  const mails: { subject: string; body: string; alertId: string }[] = [];
  const ports: DeliverPorts = {
    channelOf: (name) => (name === channel.name ? channel : undefined),
    sender: {
      send: async (_, payload) => {
        sent.push(payload);
        const answer = left.shift();
        if (answer instanceof Error) throw answer;
        if (!answer) throw new Error('sent more often than expected');
        return answer;
      },
    },
    deadLetters: {
      put: async (letter) => {
        letters.push(letter);
      },
    },
    mail: {
      publish: async (mail) => {
        mails.push(mail);
      },
    },
    random: () => 0.5,
    ...over,
  };
  return { ports, sent, letters, mails };
};

describe('deliverNotification', () => {
  it.each<[string, (DeliveryResult | Error)[], object, number, number]>([
    ['delivered', [delivered], { status: 'delivered', isReduced: false }, 1, 0],
    ['rate-limited', [retry(30)], { status: 'retry', afterSeconds: 32, cause: 'Slack answered 429' }, 1, 0],
    ['no time named', [retry()], { status: 'retry', afterSeconds: 2 }, 1, 0],
    ['a fault of ours', [new Error('throttled')], { status: 'retry', cause: 'Error: throttled' }, 1, 0],
    ['refused, then taken as text', [rejected, delivered], { status: 'delivered', isReduced: true }, 2, 0],
    ['refused, then rate-limited', [rejected, retry(1)], { status: 'retry' }, 2, 0],
    [
      'refused twice',
      [rejected, rejected],
      { status: 'dead-letter', cause: 'Slack answered 400 invalid_blocks' },
      2,
      1,
    ],
    ['refused, then broken', [rejected, broken], { status: 'dead-letter' }, 2, 1],
    ['broken', [broken], { status: 'dead-letter', cause: 'Slack answered 404 no_service' }, 1, 1],
  ])('%s', async (_, answers, result, sends, given) => {
    const { ports, sent, letters, mails } = portsAnswering(answers);
    expect(await deliverNotification(notification, { count: 1 }, ports)).toMatchObject(result);
    expect([sent.length, letters.length, mails.length]).toEqual([sends, given, given]);
  });

  it('sends the reduced text escaped and without markup', async () => {
    const { ports, sent } = portsAnswering([rejected, delivered]);
    await deliverNotification(notification, { count: 1 }, ports);
    expect(sent).toEqual([
      notification.payload,
      { text: 'HIGH: alice &lt;did&gt; it\n', mrkdwn: false, unfurl_links: false, unfurl_media: false },
    ]);
  });

  it('keeps the whole notification and mails the alert with what to mend', async () => {
    const { ports, letters, mails } = portsAnswering([broken]);
    await deliverNotification(notification, { count: 1 }, ports);
    expect(letters).toEqual([
      { schema: 'trailwarden.dead-letter/1', cause: 'Slack answered 404 no_service', notification },
    ]);
    expect(mails[0]?.subject).toBe('Alert not delivered to channel security (F-7K2QX4M9TB)');
    expect(mails[0]?.body).toMatch(/no_service[\s\S]*\/trailwarden\/slack[\s\S]*alice <did> it/);
  });

  it('keeps it when the mail fails too, and says so', async () => {
    const mail = { publish: () => Promise.reject(new Error('SNS is down')) };
    const { ports, letters } = portsAnswering([broken], { mail });
    await deliverNotification(notification, { count: 1 }, ports);
    expect(letters[0]?.cause).toContain('SNS is down');
  });

  it('throws when it cannot be kept, so that it is delivered again', async () => {
    const deadLetters = { put: () => Promise.reject(new Error('SQS is down')) };
    const { ports } = portsAnswering([broken], { deadLetters });
    await expect(deliverNotification(notification, { count: 1 }, ports)).rejects.toThrow('SQS is down');
  });

  it('gives up a channel that is not configured', async () => {
    const { ports, sent, letters } = portsAnswering([], { channelOf: () => undefined });
    const result = await deliverNotification(notification, { count: 1 }, ports);
    expect(result).toEqual({ status: 'dead-letter', cause: 'no channel security in the configuration' });
    expect([sent.length, letters.length]).toEqual([0, 1]);
  });

  it.each([
    [59, 'retry'],
    [60, 'dead-letter'],
    [61, 'dead-letter'],
  ])('at receipt %d: %s', async (count, status) => {
    const { ports } = portsAnswering([retry(30)]);
    expect(await deliverNotification(notification, { count }, ports)).toMatchObject({ status });
  });

  it('never comes back earlier than asked, nor later than SQS can wait', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.option(fc.nat(100_000), { nil: undefined }),
        fc.integer({ min: 1, max: 59 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        async (asked, count, random) => {
          const { ports } = portsAnswering([retry(asked)], { random: () => random });
          const result = await deliverNotification(notification, { count }, ports);
          if (result.status !== 'retry') throw new Error(result.status);
          expect(Number.isInteger(result.afterSeconds)).toBe(true);
          expect(result.afterSeconds).toBeGreaterThanOrEqual(
            asked === undefined ? 1 : Math.min(asked, 39_600),
          );
          expect(result.afterSeconds).toBeLessThanOrEqual(asked === undefined ? 900 : 39_600);
        },
      ),
    );
  });
});
