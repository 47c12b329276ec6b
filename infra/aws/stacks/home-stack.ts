import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Deployment } from '../../../shared/config/deployment.ts';
import type { CustomRule } from '../../../shared/custom-rules/custom-rule.ts';
import { Checking } from '../constructs/checking.ts';
import { CustomRulesLayer } from '../constructs/custom-rules-layer.ts';
import { Delivering } from '../constructs/delivering.ts';
import { EncryptionKey } from '../constructs/encryption-key.ts';
import { FindingsTable } from '../constructs/findings-table.ts';
import { HistoryTable } from '../constructs/history-table.ts';
import { Housekeeping } from '../constructs/housekeeping.ts';
import { Notifying } from '../constructs/notifying.ts';
import { OperationsTopic } from '../constructs/operations-topic.ts';
import { longestRoleArns, roleNameOf } from '../constructs/own-roles.ts';
import { Reconciling } from '../constructs/reconciling.ts';
import { Reviewing, type ReviewingProps } from '../constructs/reviewing.ts';
import { Schedules } from '../constructs/schedules.ts';
import { SecureTopic } from '../constructs/secure-topic.ts';
import { SelfWatch } from '../constructs/self-watch.ts';
import { SettingsStore } from '../constructs/settings-store.ts';
import type { AskedFor } from '../patterns/branches.ts';
import { heartbeatRule } from '../patterns/heartbeat.ts';
import { neighbourRule } from '../patterns/neighbours.ts';
import { selectionRules } from '../patterns/selection.ts';

export interface HomeStackProps {
  readonly deployment: Deployment;
  /** Whose triggers decide which events are taken. */
  readonly rules: readonly AskedFor[];
  /** Deployed beside the functions. */
  readonly customRules: readonly CustomRule[];
}

/** Everything that runs in the home Region: from the event bus to the channels. */
export class HomeStack extends Stack {
  constructor(scope: Construct, id: string, { deployment, rules, customRules }: HomeStackProps) {
    super(scope, id, {
      env: { region: deployment.homeRegion },
      description: 'Trailwarden: watches IAM and tells who must know',
    });
    const { key } = new EncryptionKey(this, 'Encryption', [
      'events.amazonaws.com',
      'sns.amazonaws.com',
      'cloudwatch.amazonaws.com',
    ]);
    const { topic: operations } = this.operations(key, deployment.operationsEmails);
    const { table } = new FindingsTable(this, 'Findings', { key });
    const { table: history } = new HistoryTable(this, 'History', { key });
    const alerts = this.topic('Alerts', 'Trailwarden alerts (JSON)', key, []);
    const mail = this.topic('Mail', 'Trailwarden', key, deployment.alertEmails);
    const shared = { key, operations };
    const settings = new SettingsStore(this, 'Settings', deployment);
    const checking = new Checking(this, 'Checking', {
      ...shared,
      deployment,
      table,
      history,
      alerts,
      settings,
      roleName: roleNameOf(id, 'check-event'),
      selection: selectionOf(id, deployment, rules),
      ...homeBusOf(deployment),
    });
    const { delivering, notifying } = this.telling(deployment, { ...shared, alerts, mail });
    const reconciling = new Reconciling(this, 'Reconciling', {
      ...shared,
      deployment,
      table,
      history,
      events: checking.intake.queue,
      roleName: roleNameOf(id, 'reconcile'),
    });
    const { housekeeping, reviewing } = this.keeping({ ...shared, table, history, alerts, settings });
    this.schedule({ housekeeping, reconciling, reviewing }, deployment);
    this.giveRules(customRules, [checking, notifying, housekeeping, reconciling, reviewing]);
    new SelfWatch(this, 'SelfWatch', { events: checking.intake.queue, operations });
    this.output({
      TableName: table.tableName,
      HistoryTableName: history.tableName,
      ReviewBucketName: reviewing.bucket.bucketName,
      ...topicsOf({ alerts, mail, operations }),
      ...queuesOf({ checking, notifying, delivering, housekeeping, reconciling, reviewing }),
    });
  }

  private telling(
    deployment: Deployment,
    props: { readonly key: IKey; readonly operations: Topic; readonly alerts: Topic; readonly mail: Topic },
  ): Pick<Parts, 'delivering' | 'notifying'> {
    const { stackName } = this;
    const delivering = new Delivering(this, 'Delivering', {
      ...props,
      deployment,
      roleName: roleNameOf(stackName, 'deliver'),
    });
    const notifying = new Notifying(this, 'Notifying', {
      ...props,
      deployment,
      deliver: delivering.queue,
      roleName: roleNameOf(stackName, 'notify'),
    });
    return { delivering, notifying };
  }

  private keeping(props: Omit<ReviewingProps, 'roleName'>): Pick<Parts, 'housekeeping' | 'reviewing'> {
    const { key, operations, table, alerts } = props;
    return {
      housekeeping: new Housekeeping(this, 'Housekeeping', {
        key,
        operations,
        table,
        alerts,
        roleName: roleNameOf(this.stackName, 'housekeeping'),
      }),
      reviewing: new Reviewing(this, 'Reviewing', {
        ...props,
        roleName: roleNameOf(this.stackName, 'review-credentials'),
      }),
    };
  }

  private operations(key: IKey, emails: readonly string[]): OperationsTopic {
    return new OperationsTopic(this, 'Operations', { key, emails });
  }

  private schedule(
    { housekeeping, reconciling, reviewing }: Pick<Parts, 'housekeeping' | 'reconciling' | 'reviewing'>,
    { review }: Deployment,
  ): void {
    new Schedules(this, 'Schedules', {
      roleName: roleNameOf(this.stackName, 'scheduler'),
      runs: {
        Housekeeping: {
          function: housekeeping.function,
          missedRuns: housekeeping.missedRuns,
          description: 'Trailwarden housekeeping',
          expression: 'rate(5 minutes)',
          maxAge: 300,
        },
        Reconcile: {
          function: reconciling.function,
          missedRuns: reconciling.missedRuns,
          description: 'Trailwarden reconciliation and heartbeat',
          // An hour is compared half an hour after its end.
          expression: 'cron(35 * * * ? *)',
          maxAge: 1_800,
        },
        Review: {
          function: reviewing.function,
          missedRuns: reviewing.missedRuns,
          description: 'Trailwarden nightly review',
          expression: nightly(review.at),
          timeZone: review.timeZone,
          // The time that the run was due names it ("Adding context attributes", EventBridge Scheduler User Guide).
          input: { scheduledAt: '<aws.scheduler.scheduled-time>' },
          maxAge: 4 * 3_600,
        },
      },
    });
  }

  private giveRules(
    rules: readonly CustomRule[],
    parts: readonly { readonly function: LambdaFunction }[],
  ): void {
    if (rules.length === 0) return;
    const functions = parts.map((part) => part.function);
    new CustomRulesLayer(this, 'CustomRules', { rules, functions });
  }

  private topic(id: string, displayName: string, key: IKey, emails: readonly string[]): Topic {
    return new SecureTopic(this, id, { displayName, key, emails }).topic;
  }

  private output(values: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(values)) new CfnOutput(this, name, { value });
  }
}

/** What the patterns of the home Region let through. */
const selectionOf = (id: string, { tier }: Deployment, rules: readonly AskedFor[]) => [
  ...selectionRules({ rules, tier, ownRoleArns: longestRoleArns(id) }),
  heartbeatRule,
  neighbourRule,
];

interface Parts {
  readonly checking: Checking;
  readonly notifying: Notifying;
  readonly delivering: Delivering;
  readonly housekeeping: Housekeeping;
  readonly reconciling: Reconciling;
  readonly reviewing: Reviewing;
}

/** `HH:MM` as an expression of the scheduler. */
const nightly = (at: string): string => {
  const [hour, minute] = at.split(':').map(Number);
  return `cron(${minute} ${hour} * * ? *)`;
};

const topicsOf = ({
  alerts,
  mail,
  operations,
}: Readonly<Record<'alerts' | 'mail' | 'operations', Topic>>) => ({
  AlertsTopicArn: alerts.topicArn,
  MailTopicArn: mail.topicArn,
  OperationsTopicArn: operations.topicArn,
});

/** Where the messages are, for operators and for the end-to-end test. */
const queuesOf = ({
  checking: { intake },
  notifying,
  delivering,
  housekeeping,
  reconciling,
  reviewing,
}: Parts) => ({
  EventBusName: intake.busName,
  EventsQueueUrl: intake.queue.queueUrl,
  EventsDlqUrl: intake.deadLetters.queueUrl,
  EventsUndeliveredUrl: intake.undelivered.queueUrl,
  NotifyQueueUrl: notifying.queue.queueUrl,
  NotifyDlqUrl: notifying.deadLetters.queueUrl,
  NotifyUndeliveredUrl: notifying.undelivered.queueUrl,
  DeliverQueueUrl: delivering.queue.queueUrl,
  DeliverDlqUrl: delivering.deadLetters.queueUrl,
  HousekeepingMissedRunsUrl: housekeeping.missedRuns.queueUrl,
  ReconcileMissedRunsUrl: reconciling.missedRuns.queueUrl,
  ReviewMissedRunsUrl: reviewing.missedRuns.queueUrl,
});

/** A single account in a single Region needs no bus of its own: the rules sit on the default bus. */
const homeBusOf = ({ forwardFrom, organizationId }: Deployment) =>
  forwardFrom.length > 0 || organizationId !== undefined ? { homeBus: { organizationId } } : {};
