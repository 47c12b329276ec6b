/** A channel that alerts are delivered to, by name. */
export interface Channel {
  /** Unique; also the FIFO message group, so that one slow channel does not hold up another. */
  readonly name: string;
  readonly type: 'slack-webhook';
  /** Where its secret URL is kept: an ARN of Secrets Manager or the name of an SSM parameter. */
  readonly secret: string;
}

/** An alert rendered for one channel, on its way through the FIFO queue. JSON. */
export interface Notification {
  readonly schema: 'trailwarden.notification/1';
  /** Alert id and channel: the queue drops a second one within five minutes. */
  readonly id: string;
  readonly channel: string;
  readonly alertId: string;
  readonly findingId: string;
  /** What the channel's API takes, e.g. Slack's `{ text, blocks }`. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** The same in plain text, for when the channel refuses the payload. */
  readonly fallbackText: string;
}

/** Takes notifications in order per channel. */
export interface NotificationQueue {
  put(notification: Notification): Promise<void>;
}

/** Publishes the text of an alert to the people subscribed by e-mail. */
export interface MailTopic {
  /** @param subject ASCII, below 100 characters, no line break (SNS `Publish`, Subject) */
  publish(mail: { readonly subject: string; readonly body: string; readonly alertId: string }): Promise<void>;
}

/** What a channel said to a delivery. */
export type DeliveryResult =
  | { readonly status: 'delivered' }
  /** Try again, after this many seconds if the channel named a time: rate limit, server error, no connection. */
  | { readonly status: 'retry'; readonly cause: string; readonly afterSeconds?: number }
  /** The channel will not take this payload, but might take another: `invalid_blocks` and its like. */
  | { readonly status: 'rejected'; readonly cause: string }
  /** Nothing can be delivered until somebody mends the channel: archived, revoked, no such hook. */
  | { readonly status: 'broken'; readonly cause: string };

/** Delivers payloads to one kind of channel. Never throws for what the channel says; throws for faults of ours. */
export interface ChannelSender {
  send(channel: Channel, payload: Readonly<Record<string, unknown>>): Promise<DeliveryResult>;
}

/** Where the secret URLs of channels come from. */
export interface WebhookUrls {
  /**
   * The URL behind a channel's secret; may be a few minutes old.
   *
   * @throws UnusableSecretError when it does not exist or holds no URL that may be called: somebody must mend it
   * @throws any other error when it could not be read now
   */
  urlOf(secret: string): Promise<URL>;
  /** The next `urlOf` reads it anew. */
  forget(secret: string): void;
}

/** A channel's secret that will not work until somebody mends it. Its message never holds the secret. */
export class UnusableSecretError extends Error {
  override readonly name = 'UnusableSecretError';
}

/** Makes a received message invisible for a while; in a FIFO queue the later ones of its group wait with it. */
export interface MessageDelay {
  /** @param seconds from now, whole; a queue allows 12 hours in all */
  delay(receiptHandle: string, seconds: number): Promise<void>;
}

/** What could not be delivered, for people to look at and send again. JSON. */
export interface DeadLetter {
  readonly schema: 'trailwarden.dead-letter/1';
  readonly cause: string;
  readonly notification: Notification;
}

/** Keeps what could not be delivered; its depth raises an alarm. */
export interface DeadLetters {
  put(letter: DeadLetter): Promise<void>;
}
