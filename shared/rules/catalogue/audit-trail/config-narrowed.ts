import { call, denied, role, service } from '../../../events/example.ts';
import type { Action, IamEvent } from '../../../events/iam-event.ts';
import { booleanAt, listAt, objectAt, textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isUnloggedRefusal } from '../../named-in-call.ts';
import { regionalArn } from '../../resource-arn.ts';

type Message = 'recorder' | 'retention' | 'exception' | 'aggregator' | 'serviceRecorder';

const longestRetentionDays = 2557;

/** Whether a recorder takes less than everything (API Reference, RecordingGroup). */
const leavesOut = ({ request }: IamEvent): boolean => {
  const recorder = objectAt(request, 'configurationRecorder');
  const group = objectAt(recorder, 'recordingGroup');
  const excluded = listAt(objectAt(group, 'exclusionByResourceTypes'), 'resourceTypes');
  return (
    excluded.length > 0 ||
    booleanAt(group, 'allSupported') === false ||
    textAt(objectAt(recorder, 'recordingMode'), 'recordingFrequency') === 'DAILY'
  );
};

/** Whether records go sooner than the default, the longest there is. */
const forgetsSooner = ({ request }: IamEvent): boolean => {
  const days = Number(request['retentionPeriodInDays']);
  return Number.isFinite(days) && days < longestRetentionDays;
};

const verdicts: Readonly<Record<string, readonly [Message, (event: IamEvent) => boolean]>> = {
  'config:PutConfigurationRecorder': ['recorder', leavesOut],
  'config:DisassociateResourceTypes': ['recorder', () => true],
  'config:PutRetentionConfiguration': ['retention', forgetsSooner],
  'config:PutRemediationExceptions': ['exception', () => true],
  'config:DeleteAggregationAuthorization': ['aggregator', () => true],
  'config:DeleteServiceLinkedConfigurationRecorder': ['serviceRecorder', () => true],
};

const resources: Readonly<Record<Message, string>> = {
  recorder: 'config-recorder',
  retention: 'retention-configuration',
  exception: 'remediation-exception',
  aggregator: 'aggregation-authorization',
  serviceRecorder: 'config-recorder',
};

const detailOf = ({ request }: IamEvent, message: Message): string => {
  if (message === 'retention') return `${request['retentionPeriodInDays'] ?? 'an unknown number of'} days`;
  const field = { exception: 'configRuleName', aggregator: 'authorizedAccountId' }[message as string];
  return textAt(request, field ?? 'servicePrincipal') ?? 'unknown';
};

const tried =
  '{actor} tried to narrow what AWS Config records or tells in {region} ({eventName}); AWS refused it.';

export default defineRule({
  id: 'config-narrowed',
  kind: 'incident',
  severity: 'medium',
  on: { actions: Object.keys(verdicts) as Action[] },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  infrastructureAsCode: 'lower',
  title: 'AWS Config records less, or keeps it for less time',
  why: 'Changes that AWS Config does not record leave no history to compare with, its rules do not judge them, and the central account no longer sees them.',
  fix: 'Let the recorder take all types of resources continuously, IAM’s in one region, and keep them for seven years. Give the central account its authorization back.',
  misses:
    'A recorder that took less from the beginning. Rules that are deleted (config-rules-deleted) and recorders that are stopped (config-recorder-stopped).',
  falsePositives:
    'Recorders that leave the types of global resources to one region, as AWS advises, or record daily to save cost.',
  attack: ['T1562.001', 'T1562.008'],
  messages: {
    recorder: {
      done: '{actor} let the AWS Config recorder in {region} leave something out ({eventName}).',
      tried,
    },
    retention: {
      done: '{actor} let AWS Config in {region} keep its records for {detail} only.',
      tried,
    },
    exception: {
      done: '{actor} took resources out of the remediation of AWS Config rule {detail}.',
      tried,
    },
    aggregator: {
      done: '{actor} took from account {detail} the right to collect AWS Config data of {region}.',
      tried,
    },
    serviceRecorder: {
      done: '{actor} deleted the AWS Config recorder of {detail} in {region}.',
      tried,
    },
  },

  evaluate(event) {
    const verdict = verdicts[event.action];
    if (!verdict) return [];
    const [message, narrows] = verdict;
    if (!isUnloggedRefusal(event) && !narrows(event)) return [];
    const resource = regionalArn(event, 'config', resources[message]);
    const detail = detailOf(event, message);
    return [
      {
        message,
        resource,
        data: { detail },
        ...(message === 'exception' ? { severity: 'low' as const } : {}),
      },
    ];
  },
});

const records = (recordingGroup: object, by?: object, over: object = {}) =>
  call('config:PutConfigurationRecorder', {
    request: { configurationRecorder: { name: 'default', recordingGroup, ...over } },
    ...(by ? { by: by as Record<string, unknown> } : {}),
  });

const loud = (): Example[] => [
  {
    name: 'IAM left out',
    expect: ['recorder'],
    severity: 'medium',
    record: records({
      allSupported: false,
      exclusionByResourceTypes: { resourceTypes: ['AWS::IAM::Role', 'AWS::IAM::User'] },
    }),
  },
  {
    name: 'one type left out, the others all',
    expect: ['recorder'],
    record: records({ allSupported: true, exclusionByResourceTypes: { resourceTypes: ['AWS::IAM::Role'] } }),
  },
  {
    name: 'some types only',
    expect: ['recorder'],
    record: records({ allSupported: false, resourceTypes: ['AWS::EC2::Instance'] }),
  },
  {
    name: 'once a day',
    expect: ['recorder'],
    record: records({ allSupported: true }, undefined, { recordingMode: { recordingFrequency: 'DAILY' } }),
  },
  {
    name: 'a type taken out',
    expect: ['recorder'],
    record: call('config:DisassociateResourceTypes', { request: { resourceTypes: ['AWS::IAM::Role'] } }),
  },
  {
    name: 'some types only, through CloudFormation',
    expect: ['recorder'],
    severity: 'low',
    record: records(
      { allSupported: false },
      role('deploy', 'ci', { invokedBy: 'cloudformation.amazonaws.com' }),
    ),
  },
  {
    name: 'kept for a month',
    expect: ['retention'],
    record: call('config:PutRetentionConfiguration', { request: { retentionPeriodInDays: 30 } }),
  },
  {
    name: 'an exception',
    expect: ['exception'],
    severity: 'low',
    record: call('config:PutRemediationExceptions', {
      request: { configRuleName: 's3-public', resourceKeys: [{ resourceType: 'AWS::S3::Bucket' }] },
    }),
  },
  {
    name: 'the central account',
    expect: ['aggregator'],
    record: call('config:DeleteAggregationAuthorization', {
      request: { authorizedAccountId: '444455556666', authorizedAwsRegion: 'eu-west-1' },
    }),
  },
  {
    name: 'the recorder of a service',
    expect: ['serviceRecorder'],
    record: call('config:DeleteServiceLinkedConfigurationRecorder', {
      request: { servicePrincipal: 'observabilityadmin.amazonaws.com' },
    }),
  },
  {
    name: 'refused',
    expect: ['recorder'],
    severity: 'low',
    record: call('config:PutConfigurationRecorder', { error: denied('config:PutConfigurationRecorder') }),
  },
];

const quiet = (): Example[] => [
  { name: 'all types', expect: [], record: records({ allSupported: true }) },
  {
    name: 'all types at once',
    expect: [],
    record: records({ allSupported: true }, undefined, {
      recordingMode: { recordingFrequency: 'CONTINUOUS' },
    }),
  },
  {
    name: 'kept for seven years',
    expect: [],
    record: call('config:PutRetentionConfiguration', { request: { retentionPeriodInDays: 2557 } }),
  },
  {
    name: 'by an AWS service',
    expect: [],
    record: records({ allSupported: false }, service('controltower.amazonaws.com')),
  },
];

export const examples = (): Example[] => [...loud(), ...quiet()];
