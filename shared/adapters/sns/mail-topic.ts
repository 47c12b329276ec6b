import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { MailTopic } from '../../alerts/notification.ts';
import { messageJson } from '../../text/message-json.ts';

interface SnsTopic {
  readonly client: SNSClient;
  readonly topicArn: string;
}

/** Publishes mails on the topic `mail`: text for subscriptions by e-mail, JSON for any other. */
export const snsMailTopic = ({ client, topicArn }: SnsTopic): MailTopic => ({
  async publish(mail: Parameters<MailTopic['publish']>[0]) {
    await client.send(
      new PublishCommand({
        TopicArn: topicArn,
        Subject: mail.subject,
        MessageStructure: 'json',
        Message: messageJson({
          default: messageJson({ schema: 'trailwarden.mail/1', ...mail }),
          email: mail.body,
        }),
        MessageAttributes: { alertId: { DataType: 'String', StringValue: mail.alertId } },
      }),
    );
  },
});
