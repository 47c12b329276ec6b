import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { alarmOn } from './alarm.ts';
import { HoldingQueue } from './holding-queue.ts';

export interface WorkQueueProps {
  /** What lies in it, for the alarms: "events". */
  readonly holds: string;
  readonly fifo?: boolean;
  /** Timeout of the function that reads it. */
  readonly functionTimeout: Duration;
  /** Receives before a message is parked. Waiting for a slow channel counts as a receive, too. */
  readonly maxReceives: number;
  /** Oldest message that is still in order. */
  readonly maxAge: Duration;
  readonly key: IKey;
  readonly operations: ITopic;
}

/** A queue that a function works off, with its dead-letter queue and alarms on both. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const { holds, key, operations } = props;
    const fifo = props.fifo ? { fifo: true } : {};
    this.deadLetters = new HoldingQueue(this, 'DeadLetters', {
      holds: `${holds} that could not be worked off`,
      ...fifo,
      key,
      operations,
    }).queue;
    this.queue = new Queue(this, 'Queue', {
      ...fifo,
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: key,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      // Lambda Developer Guide, "Configuring a queue": at least six times the function's timeout.
      visibilityTimeout: Duration.seconds(6 * props.functionTimeout.toSeconds()),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: props.maxReceives },
    });
    alarmOn(this, 'Age', {
      metric: this.queue.metricApproximateAgeOfOldestMessage({
        period: Duration.minutes(5),
        statistic: 'Maximum',
      }),
      threshold: props.maxAge.toSeconds(),
      meaning: `${holds} have been waiting for more than ${props.maxAge.toMinutes()} minutes.`,
      operations,
    });
  }
}
