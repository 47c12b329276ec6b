import { UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import { GetQueueAttributesCommand, SetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { tableSchema } from '../../shared/config/table-schema.ts';
import type { Clients } from './connection.ts';
import type { Installation } from './installation.ts';

/** Seconds that a failed message stays hidden in the run, instead of the minutes of the template. */
const visibilityTimeout = 4;

const retrySoon = async (sqs: SQSClient, QueueUrl: string): Promise<void> => {
  const Attributes = { VisibilityTimeout: String(visibilityTimeout) };
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
};

const requireRedrive = async (sqs: SQSClient, QueueUrl: string): Promise<void> => {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['RedrivePolicy'] }),
  );
  if (!Attributes?.['RedrivePolicy'])
    throw new Error(
      `${QueueUrl} was deployed without its RedrivePolicy: MiniStack dropped it, or the template lacks it`,
    );
};

/**
 * Changes what was deployed where MiniStack falls short or the run would take too long. Each change is one line here, so that it is
 * plain what the run does not prove; the template's own values are asserted in test/infra.
 */
export const patchTestBed = async (clients: Clients, { queues, table }: Installation): Promise<void> => {
  const { sqs, dynamodb } = clients;
  const read = [queues.events, queues.notify, queues.deliver];
  // The template's visibility timeouts are six times the functions' own, so a poison message would take minutes to be parked.
  await Promise.all(read.map((queue) => retrySoon(sqs, queue)));
  // MiniStack's CloudFormation drops TimeToLiveSpecification. With it, items that expire too early would disappear here too.
  await dynamodb.send(
    new UpdateTimeToLiveCommand({
      TableName: table,
      TimeToLiveSpecification: { AttributeName: tableSchema.timeToLive, Enabled: true },
    }),
  );
  // Not a change: older versions of MiniStack dropped it, and no message would ever be parked.
  await Promise.all(read.map((queue) => requireRedrive(sqs, queue)));
};
