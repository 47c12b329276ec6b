import type { Action, IamEvent } from '../events/iam-event.ts';
import { iamArn } from '../events/target.ts';
import { nameInArn, regionalArn } from './resource-arn.ts';

/** Calls that change, stop or delete what this installation is made of. Reads and what only adds beside it are not among them. */
export const installationChangingActions = [
  'cloudformation:DeleteStack',
  'cloudformation:ExecuteChangeSet',
  'cloudformation:UpdateStack',
  'dynamodb:DeleteTable',
  'dynamodb:UpdateContinuousBackups',
  'dynamodb:UpdateTable',
  'dynamodb:UpdateTimeToLive',
  'events:DeleteEventBus',
  'events:DeleteResourcePolicy',
  'events:DeleteRule',
  'events:DisableRule',
  'events:PutPermission',
  'events:PutResourcePolicy',
  'events:PutRule',
  'events:PutTargets',
  'events:RemovePermission',
  'events:RemoveTargets',
  'events:UpdateEventBus',
  'iam:AttachRolePolicy',
  'iam:DeleteRole',
  'iam:DeleteRolePermissionsBoundary',
  'iam:DeleteRolePolicy',
  'iam:DetachRolePolicy',
  'iam:PutRolePermissionsBoundary',
  'iam:PutRolePolicy',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateRole',
  'lambda:AddPermission',
  'lambda:DeleteEventSourceMapping',
  'lambda:DeleteFunction',
  'lambda:PutFunctionConcurrency',
  'lambda:UpdateEventSourceMapping',
  'lambda:UpdateFunctionCode',
  'lambda:UpdateFunctionConfiguration',
  'logs:DeleteLogGroup',
  'logs:DeleteLogStream',
  'logs:PutRetentionPolicy',
  'monitoring:DeleteAlarms',
  'monitoring:DisableAlarmActions',
  'monitoring:PutMetricAlarm',
  'monitoring:SetAlarmState',
  'scheduler:DeleteSchedule',
  'scheduler:UpdateSchedule',
  'sns:AddPermission',
  'sns:DeleteTopic',
  'sns:RemovePermission',
  'sns:SetSubscriptionAttributes',
  'sns:SetTopicAttributes',
  'sns:Unsubscribe',
  'sqs:AddPermission',
  'sqs:DeleteQueue',
  'sqs:PurgeQueue',
  'sqs:RemovePermission',
  'sqs:SetQueueAttributes',
  'ssm:DeleteParameter',
  'ssm:DeleteParameters',
  'ssm:PutParameter',
] as const satisfies readonly Action[];

/** How a service writes the ARN of what these calls name. */
const resourceOfService: Readonly<Record<string, readonly [service: string, prefix: string]>> = {
  cloudformation: ['cloudformation', 'stack/'],
  dynamodb: ['dynamodb', 'table/'],
  events: ['events', 'rule/'],
  lambda: ['lambda', 'function:'],
  logs: ['logs', 'log-group:'],
  monitoring: ['cloudwatch', 'alarm:'],
  scheduler: ['scheduler', 'schedule/default/'],
  ssm: ['ssm', 'parameter/'],
};

/** The ARN of a resource that a call names by name, ARN or address. */
export const arnOfNamed = (event: IamEvent, nameOrArn: string): string => {
  if (nameOrArn.startsWith('arn:')) return nameOrArn;
  const [service = ''] = event.action.split(':');
  if (service === 'iam') return iamArn(event, 'role', nameInArn(nameOrArn));
  const known = resourceOfService[service];
  if (!known) return regionalArn(event, service, nameInArn(nameOrArn));
  const [inArn, prefix] = known;
  return regionalArn(event, inArn, `${prefix}${nameOrArn.replace(/^\//, '')}`);
};
