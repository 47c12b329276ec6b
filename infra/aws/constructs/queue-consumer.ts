import { EventSourceMapping, type IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

export interface ConsumerProps {
  readonly queue: IQueue;
  readonly function: IFunction;
  readonly batchSize: number;
  /** At least 2. Keeps a burst from using up the account's concurrency, where reserved concurrency would only throttle. */
  readonly maxConcurrency: number;
}

/**
 * Has a function work a queue off. Failed messages are reported one by one: without that flag Lambda takes a batch with
 * failures for a success and deletes it.
 */
export const consumeWith = (scope: Construct, id: string, props: ConsumerProps): EventSourceMapping =>
  new EventSourceMapping(scope, id, {
    target: props.function,
    eventSourceArn: props.queue.queueArn,
    batchSize: props.batchSize,
    maxConcurrency: props.maxConcurrency,
    reportBatchItemFailures: true,
  });
