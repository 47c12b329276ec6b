import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { MessageDelay } from '../../alerts/notification.ts';

/** 12 hours, counted from the receipt ("ChangeMessageVisibility", Amazon SQS API Reference); a minute is kept for the work itself. */
const maxSeconds = 12 * 60 * 60 - 60;

interface SqsQueue {
  readonly client: SQSClient;
  readonly queueUrl: string;
}

/** Delays a received message. Report it as failed too: deleting it would end it. */
export const sqsMessageDelay = ({ client, queueUrl }: SqsQueue): MessageDelay => ({
  async delay(receiptHandle: string, seconds: number) {
    await client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: queueUrl,
        ReceiptHandle: receiptHandle,
        VisibilityTimeout: Math.min(maxSeconds, Math.max(0, Math.ceil(seconds))),
      }),
    );
  },
});
