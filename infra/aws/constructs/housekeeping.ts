import { Duration, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { HoldingQueue } from './holding-queue.ts';
import { MonitoredFunction } from './monitored-function.ts';
import { publishTo, queryIndexes, sendTo, useItems, useKey } from './permissions.ts';

export interface HousekeepingProps {
  readonly roleName: string;
  readonly schedulerRoleName: string;
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
    this.schedule(housekeeping.function, props.schedulerRoleName);
  }

  private schedule(target: IFunction, roleName: string): void {
    const start = new PolicyStatement({
      actions: ['lambda:InvokeFunction'],
      resources: [target.functionArn],
    });
    const { account } = Stack.of(this);
    const role = new Role(this, 'SchedulerRole', {
      roleName,
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
      inlinePolicies: { Own: new PolicyDocument({ statements: [start, sendTo(this.missedRuns)] }) },
    });
    new CfnSchedule(this, 'Schedule', {
      description: 'Trailwarden housekeeping',
      scheduleExpression: 'rate(5 minutes)',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: target.functionArn,
        roleArn: role.roleArn,
        deadLetterConfig: { arn: this.missedRuns.queueArn },
        // The next run is five minutes away: a late one is of no use.
        retryPolicy: { maximumEventAgeInSeconds: 300, maximumRetryAttempts: 3 },
      },
    });
  }
}
