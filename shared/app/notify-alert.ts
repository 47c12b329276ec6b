import type { Alert } from '../alerts/alert.ts';
import type { Channel, MailTopic, Notification, NotificationQueue } from '../alerts/notification.ts';
import { renderPlainText } from '../alerts/render/plain-text.ts';
import { type RenderOptions, renderSlackMessage } from '../alerts/render/slack-blocks.ts';

/** What `notifyAlert` needs. */
export interface NotifyPorts extends RenderOptions {
  readonly channels: readonly Channel[];
  readonly queue: NotificationQueue;
  /** Absent when nobody is to be mailed. */
  readonly mail?: MailTopic;
}

/** Where an alert went. */
export interface Notified {
  /** Names of channels. */
  readonly queued: readonly string[];
  readonly isMailed: boolean;
}

const notificationFor = (
  channel: Channel,
  alert: Alert,
  fallbackText: string,
  ports: NotifyPorts,
): Notification => ({
  schema: 'trailwarden.notification/1',
  id: `${alert.id}@${channel.name}`,
  channel: channel.name,
  alertId: alert.id,
  findingId: alert.lead.id,
  payload: { ...renderSlackMessage(alert, ports) },
  fallbackText,
});

/**
 * Renders an alert for every channel and puts it on the queue, and mails it. What fails does not keep the rest from being tried.
 * May be called again with the same alert: the queue drops what it had within five minutes, a mail may come twice.
 *
 * @throws AggregateError with what failed, when anything did: the message must be delivered again
 */
export const notifyAlert = async (alert: Alert, ports: NotifyPorts): Promise<Notified> => {
  const { channels, queue, mail } = ports;
  const text = renderPlainText(alert, ports);
  const puts = channels.map(async (channel) => {
    await queue.put(notificationFor(channel, alert, text.body, ports));
    return channel.name;
  });
  const mailing = mail?.publish({ ...text, alertId: alert.id });
  const results = await Promise.allSettled([...puts, mailing]);
  const causes = results.flatMap((result, index) =>
    result.status === 'rejected'
      ? [new Error(`${channels[index]?.name ?? 'mail'} failed`, { cause: result.reason })]
      : [],
  );
  if (causes.length === 0) return { queued: channels.map(({ name }) => name), isMailed: mail !== undefined };
  const names = causes.map(({ message }) => message).join(', ');
  throw new AggregateError(causes, `alert ${alert.id}: ${names}; it will be delivered again`);
};
