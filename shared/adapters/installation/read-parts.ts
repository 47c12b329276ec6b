import { type CloudWatchClient, paginateDescribeAlarms } from '@aws-sdk/client-cloudwatch';
import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import {
  type EventBridgeClient,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  type Rule,
} from '@aws-sdk/client-eventbridge';
import { paginateListSubscriptionsByTopic, type SNSClient } from '@aws-sdk/client-sns';
import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { QueueState, RuleState, TableState, TopicState } from '../../health/installation.ts';

const pendingMark = 'PendingConfirmation';

export const readQueue = async (client: SQSClient, output: string, url: string): Promise<QueueState> => {
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({
      QueueUrl: url,
      AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    }),
  );
  const { ApproximateNumberOfMessages = '0', ApproximateNumberOfMessagesNotVisible = '0' } = Attributes;
  return {
    output,
    messages: Number(ApproximateNumberOfMessages) + Number(ApproximateNumberOfMessagesNotVisible),
  };
};

export const readTopic = async (client: SNSClient, output: string, arn: string): Promise<TopicState> => {
  let confirmed = 0;
  const pending: string[] = [];
  for await (const { Subscriptions = [] } of paginateListSubscriptionsByTopic({ client }, { TopicArn: arn }))
    for (const { SubscriptionArn, Endpoint = '' } of Subscriptions)
      if (SubscriptionArn === pendingMark) pending.push(Endpoint);
      else confirmed += 1;
  return { output, confirmed, pending };
};

const rulesOn = async (client: EventBridgeClient, bus: string, prefix: string): Promise<readonly Rule[]> => {
  const rules: Rule[] = [];
  let token: string | undefined;
  do {
    const page = await client.send(
      new ListRulesCommand({
        EventBusName: bus,
        NamePrefix: prefix,
        ...(token === undefined ? {} : { NextToken: token }),
      }),
    );
    rules.push(...(page.Rules ?? []));
    token = page.NextToken;
  } while (token !== undefined);
  return rules;
};

/** The event rules whose names begin with `prefix`, on each of the buses. */
export const readRules = async (
  client: EventBridgeClient,
  buses: readonly string[],
  prefix: string,
): Promise<readonly RuleState[]> => {
  const found = await Promise.all(
    buses.map(async (bus) => {
      const rules = await rulesOn(client, bus, prefix);
      return await Promise.all(
        rules.map(async ({ Name = '', State = '' }) => {
          const { Targets = [] } = await client.send(
            new ListTargetsByRuleCommand({ Rule: Name, EventBusName: bus }),
          );
          return { name: Name, state: State, targets: Targets.length };
        }),
      );
    }),
  );
  return found.flat();
};

export const readTable = async (client: DynamoDBClient, name: string): Promise<TableState> => {
  const [{ Table }, { ContinuousBackupsDescription }] = await Promise.all([
    client.send(new DescribeTableCommand({ TableName: name })),
    client.send(new DescribeContinuousBackupsCommand({ TableName: name })),
  ]);
  return {
    status: Table?.TableStatus ?? 'unknown',
    deletionProtection: Table?.DeletionProtectionEnabled ?? false,
    pointInTimeRecovery:
      ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus === 'ENABLED',
  };
};

/** Names of the alarms that are on and whose names begin with `prefix`. */
export const readAlarms = async (client: CloudWatchClient, prefix: string): Promise<readonly string[]> => {
  const names: string[] = [];
  for await (const { MetricAlarms = [] } of paginateDescribeAlarms(
    { client },
    { AlarmNamePrefix: prefix, StateValue: 'ALARM' },
  ))
    names.push(...MetricAlarms.map(({ AlarmName = '' }) => AlarmName));
  return names;
};
