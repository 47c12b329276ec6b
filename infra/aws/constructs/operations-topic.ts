import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { SecureTopic } from './secure-topic.ts';

/**
 * Where Trailwarden's own troubles are told. Apart from the alerts: a fault of the alert path must not have to travel on it.
 */
export class OperationsTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { key, emails }: { key: IKey; emails: readonly string[] }) {
    super(scope, id);
    this.topic = new SecureTopic(this, 'Topic', { displayName: 'Trailwarden operations', key, emails }).topic;
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AllowAlarms',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
  }
}
