import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Subscription, SubscriptionProtocol, Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

export interface SecureTopicProps {
  /** Shown as the sender of e-mails. */
  readonly displayName: string;
  readonly key: IKey;
  /** Each address gets a mail with a link that it must confirm. */
  readonly emails: readonly string[];
}

/** A standard topic: encrypted, TLS only, with the people who read it by e-mail. */
export class SecureTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { displayName, key, emails }: SecureTopicProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { displayName, masterKey: key, enforceSSL: true });
    for (const email of emails)
      new Subscription(this, `Mail-${email}`, {
        topic: this.topic,
        protocol: SubscriptionProtocol.EMAIL,
        endpoint: email,
      });
  }
}
