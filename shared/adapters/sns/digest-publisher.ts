import { type MessageAttributeValue, PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { DigestPublisher } from '../../alerts/digest.ts';
import { fitDigest } from '../../alerts/fit-digest.ts';
import { messageJson } from '../../text/message-json.ts';
import { maxAlertBytes } from './alerter.ts';

const text = (value: string): MessageAttributeValue => ({ DataType: 'String', StringValue: value });

/** Publishes digests as JSON on the topic `alerts`, beside the alerts; subscribers tell them apart by the attribute `kind`. */
export const snsDigestPublisher = ({
  client,
  topicArn,
}: {
  readonly client: SNSClient;
  readonly topicArn: string;
}): DigestPublisher => ({
  async send(digest) {
    await client.send(
      new PublishCommand({
        TopicArn: topicArn,
        Message: messageJson(fitDigest(digest, maxAlertBytes)),
        MessageAttributes: {
          severity: text(digest.severity),
          accountId: text(digest.accountId),
          kind: text('digest'),
        },
      }),
    );
  },
});
