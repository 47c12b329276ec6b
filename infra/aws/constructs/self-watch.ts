import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { metricNamespace } from '../../../shared/config/metrics.ts';
import { alarmOn } from './alarm.ts';
import type { FunctionName } from './own-roles.ts';

/** A counter that a function writes, which must stay at zero. */
export interface WatchedCounter {
  readonly name: string;
  readonly function: FunctionName;
  readonly meaning: string;
}

/** What the functions count of their own failures. */
export const watchedCounters: readonly WatchedCounter[] = [
  {
    name: 'RuleCrash',
    function: 'check-event',
    meaning: 'a rule crashed; the others ran, its event was not judged by it.',
  },
  {
    name: 'InconclusiveRule',
    function: 'check-event',
    meaning: 'a rule could not be decided: a look-up, the history or the settings were not to be had.',
  },
  {
    name: 'SettingsRefused',
    function: 'check-event',
    meaning: 'the stored settings are wrong; the last good version is in force.',
  },
  {
    name: 'SettingsUnread',
    function: 'check-event',
    meaning: 'the stored settings could not be read; those that were read last are in force.',
  },
  {
    name: 'AddressFileUnread',
    function: 'check-event',
    meaning: 'an address file could not be read again; the one that is known stays in use.',
  },
  { name: 'EventUnparsable', function: 'check-event', meaning: 'a message was no CloudTrail record.' },
  {
    name: 'ProcessedUnnoted',
    function: 'check-event',
    meaning: 'which events were processed could not be noted; reconciliation will take them for missed.',
  },
  {
    name: 'UnreadAnswers',
    function: 'review-credentials',
    meaning: 'the nightly review could not read an answer of AWS: its checks stayed open.',
  },
  { name: 'UnsentAlerts', function: 'housekeeping', meaning: 'alerts are still unsent.' },
  {
    name: 'DeliveryDeadLettered',
    function: 'deliver',
    meaning: 'a channel refused a notification for good.',
  },
  {
    name: 'EventMissed',
    function: 'reconcile',
    meaning: 'events that CloudTrail recorded had never been processed; they were sent to the queue late.',
  },
  {
    name: 'EventUnreadable',
    function: 'reconcile',
    meaning: 'records of CloudTrail could not be read, so it is not known whether they were processed.',
  },
  {
    name: 'HoursNotCompared',
    function: 'reconcile',
    meaning:
      'hours can no longer be compared with what CloudTrail recorded: what was missed in them stays unknown.',
  },
  {
    name: 'ReconcileOverdue',
    function: 'reconcile',
    meaning: 'for three hours it could not be compared whether all events were processed.',
  },
  {
    name: 'HeartbeatMissing',
    function: 'reconcile',
    meaning:
      'a call that was made to prove it did not arrive, or could not be made: Trailwarden may be blind in a Region.',
  },
];

/** Alarms on what no queue or function of AWS would show: crashes that were isolated, alerts left behind, and silence. */
export class SelfWatch extends Construct {
  constructor(scope: Construct, id: string, { events, operations }: { events: IQueue; operations: ITopic }) {
    super(scope, id);
    for (const { name, function: service, meaning } of watchedCounters)
      alarmOn(this, name, {
        metric: new Metric({
          namespace: metricNamespace,
          metricName: name,
          dimensionsMap: { service },
          statistic: 'Sum',
          period: Duration.minutes(5),
        }),
        meaning,
        operations,
      });
    this.watchForSilence(events, operations);
    this.watchReconciliation(operations);
    this.watchForReviews(operations);
  }

  private watchReconciliation(operations: ITopic): void {
    const hours = 3;
    alarmOn(this, 'NoReconciliation', {
      metric: new Metric({
        namespace: metricNamespace,
        metricName: 'ReconcileRun',
        dimensionsMap: { service: 'reconcile' satisfies FunctionName },
        statistic: 'Sum',
        period: Duration.hours(1),
      }),
      meaning: `the hourly comparison with CloudTrail has not run for ${hours} hours: nobody would notice lost events.`,
      operations,
      silentPeriods: hours,
    });
  }

  private watchForReviews(operations: ITopic): void {
    const hours = 30;
    alarmOn(this, 'NoReview', {
      metric: new Metric({
        namespace: metricNamespace,
        metricName: 'AccountReviewed',
        dimensionsMap: { service: 'review-credentials' satisfies FunctionName },
        statistic: 'Sum',
        period: Duration.hours(1),
      }),
      meaning: `no account was reviewed for ${hours} hours. Did the schedule start it, and what does the log of review-credentials say?`,
      operations,
      silentPeriods: hours,
    });
  }

  private watchForSilence(events: IQueue, operations: ITopic): void {
    const hours = 26;
    alarmOn(this, 'Silence', {
      metric: events.metricNumberOfMessagesDeleted({ period: Duration.hours(1), statistic: 'Sum' }),
      meaning: `no event was processed for ${hours} hours. Is there a trail, and are the EventBridge rules enabled?`,
      operations,
      silentPeriods: hours,
    });
  }
}
