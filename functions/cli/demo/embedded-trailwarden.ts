import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { noAccount } from '../../../shared/account/account-reader.ts';
import { noAddresses, withAddresses } from '../../../shared/account/with-addresses.ts';
import { dynamoFindingStore } from '../../../shared/adapters/dynamodb/finding-store.ts';
import { startEmbeddedDynamo } from '../../../shared/adapters/embedded/dynamodb.ts';
import { startMessaging } from '../../../shared/adapters/embedded/messaging.ts';
import { memoryEventHistory } from '../../../shared/adapters/memory/event-history.ts';
import { snsAlerter } from '../../../shared/adapters/sns/alerter.ts';
import { snsMailTopic } from '../../../shared/adapters/sns/mail-topic.ts';
import { sqsDeadLetters } from '../../../shared/adapters/sqs/dead-letters.ts';
import { sqsNotificationQueue } from '../../../shared/adapters/sqs/notification-queue.ts';
import type { Channel, ChannelSender } from '../../../shared/alerts/notification.ts';
import type { CheckEventPorts } from '../../../shared/app/check-event.ts';
import type { DeliverPorts } from '../../../shared/app/deliver-notification.ts';
import type { NotifyPorts } from '../../../shared/app/notify-alert.ts';
import { recoveryWatch } from '../../../shared/app/undecided.ts';
import { ruleById, rules } from '../../../shared/rules/catalogue.ts';
import { indexRules } from '../../../shared/rules/rule-index.ts';

/** The deployed chain in this process: the same use cases and adapters, on a DynamoDB, an SNS and an SQS that live in it. */
export interface EmbeddedTrailwarden {
  readonly check: CheckEventPorts;
  readonly notify: NotifyPorts;
  readonly deliver: DeliverPorts;
  readonly sqs: SQSClient;
  readonly notifyQueueUrl: string;
  readonly deliverQueueUrl: string;
  close(): Promise<void>;
}

/** @param sender gets the cards in place of Slack */
export const startEmbeddedTrailwarden = async (sender: ChannelSender): Promise<EmbeddedTrailwarden> => {
  const [database, messaging] = await Promise.all([startEmbeddedDynamo(), startMessaging()]);
  const { endpoint, region } = messaging;
  const config = { endpoint, region, credentials: { accessKeyId: 'embedded', secretAccessKey: 'embedded' } };
  const dynamo = new DynamoDBClient(database.config);
  const sns = new SNSClient(config);
  const sqs = new SQSClient(config);
  const mail = snsMailTopic({ client: sns, topicArn: messaging.mailTopicArn });
  const channel: Channel = { name: 'security-alerts', type: 'slack-webhook', secret: '/trailwarden/demo' };
  return {
    check: {
      rules: indexRules(rules),
      ruleOf: ruleById,
      store: dynamoFindingStore({ client: dynamo, tableName: database.tableName }),
      alerter: snsAlerter({ client: sns, topicArn: messaging.alertsTopicArn }),
      facts: {
        account: withAddresses(noAccount, noAddresses),
        history: memoryEventHistory(),
        settings: {},
      },
      watch: recoveryWatch(Date.now),
    },
    notify: {
      channels: [channel],
      queue: sqsNotificationQueue({ client: sqs, queueUrl: messaging.deliverQueueUrl }),
      mail,
      ruleOf: ruleById,
    },
    deliver: {
      channelOf: (name) => (name === channel.name ? channel : undefined),
      sender,
      deadLetters: sqsDeadLetters({ client: sqs, queueUrl: messaging.deliverDeadLettersUrl }),
      mail,
      random: Math.random,
    },
    sqs,
    notifyQueueUrl: messaging.notifyQueueUrl,
    deliverQueueUrl: messaging.deliverQueueUrl,
    async close() {
      for (const client of [dynamo, sns, sqs]) client.destroy();
      await Promise.all([database.close(), messaging.close()]);
    },
  };
};
