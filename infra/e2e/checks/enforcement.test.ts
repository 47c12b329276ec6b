import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  IAMClient,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { trailwarden } from './trailwarden.ts';

const { installation } = trailwarden();
const { endpoint, region, accountId, queues } = installation;
const iam = new IAMClient({
  endpoint,
  region,
  credentials: { accessKeyId: accountId, secretAccessKey: 'test' },
});

/** A queue client of a new user who may read queue attributes and nothing else. */
const clientOfReader = async (): Promise<SQSClient> => {
  const UserName = 'e2e-reader';
  await iam.send(new CreateUserCommand({ UserName }));
  const Statement = [{ Effect: 'Allow', Action: 'sqs:GetQueueAttributes', Resource: '*' }];
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: 'Read', PolicyDocument }));
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
  const credentials = {
    accessKeyId: AccessKey?.AccessKeyId ?? '',
    secretAccessKey: AccessKey?.SecretAccessKey ?? '',
  };
  return new SQSClient({ endpoint, region, credentials });
};

// Without it, "no call of a function was refused" would also be true of a test bed that refuses nothing.
describe('the test bed', () => {
  it('enforces IAM: a call without permission is refused', async () => {
    const reader = await clientOfReader();
    const QueueUrl = queues.events;
    await expect(
      reader.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] })),
    ).resolves.toHaveProperty('Attributes');
    await expect(reader.send(new SendMessageCommand({ QueueUrl, MessageBody: '{}' }))).rejects.toThrow(
      /not authorized to perform: sqs:sendmessage/i,
    );
  });
});
