import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/**
 * The one key that encrypts the table, the queues and the topics. The AWS managed keys will not do: their policies cannot let
 * EventBridge, SNS and CloudWatch in, and each of these drops messages silently when it may not use the key.
 */
export class EncryptionKey extends Construct {
  readonly key: Key;

  /** @param services principals that write to an encrypted queue or topic, e.g. `events.amazonaws.com` */
  constructor(scope: Construct, id: string, services: readonly string[]) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      description: 'Trailwarden: findings, queues and topics',
      enableKeyRotation: true,
    });
    for (const service of services)
      this.key.addToResourcePolicy(
        new PolicyStatement({
          sid: `Allow-${service}`,
          principals: [new ServicePrincipal(service)],
          actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
          // In a key policy `*` means this key.
          resources: ['*'],
          conditions: this.onlyForThisAccount(service),
        }),
      );
  }

  // What a service says of the caller it acts for differs: SNS names the topic that delivers, the others name the account.
  private onlyForThisAccount(service: string) {
    const stack = Stack.of(this);
    return service === 'sns.amazonaws.com'
      ? { ArnLike: { 'aws:SourceArn': stack.formatArn({ service: 'sns', resource: '*' }) } }
      : { StringEquals: { 'aws:SourceAccount': stack.account } };
  }
}
