import { Duration, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { HoldingQueue } from './holding-queue.ts';
import { MonitoredFunction } from './monitored-function.ts';
import { publishTo, queryIndexes, useItems, useKey } from './permissions.ts';
import { ReviewBucket } from './review-bucket.ts';
import { ownPrefixes, readWholeAccount, wideReviewReads } from './review-reads.ts';
import type { SettingsStore } from './settings-store.ts';

export interface ReviewingProps {
  readonly roleName: string;
  readonly table: Table;
  readonly history: Table;
  readonly alerts: ITopic;
  readonly settings: SettingsStore;
  readonly key: IKey;
  readonly operations: ITopic;
}

/** Every night: the whole account is read, judged and its findings brought up to date. */
export class Reviewing extends Construct {
  readonly function: LambdaFunction;
  readonly bucket: Bucket;
  readonly missedRuns: Queue;

  constructor(scope: Construct, id: string, props: ReviewingProps) {
    super(scope, id);
    const { table, history, alerts, settings, key, operations } = props;
    this.bucket = new ReviewBucket(this, 'Archive', { key }).bucket;
    this.missedRuns = new HoldingQueue(this, 'MissedRuns', {
      holds: 'nightly reviews that could not be started',
      operations,
    }).queue;
    const stack = Stack.of(this);
    const reviewing = new MonitoredFunction(this, 'Function', {
      name: 'review-credentials',
      roleName: props.roleName,
      // The most that Lambda gives. A run that is cut off is tried again and goes on where it was.
      timeout: Duration.minutes(15),
      // 5,000 roles with all their documents and last accesses; more memory is more processor, too.
      memorySize: 2048,
      environment: {
        TABLE_NAME: table.tableName,
        HISTORY_TABLE_NAME: history.tableName,
        ALERTS_TOPIC_ARN: alerts.topicArn,
        REVIEW_BUCKET: this.bucket.bucketName,
        ACCOUNT_ID: stack.account,
        ...settings.environment,
      },
      permissions: [
        readWholeAccount(),
        useItems(table, ['GetItem', 'PutItem', 'UpdateItem', 'Query']),
        queryIndexes(table, ['open', 'pending']),
        useItems(history, ['PutItem']),
        ...this.useBucket(),
        ...settings.permissions,
        publishTo(alerts),
        useKey(key, 'dynamodb', ['dynamodb']),
        useKey(key, 'send', ['sns', 's3']),
      ],
      wide: wideReviewReads(stack.getLogicalId(this.bucket.node.defaultChild as CfnBucket)),
      operations,
    });
    this.function = reviewing.function;
  }

  /** Nothing may be deleted: S3 itself lets what is old expire. */
  private useBucket(): readonly PolicyStatement[] {
    return [
      new PolicyStatement({
        actions: ['s3:GetObject', 's3:PutObject'],
        resources: ownPrefixes.map((prefix) => `${this.bucket.bucketArn}/${prefix}/*`),
      }),
      new PolicyStatement({ actions: ['s3:ListBucket'], resources: [this.bucket.bucketArn] }),
    ];
  }
}
