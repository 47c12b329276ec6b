import type { Reason } from '../reason.ts';

export const eventsAndLogsReasons: readonly Reason[] = [
  {
    id: 'events-of-applications',
    because:
      "Carries an application's own events or asks for them. It changes no rule that forwards the audit trail.",
    actions: [
      'events:InvokeApiDestination',
      'events:Put*Events',
      'events:CancelReplay',
      'events:StartReplay',
      'events:*Archive',
      'events:*EventSource',
      'events:*Subscriber',
      'events:*Endpoint',
      'events:AllowVendedLogDeliveryForResource',
    ],
    levels: ['Write'],
  },
  {
    id: 'events-ways-out',
    because:
      'Describes where events could be sent, with which credentials; nothing is sent until a rule has it as its target, which is watched when the rule or the bus is of this monitor (monitor-tampering).',
    actions: [
      'events:*ApiDestination',
      'events:*Connection',
      'events:RetrieveConnectionCredentials',
      'events:CreateEventBus',
    ],
    levels: ['Write'],
  },
  {
    id: 'events-takes-access-away',
    because: 'Takes away who may send to a bus.',
    actions: ['events:RevokeResource'],
  },
  {
    id: 'logs-of-applications',
    because:
      "Writes, queries, transforms, indexes or makes room for an application's logs. The audit trail's own groups are watched by name (setting watchedLogGroups).",
    actions: [
      'logs:CreateLog*',
      'logs:PutLogEvents',
      'logs:CallWithBearerToken',
      'logs:CreateDelivery',
      'logs:PutDeliverySource',
      'logs:PutDeliveryDestination',
      'logs:PutDestination',
      'logs:*ImportTask',
      'logs:CancelExportTask',
      'logs:*LookupTable',
      'logs:*ScheduledQuery',
      'logs:*QueryDefinition',
      'logs:*IndexPolicy',
      'logs:*Integration',
      'logs:*LogAnomalyDetector',
      'logs:UpdateAnomaly',
      'logs:*S3Table*',
      'logs:IntegrateWithDataset',
      'logs:Link',
      'logs:ProcessWithPipeline',
      'logs:*PipelineRule',
      'logs:*SyslogConfiguration',
      'logs:PutStorageTierPolicy',
      'logs:UpdateDeliveryConfiguration',
      'logs:UpdateLogDelivery',
      'logs:DeleteTransformer',
      'logs:DeleteRetentionPolicy',
      'logs:PutMetricFilter',
    ],
    levels: ['Write'],
  },
  {
    id: 'logs-takes-access-away',
    because: 'Takes away who may write to a group or read from a destination.',
    actions: ['logs:DeleteResourcePolicy', 'logs:DeleteDeliveryDestinationPolicy'],
  },
  {
    id: 'alarms-made-or-tried',
    because:
      'Makes or changes an alarm that looks at others or at logs. Removing and silencing alarms is watched.',
    actions: ['monitoring:PutCompositeAlarm', 'monitoring:PutLogAlarm'],
  },
];
