import type { Alert } from '../alerts/alert.ts';
import type { Digest } from '../alerts/digest.ts';
import type { Channel, MailTopic, Notification, NotificationQueue } from '../alerts/notification.ts';
import { renderDigestMail } from '../alerts/render/digest-mail.ts';
import { renderDigestSlack } from '../alerts/render/digest-slack.ts';
import { type PlainAlert, renderPlainText } from '../alerts/render/plain-text.ts';
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

/** What is told, rendered. */
interface Rendered {
  /** Of the alert or the digest. */
  readonly id: string;
  readonly findingId: string;
  readonly payload: Notification['payload'];
  readonly mail: PlainAlert;
}

const isDigest = (told: Alert | Digest): told is Digest => told.schema === 'trailwarden.digest/1';

const rendered = (told: Alert | Digest, options: RenderOptions): Rendered =>
  isDigest(told)
    ? {
        id: told.id,
        findingId: told.runId,
        payload: { ...renderDigestSlack(told, options) },
        mail: renderDigestMail(told, options),
      }
    : {
        id: told.id,
        findingId: told.lead.id,
        payload: { ...renderSlackMessage(told, options) },
        mail: renderPlainText(told, options),
      };

const notificationFor = ({ name }: Channel, { id, findingId, payload, mail }: Rendered): Notification => ({
  schema: 'trailwarden.notification/1',
  id: `${id}@${name}`,
  channel: name,
  alertId: id,
  findingId,
  payload,
  fallbackText: mail.body,
});

/**
 * Renders an alert, or the digest of a review, for every channel and puts it on the queue, and mails it. What fails does not keep the rest from being tried.
 * May be called again with the same alert: the queue drops what it had within five minutes, a mail may come twice.
 *
 * @throws AggregateError with what failed, when anything did: the message must be delivered again
 */
export const notifyAlert = async (told: Alert | Digest, ports: NotifyPorts): Promise<Notified> => {
  const { channels, queue, mail } = ports;
  const text = rendered(told, ports);
  const puts = channels.map(async (channel) => {
    await queue.put(notificationFor(channel, text));
    return channel.name;
  });
  const mailing = mail?.publish({ ...text.mail, alertId: told.id });
  const results = await Promise.allSettled([...puts, mailing]);
  const causes = results.flatMap((result, index) =>
    result.status === 'rejected'
      ? [new Error(`${channels[index]?.name ?? 'mail'} failed`, { cause: result.reason })]
      : [],
  );
  if (causes.length === 0) return { queued: channels.map(({ name }) => name), isMailed: mail !== undefined };
  const names = causes.map(({ message }) => message).join(', ');
  throw new AggregateError(
    causes,
    `${isDigest(told) ? 'digest' : 'alert'} ${told.id}: ${names}; it will be delivered again`,
  );
};
