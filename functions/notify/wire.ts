import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { snsMailTopic } from '../../shared/adapters/sns/mail-topic.ts';
import { sqsNotificationQueue } from '../../shared/adapters/sqs/notification-queue.ts';
import type { NotifyPorts } from '../../shared/app/notify-alert.ts';
import { channelList } from '../../shared/config/channels.ts';
import { ruleById } from '../../shared/rules/catalogue.ts';
import { json, readEnvironment, text } from '../../shared/runtime/environment.ts';

/** Builds the ports of `notifyAlert` from the function's environment. */
export const wire = (environment: NodeJS.ProcessEnv): NotifyPorts => {
  const { CHANNELS, DELIVER_QUEUE_URL, MAIL_TOPIC_ARN } = readEnvironment(
    { CHANNELS: json(channelList), DELIVER_QUEUE_URL: text(), MAIL_TOPIC_ARN: text() },
    environment,
  );
  return {
    channels: CHANNELS,
    queue: sqsNotificationQueue({ client: new SQSClient({}), queueUrl: DELIVER_QUEUE_URL }),
    mail: snsMailTopic({ client: new SNSClient({}), topicArn: MAIL_TOPIC_ARN }),
    ruleOf: ruleById,
  };
};
