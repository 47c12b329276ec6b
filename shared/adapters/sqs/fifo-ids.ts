import { createHash } from 'node:crypto';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

// What SQS takes ("SendMessage", MessageGroupId): up to 128 letters, digits and signs of ASCII.
const groupId = /^[\x21-\x7e]{1,128}$/;

/** A channel's group: its name, or the hash of a name that SQS would refuse. */
export const groupIdOf = (channel: string): string => (groupId.test(channel) ? channel : sha256(channel));

/** Within five minutes SQS drops a second message with the same id. */
export const deduplicationIdOf = (notificationId: string): string => sha256(notificationId);
