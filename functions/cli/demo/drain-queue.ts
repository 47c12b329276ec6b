import {
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

/**
 * Handles the messages of a queue until it is empty, one after the other, deleting each when it is done. An error ends it: the
 * message stays on the queue.
 */
export const drainQueue = async (
  sqs: SQSClient,
  queueUrl: string,
  handle: (message: Message) => Promise<void>,
): Promise<void> => {
  const receive = new ReceiveMessageCommand({
    QueueUrl: queueUrl,
    MaxNumberOfMessages: 10,
    MessageSystemAttributeNames: ['ApproximateReceiveCount'],
  });
  for (;;) {
    const { Messages = [] } = await sqs.send(receive);
    if (Messages.length === 0) return;
    for (const message of Messages) {
      await handle(message);
      await sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: message.ReceiptHandle }));
    }
  }
};
