import { Duration, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Deployment } from '../../../shared/config/deployment.ts';
import type { SelectionRule } from '../patterns/event-pattern.ts';
import { readAccount, readerEnvironment, readOtherAccounts, wideReads } from './account-reads.ts';
import { EventIntake } from './event-intake.ts';
import { MonitoredFunction } from './monitored-function.ts';
import { consume, publishTo, useItems, useKey } from './permissions.ts';
import { consumeWith } from './queue-consumer.ts';
import type { SettingsStore } from './settings-store.ts';

export interface CheckingProps {
  /** Of the tier: rules that need more than is forwarded are not run. */
  readonly deployment: Pick<Deployment, 'readerRole' | 'organizationId' | 'tier'>;
  readonly roleName: string;
  readonly selection: readonly SelectionRule[];
  readonly homeBus?: { readonly organizationId: string | undefined };
  readonly table: Table;
  readonly history: Table;
  readonly alerts: ITopic;
  readonly settings: SettingsStore;
  readonly key: IKey;
  readonly operations: ITopic;
}

const timeout = Duration.seconds(30);

/** EventBridge → SQS `events` → check-event → tables and topic `alerts`. */
export class Checking extends Construct {
  readonly intake: EventIntake;
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: CheckingProps) {
    super(scope, id);
    const { deployment, table, history, alerts, settings, key, operations } = props;
    this.intake = new EventIntake(this, 'Intake', {
      selection: props.selection,
      ...(props.homeBus ? { homeBus: props.homeBus } : {}),
      functionTimeout: timeout,
      key,
      operations,
    });
    const { queue } = this.intake;
    const checkEvent = new MonitoredFunction(this, 'CheckEvent', {
      name: 'check-event',
      roleName: props.roleName,
      timeout,
      environment: {
        TABLE_NAME: table.tableName,
        HISTORY_TABLE_NAME: history.tableName,
        ALERTS_TOPIC_ARN: alerts.topicArn,
        ACCOUNT_ID: Stack.of(this).account,
        TIER: deployment.tier,
        ...settings.environment,
        ...readerEnvironment(deployment),
      },
      permissions: [
        consume(queue),
        useItems(table, ['GetItem', 'PutItem', 'UpdateItem', 'Query']),
        useItems(history, ['GetItem', 'PutItem', 'Query']),
        ...readAccount(Stack.of(this)),
        ...readOtherAccounts(Stack.of(this), deployment),
        ...settings.permissions,
        publishTo(alerts),
        useKey(key, 'dynamodb', ['dynamodb']),
        useKey(key, 'send', ['sqs', 'sns']),
      ],
      wide: wideReads(Stack.of(this), deployment),
      operations,
    });
    this.function = checkEvent.function;
    consumeWith(this, 'Mapping', {
      queue,
      function: checkEvent.function,
      batchSize: 10,
      maxConcurrency: 10,
    });
  }
}
