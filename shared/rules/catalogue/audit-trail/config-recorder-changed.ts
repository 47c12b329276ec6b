import { call, denied } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { regionalArn } from '../../resource-arn.ts';

export default defineRule({
  id: 'config-recorder-changed',
  kind: 'inventory',
  severity: 'info',
  on: {
    actions: [
      'config:PutConfigurationRecorder',
      'config:PutDeliveryChannel',
      'config:StartConfigurationRecorder',
    ],
  },
  title: 'AWS Config set up or started',
  why: 'The report shows since when AWS Config records in a region, and who set it up.',
  fix: 'Nothing to mend. See that the recorder takes all types of resources, IAM’s in one region.',
  misses: 'What a recorder leaves out.',
  falsePositives: 'None: it is recorded, not told.',
  attack: [],
  messages: {
    recorder: '{actor} set up the AWS Config recorder in {region}.',
    channel: '{actor} set up the delivery channel of AWS Config in {region}.',
    started: '{actor} started the AWS Config recorder in {region}.',
  },

  evaluate(event) {
    if (event.name === 'PutDeliveryChannel')
      return [{ message: 'channel', resource: regionalArn(event, 'config', 'delivery-channel'), data: {} }];
    const message = event.name === 'StartConfigurationRecorder' ? 'started' : 'recorder';
    return [{ message, resource: regionalArn(event, 'config', 'config-recorder'), data: {} }];
  },
});

export const examples = (): Example[] => [
  {
    name: 'the recorder',
    expect: ['recorder'],
    record: call('config:PutConfigurationRecorder', {
      request: { configurationRecorder: { name: 'default', recordingGroup: { allSupported: true } } },
    }),
  },
  {
    name: 'where it delivers to',
    expect: ['channel'],
    record: call('config:PutDeliveryChannel', {
      request: { deliveryChannel: { name: 'default', s3BucketName: 'config-logs' } },
    }),
  },
  {
    name: 'started',
    expect: ['started'],
    record: call('config:StartConfigurationRecorder', { request: { configurationRecorderName: 'default' } }),
  },
  {
    name: 'refused',
    expect: [],
    record: call('config:PutDeliveryChannel', { error: denied('config:PutDeliveryChannel') }),
  },
];
