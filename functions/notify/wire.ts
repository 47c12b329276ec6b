import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';
import { snsMailTopic } from '../../shared/adapters/sns/mail-topic.ts';
import { sqsNotificationQueue } from '../../shared/adapters/sqs/notification-queue.ts';
import type { NotifyPorts } from '../../shared/app/notify-alert.ts';
import { channelList } from '../../shared/config/channels.ts';
import { ruleBook } from '../../shared/custom-rules/rule-book.ts';
import { languages } from '../../shared/i18n/language.ts';
import { textsIn } from '../../shared/i18n/texts-in.ts';
import { bundledRules } from '../../shared/runtime/bundled-rules.ts';
import { json, optionalText, readEnvironment, text } from '../../shared/runtime/environment.ts';

/** Builds the ports of `notifyAlert` from the function's environment. */
export const wire = (environment: NodeJS.ProcessEnv): NotifyPorts => {
  const { ALERT_LANGUAGE, CHANNELS, DELIVER_QUEUE_URL, MAIL_TOPIC_ARN, CUSTOM_RULES } = readEnvironment(
    {
      CHANNELS: json(channelList),
      ALERT_LANGUAGE: z.enum(languages),
      DELIVER_QUEUE_URL: text(),
      MAIL_TOPIC_ARN: text(),
      CUSTOM_RULES: optionalText(),
    },
    environment,
  );
  return {
    channels: CHANNELS,
    texts: textsIn(ALERT_LANGUAGE),
    queue: sqsNotificationQueue({ client: new SQSClient({}), queueUrl: DELIVER_QUEUE_URL }),
    mail: snsMailTopic({ client: new SNSClient({}), topicArn: MAIL_TOPIC_ARN }),
    ruleOf: ruleBook(bundledRules(CUSTOM_RULES)).ruleOf,
  };
};
