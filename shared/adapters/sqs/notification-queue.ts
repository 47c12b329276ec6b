import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Notification, NotificationQueue } from '../../alerts/notification.ts';
import { messageJson } from '../../text/message-json.ts';
import { deduplicationIdOf, groupIdOf } from './fifo-ids.ts';

interface SqsQueue {
  readonly client: SQSClient;
  readonly queueUrl: string;
}

/** Puts notifications on the FIFO queue: in order within a channel, channels independent of each other. */
export const sqsNotificationQueue = ({ client, queueUrl }: SqsQueue): NotificationQueue => ({
  async put(notification: Notification) {
    await client.send(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: messageJson(notification),
        MessageGroupId: groupIdOf(notification.channel),
        MessageDeduplicationId: deduplicationIdOf(notification.id),
      }),
    );
  },
});
