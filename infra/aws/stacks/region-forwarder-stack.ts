import { CfnOutput, Stack } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Deployment } from '../../../shared/config/deployment.ts';
import { EncryptionKey } from '../constructs/encryption-key.ts';
import { HoldingQueue } from '../constructs/holding-queue.ts';
import { homeBusName } from '../constructs/home-bus.ts';
import { OperationsTopic } from '../constructs/operations-topic.ts';
import { longestRoleArns } from '../constructs/own-roles.ts';
import { SelectionRules } from '../constructs/selection-rules.ts';
import type { AskedFor } from '../patterns/branches.ts';
import { heartbeatRule } from '../patterns/heartbeat.ts';
import { neighbourRule } from '../patterns/neighbours.ts';
import { selectionRules } from '../patterns/selection.ts';

export interface RegionForwarderStackProps {
  readonly deployment: Deployment;
  readonly rules: readonly AskedFor[];
  readonly region: string;
  /** Id of the home stack, whose roles' own reads are left out. */
  readonly homeStack: string;
}

/**
 * Sends the events of one more Region to the bus of the home Region. Sign-ins and STS calls arrive where they are made, and so
 * do the changes to trails, keys and functions.
 */
export class RegionForwarderStack extends Stack {
  constructor(scope: Construct, id: string, props: RegionForwarderStackProps) {
    const { deployment, rules, region, homeStack } = props;
    super(scope, id, {
      env: { region },
      description: `Trailwarden: sends the events of this Region to ${deployment.homeRegion}`,
    });
    // CloudWatch tells topics of its own Region only, so each Region has its own.
    const { key } = new EncryptionKey(this, 'Encryption', ['cloudwatch.amazonaws.com']);
    const { topic: operations } = new OperationsTopic(this, 'Operations', {
      key,
      emails: deployment.operationsEmails,
    });
    const { queue: undelivered } = new HoldingQueue(this, 'Undelivered', {
      holds: `events of ${region} that could not be sent to ${deployment.homeRegion}`,
      operations,
    });
    const bus = this.formatArn({
      service: 'events',
      region: deployment.homeRegion,
      resource: 'event-bus',
      resourceName: homeBusName,
    });
    new SelectionRules(this, 'Rules', {
      rules: [
        ...selectionRules({ rules, tier: deployment.tier, ownRoleArns: longestRoleArns(homeStack) }),
        heartbeatRule,
        neighbourRule,
      ],
      target: { arn: bus, roleArn: this.senderRole(bus).roleArn },
      undelivered,
      operations,
    });
    new CfnOutput(this, 'UndeliveredUrl', { value: undelivered.queueUrl });
    new CfnOutput(this, 'OperationsTopicArn', { value: operations.topicArn });
  }

  private senderRole(bus: string): Role {
    const send = new PolicyStatement({ actions: ['events:PutEvents'], resources: [bus] });
    return new Role(this, 'Sender', {
      description: 'Lets EventBridge send events to the home Region',
      assumedBy: new ServicePrincipal('events.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
      inlinePolicies: { Own: new PolicyDocument({ statements: [send] }) },
    });
  }
}
