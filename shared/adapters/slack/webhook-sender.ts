import {
  type Channel,
  type ChannelSender,
  type DeliveryResult,
  UnusableSecretError,
  type WebhookUrls,
} from '../../alerts/notification.ts';
import { messageJson } from '../../text/message-json.ts';
import { resultOf, type WebhookAnswer } from './webhook-answer.ts';

/** What the sender needs. */
export interface SlackWebhookOptions {
  readonly urls: WebhookUrls;
  /** Epoch milliseconds, for `Retry-After` dates. */
  now(): number;
  /** For one attempt, answer included. Default 10,000. */
  readonly timeoutMillis?: number;
}

/** The reason in words. Never the message of the error itself, which may hold the secret URL. */
const causeOf = (error: unknown, timeoutMillis: number): string => {
  if (!(error instanceof Error)) return 'no answer from Slack';
  if (error.name === 'TimeoutError') return `no answer from Slack within ${timeoutMillis} ms`;
  const code = error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : error.name;
  return `no connection to Slack (${code})`;
};

const post = async (
  url: URL,
  payload: Readonly<Record<string, unknown>>,
  timeoutMillis: number,
): Promise<WebhookAnswer> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: messageJson(payload),
    // A webhook never redirects; following one would carry the message elsewhere.
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMillis),
  });
  const retryAfter = response.headers.get('retry-after');
  return { status: response.status, body: await response.text(), retryAfter };
};

/** Posts messages to Slack's incoming webhooks. */
export const slackWebhookSender = (options: SlackWebhookOptions): ChannelSender => {
  const { urls, timeoutMillis = 10_000 } = options;

  const tryPost = async (url: URL, payload: Readonly<Record<string, unknown>>): Promise<DeliveryResult> => {
    try {
      return resultOf(await post(url, payload, timeoutMillis), options.now());
    } catch (error) {
      return { status: 'retry', cause: causeOf(error, timeoutMillis) };
    }
  };

  const urlFor = async ({ secret }: Channel): Promise<URL | DeliveryResult> => {
    try {
      return await urls.urlOf(secret);
    } catch (error) {
      if (error instanceof UnusableSecretError) return { status: 'broken', cause: error.message };
      throw error;
    }
  };

  return {
    async send(channel, payload) {
      const url = await urlFor(channel);
      if (!(url instanceof URL)) return url;
      const result = await tryPost(url, payload);
      if (result.status !== 'broken') return result;
      // The webhook may have been exchanged since its URL was read.
      urls.forget(channel.secret);
      const newer = await urlFor(channel);
      return newer instanceof URL && newer.href !== url.href ? tryPost(newer, payload) : result;
    },
  };
};
