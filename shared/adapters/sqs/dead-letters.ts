import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { DeadLetter, DeadLetters } from '../../alerts/notification.ts';
import { messageJson } from '../../text/message-json.ts';
import { deduplicationIdOf, groupIdOf } from './fifo-ids.ts';

interface SqsQueue {
  readonly client: SQSClient;
  readonly queueUrl: string;
}

/**
 * Puts what could not be delivered on the dead-letter queue of the FIFO queue, which is FIFO too. The body of what SQS moves there by
 * itself is the notification; the body of what we put there is the letter around it.
 */
export const sqsDeadLetters = ({ client, queueUrl }: SqsQueue): DeadLetters => ({
  async put(letter: DeadLetter) {
    await client.send(
      new SendMessageCommand({
        QueueUrl: queueUrl,
        MessageBody: messageJson(letter),
        MessageGroupId: groupIdOf(letter.notification.channel),
        MessageDeduplicationId: deduplicationIdOf(letter.notification.id),
      }),
    );
  },
});
