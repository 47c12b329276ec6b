import { Duration, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Deployment } from '../../../shared/config/deployment.ts';
import { MonitoredFunction } from './monitored-function.ts';
import { consume, publishTo, readSecrets, sendTo, useKey } from './permissions.ts';
import { consumeWith } from './queue-consumer.ts';
import { WorkQueue } from './work-queue.ts';

export interface DeliveringProps {
  readonly roleName: string;
  readonly deployment: Pick<Deployment, 'channels' | 'language' | 'secretKeys'>;
  /** Hears of what a channel would not take: a fault of Slack is never told to Slack only. */
  readonly mail: ITopic;
  readonly key: IKey;
  readonly operations: ITopic;
}

const timeout = Duration.seconds(30);

/** SQS FIFO `deliver` (message group = channel) → deliver → Slack and its like. */
export class Delivering extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: DeliveringProps) {
    super(scope, id);
    const { deployment, mail, key, operations } = props;
    const work = new WorkQueue(this, 'Deliver', {
      holds: 'notifications',
      fifo: true,
      functionTimeout: timeout,
      // A rate limit is waited out by visibility and each wait counts; permanent faults are parked by the function itself.
      maxReceives: 100,
      maxAge: Duration.minutes(30),
      key,
      operations,
    });
    this.queue = work.queue;
    this.deadLetters = work.deadLetters;
    const deliver = new MonitoredFunction(this, 'Function', {
      name: 'deliver',
      roleName: props.roleName,
      timeout,
      environment: {
        CHANNELS: JSON.stringify(deployment.channels),
        ALERT_LANGUAGE: deployment.language,
        DELIVER_QUEUE_URL: work.queue.queueUrl,
        DELIVER_DLQ_URL: work.deadLetters.queueUrl,
        MAIL_TOPIC_ARN: mail.topicArn,
      },
      permissions: [
        consume(work.queue),
        sendTo(work.deadLetters),
        publishTo(mail),
        useKey(key, 'send', ['sqs', 'sns']),
        ...readSecrets(Stack.of(this), deployment),
      ],
      operations,
    });
    consumeWith(this, 'Mapping', {
      queue: work.queue,
      function: deliver.function,
      // One at a time: what stands behind a message that waits would use up its receives without being tried.
      batchSize: 1,
      maxConcurrency: 2,
    });
  }
}
