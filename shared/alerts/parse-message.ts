import type { Alert } from './alert.ts';
import type { Notification } from './notification.ts';

/** A message on one of our queues that is not what the queue is for; it belongs on the dead-letter queue. */
export class ForeignMessageError extends Error {
  override readonly name = 'ForeignMessageError';
}

const hasSchema = (value: unknown, schema: string): boolean =>
  typeof value === 'object' && value !== null && 'schema' in value && value.schema === schema;

const parse = (body: string, schema: string): unknown => {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (cause) {
    throw new ForeignMessageError(
      `expected JSON of ${schema}, found ${body.length} characters that are none`,
      {
        cause,
      },
    );
  }
  if (hasSchema(value, schema)) return value;
  throw new ForeignMessageError(
    `expected a message of ${schema}; is raw message delivery switched on for the subscription?`,
  );
};

/**
 * The alert in a message of the topic `alerts`, delivered raw.
 *
 * @throws ForeignMessageError when it is none
 */
export const parseAlert = (body: string): Alert => parse(body, 'trailwarden.alert/1') as Alert;

/**
 * The notification in a message of the FIFO queue.
 *
 * @throws ForeignMessageError when it is none
 */
export const parseNotification = (body: string): Notification =>
  parse(body, 'trailwarden.notification/1') as Notification;
