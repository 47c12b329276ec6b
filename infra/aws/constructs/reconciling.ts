import { Duration, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { ArnPrincipal, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Deployment } from '../../../shared/config/deployment.ts';
import { heartbeatRoleName } from '../../../shared/reconcile/heartbeat.ts';
import { HoldingQueue } from './holding-queue.ts';
import { MonitoredFunction } from './monitored-function.ts';
import { askQueue, sendTo, useItems, useKey } from './permissions.ts';
import { readRecords } from './record-reads.ts';

export interface ReconcilingProps {
  readonly roleName: string;
  readonly deployment: Pick<Deployment, 'homeRegion' | 'forwardFrom' | 'tier' | 'trailFolder' | 'trailKey'>;
  readonly table: Table;
  readonly history: Table;
  /** The queue of events: what was missed goes there. */
  readonly events: Queue;
  readonly key: IKey;
  readonly operations: ITopic;
}

/** Hourly: compares what CloudTrail recorded with what was processed, and proves that calls arrive. */
export class Reconciling extends Construct {
  readonly function: LambdaFunction;
  readonly missedRuns: Queue;

  constructor(scope: Construct, id: string, props: ReconcilingProps) {
    super(scope, id);
    const { deployment, table, history, events, key, operations } = props;
    const stack = Stack.of(this);
    const heartbeatArn = stack.formatArn({
      service: 'iam',
      region: '',
      resource: 'role',
      resourceName: heartbeatRoleName,
    });
    const records = readRecords(stack, deployment);
    this.missedRuns = new HoldingQueue(this, 'MissedRuns', {
      holds: 'runs of reconciliation that could not be started',
      operations,
    }).queue;
    this.function = new MonitoredFunction(this, 'Function', {
      name: 'reconcile',
      roleName: props.roleName,
      timeout: Duration.minutes(10),
      environment: {
        TABLE_NAME: table.tableName,
        HISTORY_TABLE_NAME: history.tableName,
        EVENTS_QUEUE_URL: events.queueUrl,
        ACCOUNT_ID: stack.account,
        HOME_REGION: deployment.homeRegion,
        REGIONS: JSON.stringify([deployment.homeRegion, ...deployment.forwardFrom]),
        TIER: deployment.tier,
        HEARTBEAT_ROLE_ARN: heartbeatArn,
        ...records.environment,
      },
      permissions: [
        useItems(table, ['GetItem', 'PutItem', 'Query']),
        useItems(history, ['PutItem', 'Query']),
        askQueue(events),
        sendTo(events),
        new PolicyStatement({ actions: ['sts:AssumeRole'], resources: [heartbeatArn] }),
        ...records.permissions,
        useKey(key, 'dynamodb', ['dynamodb']),
        useKey(key, 'send', ['sqs']),
      ],
      wide: records.wide,
      operations,
    }).function;
    this.heartbeatRole();
  }

  /** May do nothing: whoever gets its credentials has nothing. */
  private heartbeatRole(): void {
    new Role(this, 'Heartbeat', {
      roleName: heartbeatRoleName,
      description:
        'Trailwarden: taken on each hour to show that calls are recorded and arrive. May do nothing.',
      assumedBy: new ArnPrincipal(this.function.role?.roleArn ?? ''),
    });
  }
}
