import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import * as z from 'zod/mini';
import { secretReader } from '../../shared/adapters/secrets/secret-reader.ts';
import { slackWebhookSender } from '../../shared/adapters/slack/webhook-sender.ts';
import { snsMailTopic } from '../../shared/adapters/sns/mail-topic.ts';
import { sqsDeadLetters } from '../../shared/adapters/sqs/dead-letters.ts';
import { sqsMessageDelay } from '../../shared/adapters/sqs/visibility.ts';
import type { MessageDelay } from '../../shared/alerts/notification.ts';
import type { DeliverPorts } from '../../shared/app/deliver-notification.ts';
import { channelList } from '../../shared/config/channels.ts';
import { labelsIn } from '../../shared/i18n/labels-in.ts';
import { languages } from '../../shared/i18n/language.ts';
import { json, readEnvironment, text } from '../../shared/runtime/environment.ts';

/** Builds the ports of `deliverNotification` from the function's environment. */
export const wire = (
  environment: NodeJS.ProcessEnv,
): { readonly ports: DeliverPorts; readonly delay: MessageDelay } => {
  const settings = readEnvironment(
    {
      CHANNELS: json(channelList),
      ALERT_LANGUAGE: z.enum(languages),
      DELIVER_QUEUE_URL: text(),
      DELIVER_DLQ_URL: text(),
      MAIL_TOPIC_ARN: text(),
      // Set by the end-to-end run only, whose Slack is a server on the loopback interface.
      SLACK_ALLOW_LOOPBACK: z.optional(z.enum(['true', 'false'])),
    },
    environment,
  );
  const channels = new Map(settings.CHANNELS.map((channel) => [channel.name, channel]));
  const sqs = new SQSClient({});
  const urls = secretReader({
    secretsManager: new SecretsManagerClient({}),
    ssm: new SSMClient({}),
    now: Date.now,
    allowLoopback: settings.SLACK_ALLOW_LOOPBACK === 'true',
  });
  return {
    ports: {
      channelOf: (name) => channels.get(name),
      sender: slackWebhookSender({ urls, now: Date.now }),
      deadLetters: sqsDeadLetters({ client: sqs, queueUrl: settings.DELIVER_DLQ_URL }),
      mail: snsMailTopic({ client: new SNSClient({}), topicArn: settings.MAIL_TOPIC_ARN }),
      random: Math.random,
      labels: labelsIn(settings.ALERT_LANGUAGE),
    },
    delay: sqsMessageDelay({ client: sqs, queueUrl: settings.DELIVER_QUEUE_URL }),
  };
};
