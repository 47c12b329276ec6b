import { Duration, Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { alarmOn } from './alarm.ts';

export interface HoldingQueueProps {
  /** What lies in it, for the alarm: "events that could not be checked". */
  readonly holds: string;
  readonly fifo?: boolean;
  /**
   * Without one SQS encrypts with a key of its own. So it is where a service parks what it could not deliver: the cause may be
   * that it may not use our key, and then it could not park it either.
   */
  readonly key?: IKey;
  readonly operations: ITopic;
}

/** Where messages wait 14 days for a person; one is enough to alarm. Nothing consumes it. */
export class HoldingQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { holds, fifo, key, operations }: HoldingQueueProps) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      ...(fifo ? { fifo } : {}),
      ...(key
        ? { encryption: QueueEncryption.KMS, encryptionMasterKey: key }
        : { encryption: QueueEncryption.SQS_MANAGED }),
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.queue).acknowledge({
      id: 'AwsSolutions::AwsSolutions-SQS3',
      reason:
        'This is a dead-letter queue: of another queue, or of an EventBridge rule, an SNS subscription or a schedule, which cdk-nag does not see. Nothing consumes it, and its depth has an alarm.',
    });
    alarmOn(this, 'Depth', {
      metric: this.queue.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
      meaning: `${holds} are waiting to be looked at and sent again.`,
      operations,
    });
  }
}
