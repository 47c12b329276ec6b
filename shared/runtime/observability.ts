import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

/** Structured logger; service name and level come from POWERTOOLS_SERVICE_NAME and POWERTOOLS_LOG_LEVEL. */
export const logger = new Logger();

/** CloudWatch metrics in embedded metric format; the namespace comes from POWERTOOLS_METRICS_NAMESPACE. */
export const metrics = new Metrics();

/** Counters with an alarm each, or that the operating page explains (docs/operating.md). */
export type CounterName =
  | 'EventChecked'
  | 'EventMatched'
  | 'EventUnparsable'
  | 'RuleCrash'
  | 'InconclusiveRule'
  | 'InventoryUnrecorded'
  | 'RuleLearning'
  | 'RuleOff'
  | 'EventRepeated'
  | 'EventRetried'
  | 'SettingsRefused'
  | 'SettingsUnread'
  | 'AddressFileUnread'
  | 'AlertSent'
  | 'UnsentAlerts'
  | 'AccountReviewed'
  | 'ReviewApiCalls'
  | 'UnjudgedVerdicts'
  | 'UnreadAnswers'
  | 'DeliveryRetried'
  | 'DeliveryDeadLettered'
  | 'NeighbourTaken'
  | 'HeartbeatSeen'
  | 'ProcessedUnnoted'
  | 'EventMissed'
  | 'EventUnreadable'
  | 'HeartbeatMissing'
  | 'HoursNotCompared'
  | 'ReconcileOverdue'
  | 'ReconcileRun';

/** Adds to a counter. */
export const count = (name: CounterName, value = 1): void => {
  metrics.addMetric(name, MetricUnit.Count, value);
};

/** Milliseconds between the call and now: how far behind the world the monitor is. */
export const recordLatency = (name: 'CallToCheck', millis: number): void => {
  metrics.addMetric(name, MetricUnit.Milliseconds, Math.max(0, millis));
};
