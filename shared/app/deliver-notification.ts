import type {
  Channel,
  ChannelSender,
  DeadLetters,
  DeliveryResult,
  MailTopic,
  Notification,
} from '../alerts/notification.ts';
import { reducedSlackMessage } from '../alerts/render/slack-blocks.ts';
import { renderUndeliveredMail } from '../alerts/render/undelivered-mail.ts';
import type { Labels } from '../i18n/labels.ts';

/** What `deliverNotification` needs. */
export interface DeliverPorts {
  /** The channel of this name in the configuration in force. */
  channelOf(name: string): Channel | undefined;
  readonly sender: ChannelSender;
  readonly deadLetters: DeadLetters;
  /** Absent when nobody is to be mailed: then the dead-letter queue and its alarm are all there is. */
  readonly mail?: MailTopic;
  /** Of the mail about what was given up; English when left out. */
  readonly labels?: Labels;
  /** At least 0, below 1. */
  random(): number;
  /**
   * From this receipt on a notification that still cannot be delivered is given up. Default 60, some 9 hours; keep it below the
   * queue's `maxReceiveCount`, or SQS moves the message without a mail.
   */
  readonly maxReceives?: number;
}

/** How the queue handed the notification over. */
export interface Receive {
  /** `ApproximateReceiveCount`: 1 at first. */
  readonly count: number;
}

/** What the caller must do with the message. */
export type Delivery =
  /** Delete it. `isReduced`: the channel refused the card and got plain text. */
  | { readonly status: 'delivered'; readonly isReduced: boolean; readonly cause?: string }
  /** Make it invisible for this many seconds and report it as failed. */
  | { readonly status: 'retry'; readonly afterSeconds: number; readonly cause: string }
  /** Delete it: it is on the dead-letter queue, and mailed. */
  | { readonly status: 'dead-letter'; readonly cause: string };

const longestPause = 15 * 60;
// SQS keeps a message invisible for 12 hours in all.
const longestRetryAfter = 11 * 60 * 60;

/** Doubles from 2 seconds to 15 minutes; half of it is chance, so that channels do not come back in step. */
const pauseAfter = (count: number, random: number): number => {
  const pause = Math.min(longestPause, 2 ** Math.min(count, 30));
  return Math.ceil(pause / 2 + (pause / 2) * random);
};

/** Never earlier than the channel asked, and up to a tenth later. */
const pauseAsked = (seconds: number, random: number): number =>
  Math.min(longestRetryAfter, Math.ceil(seconds + Math.max(1, seconds / 10) * random));

/** A fault of ours (a secret that cannot be read now, say) may be over later, so it is a retry with its cause. */
const tried = async (
  channel: Channel,
  payload: Notification['payload'],
  { sender }: DeliverPorts,
): Promise<DeliveryResult> => {
  try {
    return await sender.send(channel, payload);
  } catch (error) {
    return {
      status: 'retry',
      cause: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    };
  }
};

const mailed = async (
  notification: Notification,
  channel: Channel | undefined,
  cause: string,
  { mail, labels }: DeliverPorts,
): Promise<string> => {
  try {
    const text = renderUndeliveredMail(notification, channel, cause, labels);
    await mail?.publish({ ...text, alertId: notification.alertId });
    return cause;
  } catch (error) {
    return `${cause}; the mail about it failed too: ${error instanceof Error ? error.message : String(error)}`;
  }
};

/** Mails it and keeps it. A mail that fails is named in the letter; a letter that cannot be kept is thrown, so nothing is lost. */
const givenUp = async (
  notification: Notification,
  channel: Channel | undefined,
  why: string,
  ports: DeliverPorts,
): Promise<Delivery> => {
  const cause = await mailed(notification, channel, why, ports);
  await ports.deadLetters.put({ schema: 'trailwarden.dead-letter/1', cause, notification });
  return { status: 'dead-letter', cause };
};

/**
 * Delivers a notification to its channel. A card that the channel refuses goes once more as plain text; what cannot be delivered at
 * all is mailed and put on the dead-letter queue, so that a fault of Slack is never told to Slack only.
 *
 * @throws when the dead-letter queue fails: the message must be delivered again
 */
export const deliverNotification = async (
  notification: Notification,
  receive: Receive,
  ports: DeliverPorts,
): Promise<Delivery> => {
  const channel = ports.channelOf(notification.channel);
  if (!channel) {
    return givenUp(notification, channel, `no channel ${notification.channel} in the configuration`, ports);
  }
  const first = await tried(channel, notification.payload, ports);
  const result =
    first.status === 'rejected'
      ? await tried(channel, reducedSlackMessage(notification.fallbackText), ports)
      : first;
  if (result.status === 'delivered') {
    return first.status === 'rejected'
      ? { status: 'delivered', isReduced: true, cause: first.cause }
      : { status: 'delivered', isReduced: false };
  }
  if (result.status !== 'retry') return givenUp(notification, channel, result.cause, ports);
  if (receive.count >= (ports.maxReceives ?? 60)) {
    return givenUp(notification, channel, `given up after ${receive.count} tries: ${result.cause}`, ports);
  }
  const afterSeconds =
    result.afterSeconds === undefined
      ? pauseAfter(receive.count, ports.random())
      : pauseAsked(result.afterSeconds, ports.random());
  return { status: 'retry', afterSeconds, cause: result.cause };
};
