import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { HoldingQueue } from './holding-queue.ts';
import { MonitoredFunction } from './monitored-function.ts';
import { publishTo, queryIndexes, useItems, useKey } from './permissions.ts';

export interface HousekeepingProps {
  readonly roleName: string;
  readonly table: Table;
  readonly alerts: ITopic;
  readonly key: IKey;
  readonly operations: ITopic;
}

/** Every five minutes: what should have been told and was not is told now. */
export class Housekeeping extends Construct {
  readonly missedRuns: Queue;
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: HousekeepingProps) {
    super(scope, id);
    const { table, alerts, key, operations } = props;
    this.missedRuns = new HoldingQueue(this, 'MissedRuns', {
      holds: 'runs of housekeeping that could not be started',
      operations,
    }).queue;
    const housekeeping = new MonitoredFunction(this, 'Function', {
      name: 'housekeeping',
      roleName: props.roleName,
      timeout: Duration.minutes(2),
      environment: { TABLE_NAME: table.tableName, ALERTS_TOPIC_ARN: alerts.topicArn },
      permissions: [
        useItems(table, ['GetItem', 'UpdateItem', 'Query']),
        queryIndexes(table, ['pending']),
        publishTo(alerts),
        useKey(key, 'dynamodb', ['dynamodb']),
        useKey(key, 'send', ['sns']),
      ],
      operations,
    });
    this.function = housekeeping.function;
  }
}
