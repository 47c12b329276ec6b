import type { DeliveryResult } from '../../alerts/notification.ts';
import { cleanLine } from '../../text/clean.ts';
import { truncate } from '../../text/truncate.ts';

/** The answer of a webhook. */
export interface WebhookAnswer {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | null;
}

// "Sending messages using incoming webhooks" (Handling errors) and "Changes to errors for incoming webhooks", docs.slack.dev.
const payloadErrors = new Set([
  'invalid_payload',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_attachments',
  'no_text',
  'msg_too_long',
  'msg_blocks_too_long',
  'too_many_attachments',
  'missing_text_or_fallback_or_attachments',
]);
const channelErrors = new Set([
  'action_prohibited',
  'channel_is_archived',
  'channel_not_found',
  'invalid_token',
  'no_active_hooks',
  'no_service',
  'no_service_id',
  'no_team',
  'posting_to_general_channel_denied',
  'restricted_action',
  'team_disabled',
  'user_not_found',
]);

// 408 and 425 ask for another try in so many words, 429 and 5xx by their nature.
const isTransient = (status: number): boolean => [408, 425, 429].includes(status) || status >= 500;

/**
 * Seconds until another try, from a `Retry-After` header: a number of seconds or an HTTP date (RFC 9110, 10.2.3).
 *
 * @param now epoch milliseconds
 */
export const retryAfterSeconds = (header: string | null, now: number): number | undefined => {
  if (header === null) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
};

const retry = (cause: string, answer: WebhookAnswer, now: number): DeliveryResult => {
  const afterSeconds = retryAfterSeconds(answer.retryAfter, now);
  return { status: 'retry', cause, ...(afterSeconds === undefined ? {} : { afterSeconds }) };
};

/** What an answer means for the message. The body names the error more exactly than the status does. */
export const resultOf = (answer: WebhookAnswer, now: number): DeliveryResult => {
  const { status } = answer;
  const error = answer.body.trim();
  const cause = `Slack answered ${status} ${truncate(cleanLine(error), 120)}`.trim();
  if (status === 200 && error === 'ok') return { status: 'delivered' };
  if (channelErrors.has(error)) return { status: 'broken', cause };
  if (payloadErrors.has(error) || status === 413) return { status: 'rejected', cause };
  if (isTransient(status)) return retry(cause, answer, now);
  // A proxy's page or a redirect is no delivery, whatever its status; it may be over in a minute.
  if (status < 400) return retry(`${cause}: not Slack's "ok"`, answer, now);
  return status === 400 ? { status: 'rejected', cause } : { status: 'broken', cause };
};
