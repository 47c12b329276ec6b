import { describe, expect, it } from 'vitest';
import { buildAlert } from '../../shared/alerts/build-alert.ts';
import type { Notification } from '../../shared/alerts/notification.ts';
import { type NotifyPorts, notifyAlert } from '../../shared/app/notify-alert.ts';
import { findingLike, ruleOf } from '../alerts/example-findings.ts';

const channels = ['security', 'platform', 'audit'].map(
  (name) => ({ name, type: 'slack-webhook', secret: `/${name}` }) as const,
);
const alert = buildAlert([findingLike()], ruleOf);

const portsThatFail = (...failing: readonly string[]) => {
  const queued: Notification[] = [];
  const mails: { subject: string; body: string; alertId: string }[] = [];
  const fail = (name: string) => {
    if (failing.includes(name)) throw new Error(`no ${name} today`);
  };
  const ports: NotifyPorts = {
    channels,
    ruleOf,
    queue: {
      put: async (notification) => {
        fail(notification.channel);
        queued.push(notification);
      },
    },
    mail: {
      publish: async (mail) => {
        fail('mail');
        mails.push(mail);
      },
    },
  };
  return { ports, queued, mails };
};

describe('notifyAlert', () => {
  it('queues a card for each channel and mails the text', async () => {
    const { ports, queued, mails } = portsThatFail();
    expect(await notifyAlert(alert, ports)).toEqual({
      queued: ['security', 'platform', 'audit'],
      isMailed: true,
    });
    expect(queued.map(({ id }) => id)).toEqual([
      'F-7K2QX4M9TB.1@security',
      'F-7K2QX4M9TB.1@platform',
      'F-7K2QX4M9TB.1@audit',
    ]);
    expect(queued[0]).toMatchObject({
      schema: 'trailwarden.notification/1',
      channel: 'security',
      alertId: alert.id,
      findingId: 'F-7K2QX4M9TB',
      payload: { text: expect.stringContaining('alice attached'), blocks: expect.any(Array) },
      fallbackText: mails[0]?.body,
    });
    expect(mails[0]?.subject).toContain('[HIGH]');
  });

  it.each([
    [['platform'], ['security', 'audit'], 1],
    [['mail'], ['security', 'platform', 'audit'], 0],
    [['security', 'mail'], ['platform', 'audit'], 0],
  ])('with %j failing, the rest goes out and the failure is thrown', async (failing, rest, mailCount) => {
    const { ports, queued, mails } = portsThatFail(...failing);
    await expect(notifyAlert(alert, ports)).rejects.toThrow(`${failing[0]} failed`);
    expect(queued.map(({ channel }) => channel)).toEqual(rest);
    expect(mails.length).toBe(mailCount);
  });

  it('does without channels and without mail', async () => {
    const { ports } = portsThatFail();
    const { mail: _, ...withoutMail } = ports;
    expect(await notifyAlert(alert, { ...withoutMail, channels: [] })).toEqual({
      queued: [],
      isMailed: false,
    });
  });
});
