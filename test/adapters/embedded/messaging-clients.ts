import { SNSClient } from '@aws-sdk/client-sns';
import { DeleteMessageCommand, type Message, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type EmbeddedMessaging, startMessaging } from '../../../shared/adapters/embedded/messaging.ts';

/** Embedded messaging with clients for it. */
export interface TestMessaging extends EmbeddedMessaging {
  readonly sns: SNSClient;
  readonly sqs: SQSClient;
  /** Up to ten messages, at once or not at all. */
  receive(queueUrl: string): Promise<readonly Message[]>;
  remove(queueUrl: string, message: Message): Promise<void>;
  /** Receives and removes until the queue is empty. */
  drain(queueUrl: string): Promise<readonly Message[]>;
}

export const startTestMessaging = async (): Promise<TestMessaging> => {
  const messaging = await startMessaging();
  const config = {
    endpoint: messaging.endpoint,
    region: messaging.region,
    credentials: { accessKeyId: '000000000000', secretAccessKey: 'none' },
  };
  const sns = new SNSClient(config);
  const sqs = new SQSClient(config);
  const receive = async (queueUrl: string) => {
    const command = new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      MaxNumberOfMessages: 10,
      WaitTimeSeconds: 0,
      MessageAttributeNames: ['All'],
      MessageSystemAttributeNames: ['All'],
    });
    return (await sqs.send(command)).Messages ?? [];
  };
  const remove = async (queueUrl: string, { ReceiptHandle }: Message) => {
    await sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle }));
  };
  const drain = async (queueUrl: string) => {
    const all: Message[] = [];
    for (let some = await receive(queueUrl); some.length > 0; some = await receive(queueUrl)) {
      for (const message of some) await remove(queueUrl, message);
      all.push(...some);
    }
    return all;
  };
  const close = async () => {
    sns.destroy();
    sqs.destroy();
    await messaging.close();
  };
  return { ...messaging, sns, sqs, receive, remove, drain, close };
};
