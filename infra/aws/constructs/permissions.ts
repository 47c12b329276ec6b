import { Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Deployment } from '../../../shared/config/deployment.ts';

/*
 * Each permission that a function of ours can have, by hand: the grants of CDK allow more than is used. Why each role has what
 * it has is said in docs/permissions.md.
 */

/** To work a queue off. Visibility is changed where a channel names the time of the next attempt. */
export const consume = (queue: IQueue): PolicyStatement =>
  new PolicyStatement({
    actions: [
      'sqs:ReceiveMessage',
      'sqs:DeleteMessage',
      'sqs:ChangeMessageVisibility',
      'sqs:GetQueueAttributes',
    ],
    resources: [queue.queueArn],
  });

export const sendTo = (...queues: readonly IQueue[]): PolicyStatement =>
  new PolicyStatement({ actions: ['sqs:SendMessage'], resources: queues.map(({ queueArn }) => queueArn) });

/** To see how much waits in a queue. */
export const askQueue = (queue: IQueue): PolicyStatement =>
  new PolicyStatement({ actions: ['sqs:GetQueueAttributes'], resources: [queue.queueArn] });

export const publishTo = (topic: ITopic): PolicyStatement =>
  new PolicyStatement({ actions: ['sns:Publish'], resources: [topic.topicArn] });

/** Items of the table itself. Nothing may delete one, nothing may scan. */
export const useItems = (table: Table, actions: readonly ItemAction[]): PolicyStatement =>
  new PolicyStatement({
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [table.tableArn],
  });

export type ItemAction = 'GetItem' | 'PutItem' | 'UpdateItem' | 'Query';

export const queryIndexes = (table: Table, indexes: readonly string[]): PolicyStatement =>
  new PolicyStatement({
    actions: ['dynamodb:Query'],
    resources: indexes.map((name) => `${table.tableArn}/index/${name}`),
  });

const keyUse = {
  /** DynamoDB Developer Guide, "Authorizing use of your customer managed key". */
  dynamodb: ['Encrypt', 'Decrypt', 'ReEncryptFrom', 'ReEncryptTo', 'GenerateDataKey', 'DescribeKey'],
  /** SQS and SNS developer guides, "Key management": a sender needs both, a receiver `Decrypt`. Objects of S3: both to write, `Decrypt` to read. */
  send: ['Decrypt', 'GenerateDataKey'],
  receive: ['Decrypt'],
} as const;

/** The key, only by way of the services that hold the data. */
export const useKey = (
  key: IKey,
  use: keyof typeof keyUse,
  services: readonly ('dynamodb' | 'sqs' | 'sns' | 's3')[],
): PolicyStatement => {
  const { region, urlSuffix } = Stack.of(key);
  return new PolicyStatement({
    actions: keyUse[use].map((action) => `kms:${action}`),
    resources: [key.keyArn],
    conditions: {
      StringEquals: { 'kms:ViaService': services.map((name) => `${name}.${region}.${urlSuffix}`) },
    },
  });
};

const isSecretArn = (name: string) => name.startsWith('arn:');

// Secrets Manager appends six random characters to a name; an ARN may be given with or without them.
const withSuffix = (arn: string) => (/-[A-Za-z0-9]{6}$/.test(arn) ? arn : `${arn}-??????`);

/** The secrets of the channels and nothing beside them; empty when there are no channels. */
export const readSecrets = (
  stack: Stack,
  { channels, secretKeys }: Pick<Deployment, 'channels' | 'secretKeys'>,
): readonly PolicyStatement[] => {
  const names = channels.map(({ secret }) => secret);
  const allow = (action: string, resources: readonly string[]) =>
    resources.length > 0 ? [new PolicyStatement({ actions: [action], resources: [...resources] })] : [];
  const parameterArn = (name: string) =>
    stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName: name.slice(1) });
  return [
    ...allow('secretsmanager:GetSecretValue', names.filter(isSecretArn).map(withSuffix)),
    ...allow('ssm:GetParameter', names.filter((name) => !isSecretArn(name)).map(parameterArn)),
    ...allow('kms:Decrypt', secretKeys),
  ];
};
