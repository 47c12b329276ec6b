import { call, denied, service } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { regionalArn } from '../../resource-arn.ts';

/** A region has one recorder and one delivery channel, so their names, which some of these calls leave out, are not needed. */
const recorderOf = (event: IamEvent) => regionalArn(event, 'config', 'config-recorder');
const channelOf = (event: IamEvent) => regionalArn(event, 'config', 'delivery-channel');

export default defineRule({
  id: 'config-recorder-stopped',
  kind: 'condition',
  severity: 'high',
  on: {
    actions: [
      'config:StopConfigurationRecorder',
      'config:DeleteConfigurationRecorder',
      'config:DeleteDeliveryChannel',
    ],
  },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  title: 'AWS Config stopped recording',
  why: 'From now on nobody can say what a resource looked like before it was changed, and rules that watch for changes are blind.',
  fix: 'Start the recorder again (or set it up anew with its delivery channel), then read what the caller did before.',
  misses: 'Recorders that were told to leave out resource types. Which rules depended on it.',
  falsePositives:
    'Moving to a service-linked recorder, or AWS Control Tower at work under a role of its own.',
  attack: ['T1562.001', 'T1562.008'],
  messages: {
    stopped: {
      done: '{actor} stopped the AWS Config recorder in {region}.',
      tried: '{actor} tried to stop the AWS Config recorder in {region}; AWS refused it.',
    },
    deleted: {
      done: '{actor} deleted the AWS Config recorder in {region}.',
      tried: '{actor} tried to delete the AWS Config recorder in {region}; AWS refused it.',
    },
    channel: {
      done: '{actor} deleted the delivery channel of AWS Config in {region}.',
      tried: '{actor} tried to delete the delivery channel of AWS Config in {region}; AWS refused it.',
    },
  },
  undo: {
    stopped:
      'aws configservice start-configuration-recorder --region {region} --configuration-recorder-name {recorder}',
  },
  undoneBy: [
    {
      actions: ['config:StartConfigurationRecorder'],
      undoes: (event) => [{ resource: recorderOf(event) }],
    },
    { actions: ['config:PutDeliveryChannel'], undoes: (event) => [{ resource: channelOf(event) }] },
  ],

  evaluate(event) {
    if (event.name === 'DeleteDeliveryChannel')
      return [{ message: 'channel', resource: channelOf(event), data: {} }];
    const message = event.name.startsWith('Stop') ? 'stopped' : 'deleted';
    const recorder = textAt(event.request, 'configurationRecorderName') ?? 'unknown';
    return [{ message, resource: recorderOf(event), data: { recorder } }];
  },
});

const request = { configurationRecorderName: 'default' };

export const examples = (): Example[] => [
  {
    name: 'stopped',
    expect: ['stopped'],
    severity: 'high',
    record: call('config:StopConfigurationRecorder', { request }),
  },
  { name: 'deleted', expect: ['deleted'], record: call('config:DeleteConfigurationRecorder', { request }) },
  {
    name: 'the channel',
    expect: ['channel'],
    record: call('config:DeleteDeliveryChannel', { request: { deliveryChannelName: 'default' } }),
  },
  {
    name: 'refused',
    expect: ['stopped'],
    severity: 'medium',
    record: call('config:StopConfigurationRecorder', { error: denied('config:StopConfigurationRecorder') }),
  },
  {
    name: 'by an AWS service',
    expect: [],
    record: call('config:StopConfigurationRecorder', { request, by: service('controltower.amazonaws.com') }),
  },
  {
    name: 'there is none',
    expect: [],
    record: call('config:StopConfigurationRecorder', {
      request,
      error: { code: 'NoSuchConfigurationRecorderException' },
    }),
  },
];
