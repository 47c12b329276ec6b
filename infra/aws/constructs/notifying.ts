import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { type ITopic, Subscription, SubscriptionProtocol } from 'aws-cdk-lib/aws-sns';
import type { IQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Deployment } from '../../../shared/config/deployment.ts';
import { HoldingQueue } from './holding-queue.ts';
import { MonitoredFunction } from './monitored-function.ts';
import { consume, publishTo, sendTo, useKey } from './permissions.ts';
import { consumeWith } from './queue-consumer.ts';
import { WorkQueue } from './work-queue.ts';

export interface NotifyingProps {
  readonly roleName: string;
  readonly deployment: Pick<Deployment, 'channels' | 'language'>;
  readonly alerts: ITopic;
  readonly mail: ITopic;
  readonly deliver: IQueue;
  readonly key: IKey;
  readonly operations: ITopic;
}

const timeout = Duration.seconds(30);

/** Topic `alerts` → SQS `notify` → notify → topic `mail` and the queue `deliver`. */
export class Notifying extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly undelivered: Queue;
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: NotifyingProps) {
    super(scope, id);
    const { mail, deliver, key, operations } = props;
    const work = new WorkQueue(this, 'Notify', {
      holds: 'alerts',
      functionTimeout: timeout,
      maxReceives: 5,
      maxAge: Duration.minutes(15),
      key,
      operations,
    });
    this.queue = work.queue;
    this.deadLetters = work.deadLetters;
    this.undelivered = this.subscribe(work.queue, props);
    const notify = new MonitoredFunction(this, 'Function', {
      name: 'notify',
      roleName: props.roleName,
      timeout,
      environment: {
        CHANNELS: JSON.stringify(props.deployment.channels),
        ALERT_LANGUAGE: props.deployment.language,
        MAIL_TOPIC_ARN: mail.topicArn,
        DELIVER_QUEUE_URL: deliver.queueUrl,
      },
      permissions: [
        consume(work.queue),
        publishTo(mail),
        sendTo(deliver),
        useKey(key, 'send', ['sqs', 'sns']),
      ],
      operations,
    });
    this.function = notify.function;
    consumeWith(this, 'Mapping', {
      queue: work.queue,
      function: notify.function,
      batchSize: 10,
      maxConcurrency: 5,
    });
  }

  private subscribe(queue: Queue, { alerts, operations }: NotifyingProps): Queue {
    queue.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AllowAlerts',
        principals: [new ServicePrincipal('sns.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [queue.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': alerts.topicArn } },
      }),
    );
    const undelivered = new HoldingQueue(this, 'Undelivered', {
      holds: 'alerts that SNS could not deliver',
      operations,
    }).queue;
    new Subscription(this, 'Subscription', {
      topic: alerts,
      protocol: SubscriptionProtocol.SQS,
      endpoint: queue.queueArn,
      rawMessageDelivery: true,
      deadLetterQueue: undelivered,
    });
    return undelivered;
  }
}
