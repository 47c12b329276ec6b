import type { Alert } from './alert.ts';
import type { Digest } from './digest.ts';
import type { Notification } from './notification.ts';

/** A message on one of our queues that is not what the queue is for; it belongs on the dead-letter queue. */
export class ForeignMessageError extends Error {
  override readonly name = 'ForeignMessageError';
}

const hasSchema = (value: unknown, schema: string): boolean =>
  typeof value === 'object' && value !== null && 'schema' in value && value.schema === schema;

const parse = (body: string, ...schemas: readonly string[]): unknown => {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (cause) {
    throw new ForeignMessageError(
      `expected JSON of ${schemas.join(' or ')}, found ${body.length} characters that are none`,
      {
        cause,
      },
    );
  }
  if (schemas.some((schema) => hasSchema(value, schema))) return value;
  throw new ForeignMessageError(
    `expected a message of ${schemas.join(' or ')}; is raw message delivery switched on for the subscription?`,
  );
};

/**
 * The alert in a message of the topic `alerts`, delivered raw.
 *
 * @throws ForeignMessageError when it is none
 */
export const parseAlert = (body: string): Alert => parse(body, 'trailwarden.alert/1') as Alert;

/**
 * What a message of the topic `alerts`, delivered raw, tells people: an alert, or the digest of a review.
 *
 * @throws ForeignMessageError when it is neither
 */
export const parseTold = (body: string): Alert | Digest =>
  parse(body, 'trailwarden.alert/1', 'trailwarden.digest/1') as Alert | Digest;

/**
 * The notification in a message of the FIFO queue.
 *
 * @throws ForeignMessageError when it is none
 */
export const parseNotification = (body: string): Notification =>
  parse(body, 'trailwarden.notification/1') as Notification;
