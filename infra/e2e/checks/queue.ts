import { SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { Clients } from '../connection.ts';

/** Messages in a queue, waiting or being worked on. */
export const depthOf = async (sqs: SQSClient, url: string): Promise<number> => {
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] }),
  );
  const names = (['', 'NotVisible', 'Delayed'] as const).map(
    (state) => `ApproximateNumberOfMessages${state}` as const,
  );
  return names.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
};

/** Reads a queue and keeps what it has read; nothing else may read the queue. */
export class Inbox {
  readonly #sqs: SQSClient;
  readonly #url: string;
  readonly #messages: Message[] = [];

  constructor(sqs: SQSClient, url: string) {
    this.#sqs = sqs;
    this.#url = url;
  }

  /** Everything that has come so far and whose body contains the text, in order of arrival. */
  async messages(containing: string): Promise<readonly Message[]> {
    for (;;) {
      const { Messages = [] } = await this.#sqs.send(
        // Half a day: what has been read is never seen again.
        new ReceiveMessageCommand({
          QueueUrl: this.#url,
          MaxNumberOfMessages: 10,
          VisibilityTimeout: 43_200,
          MessageAttributeNames: ['All'],
          MessageSystemAttributeNames: ['All'],
        }),
      );
      this.#messages.push(...Messages);
      if (Messages.length === 0) return this.#messages.filter(({ Body }) => Body?.includes(containing));
    }
  }
}

/** Subscribes a new queue to a topic, raw, and returns an inbox of it. */
export const subscribe = async ({ sns, sqs }: Clients, topic: string, name: string): Promise<Inbox> => {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
  if (QueueUrl === undefined) throw new Error(`no queue ${name}`);
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  const arn = Attributes?.['QueueArn'];
  const statement = {
    Effect: 'Allow',
    Principal: { Service: 'sns.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: arn,
    Condition: { ArnEquals: { 'aws:SourceArn': topic } },
  };
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
  await sns.send(
    new SubscribeCommand({
      TopicArn: topic,
      Protocol: 'sqs',
      Endpoint: arn,
      Attributes: { RawMessageDelivery: 'true' },
    }),
  );
  return new Inbox(sqs, QueueUrl);
};
