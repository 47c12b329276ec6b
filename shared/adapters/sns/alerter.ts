import { type MessageAttributeValue, PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Alert } from '../../alerts/alert.ts';
import type { Alerter } from '../../alerts/alerter.ts';
import { fitAlert } from '../../alerts/fit-alert.ts';
import { messageJson } from '../../text/message-json.ts';

/** SNS takes 262,144 bytes with all attributes (`Publish`, Amazon SNS API Reference); these leave room for ours. */
export const maxAlertBytes = 250_000;

const text = (value: string): MessageAttributeValue => ({ DataType: 'String', StringValue: value });

/** What subscriptions can filter on. */
const attributesOf = (alert: Alert): Record<string, MessageAttributeValue> => ({
  severity: text(alert.severity),
  accountId: text(alert.accountId),
  ruleId: text(alert.ruleId),
  kind: text(alert.kind),
  status: text(alert.status),
});

interface SnsTopic {
  readonly client: SNSClient;
  readonly topicArn: string;
}

/** Publishes alerts as JSON on the topic `alerts`. The client retries; what still fails is thrown. */
export const snsAlerter = ({ client, topicArn }: SnsTopic): Alerter => ({
  async send(alert: Alert) {
    await client.send(
      new PublishCommand({
        TopicArn: topicArn,
        Message: messageJson(fitAlert(alert, maxAlertBytes)),
        MessageAttributes: attributesOf(alert),
      }),
    );
  },
});
