import { call, denied } from '../../../events/example.ts';
import type { Action, IamEvent } from '../../../events/iam-event.ts';
import { booleanAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isUnloggedRefusal, namedInCall } from '../../named-in-call.ts';
import { regionalArn } from '../../resource-arn.ts';

type Message = 'store' | 'channel' | 'policy';

/** What an update of an event data store says that can take records away (API Reference, UpdateEventDataStore). */
const narrowingOf = ({ request }: IamEvent): readonly string[] => [
  ...(request['advancedEventSelectors'] === undefined ? [] : ['which events it takes']),
  ...(request['retentionPeriod'] === undefined ? [] : ['how long it keeps them']),
  ...(booleanAt(request, 'multiRegionEnabled') === false ? ['other regions'] : []),
  ...(booleanAt(request, 'organizationEnabled') === false ? ['other accounts'] : []),
  ...(booleanAt(request, 'terminationProtectionEnabled') === false ? ['its protection from deletion'] : []),
];

const messageOf: Readonly<Record<string, Message>> = {
  'cloudtrail:UpdateEventDataStore': 'store',
  'cloudtrail:UpdateChannel': 'channel',
  'cloudtrail:DeleteChannel': 'channel',
  'cloudtrail:DeleteResourcePolicy': 'policy',
};

export default defineRule({
  id: 'cloudtrail-lake-narrowed',
  kind: 'incident',
  severity: 'medium',
  on: { actions: Object.keys(messageOf) as Action[] },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  title: 'CloudTrail Lake takes in less, or keeps it for less time',
  why: 'What an event data store no longer takes in or has let go cannot be searched after an incident. Without its channel, records of other sources do not arrive at all.',
  fix: 'Compare the event data store with what it was (the earlier call of CloudTrail shows it) and put it back. Make the channel again for sources that still send.',
  misses: 'What it was before, so that a longer retention is told like a shorter one.',
  falsePositives: 'Saving cost; tuning of what is recorded by the security team.',
  attack: ['T1562.008'],
  messages: {
    store: {
      done: '{actor} changed {what} of event data store {resource}.',
      tried: '{actor} tried to change event data store {resource}; AWS refused it.',
    },
    channel: {
      done: '{actor} changed or deleted channel {resource}, through which records of other sources reach CloudTrail ({eventName}).',
      tried: '{actor} tried to change or delete a channel of CloudTrail ({eventName}); AWS refused it.',
    },
    policy: {
      done: '{actor} deleted the policy of {resource}: who sent to it or read it by that policy no longer can.',
      tried: '{actor} tried to delete the policy of {resource}; AWS refused it.',
    },
  },

  evaluate(event) {
    const message = messageOf[event.action];
    if (message === undefined) return [];
    const what = message === 'store' ? narrowingOf(event) : [];
    if (message === 'store' && what.length === 0 && !isUnloggedRefusal(event)) return [];
    const arnOf = (kind: string) => (id: string) => regionalArn(event, 'cloudtrail', `${kind}/${id}`);
    const resource = namedInCall(
      event,
      ['eventDataStore', arnOf('eventdatastore')],
      ['channel', arnOf('channel')],
      'resourceArn',
    );
    return [{ message, resource, data: { what } }];
  },
});

const eventDataStore =
  'arn:aws:cloudtrail:us-east-1:111122223333:eventdatastore/0a1b2c3d-0000-4000-8000-000000000000';
const channel = 'arn:aws:cloudtrail:us-east-1:111122223333:channel/0a1b2c3d-0000-4000-8000-000000000000';
const updates = (request: object) =>
  call('cloudtrail:UpdateEventDataStore', { request: { eventDataStore, ...request } });

export const examples = (): Example[] => [
  { name: 'its retention', expect: ['store'], severity: 'medium', record: updates({ retentionPeriod: 7 }) },
  { name: 'its protection', expect: ['store'], record: updates({ terminationProtectionEnabled: false }) },
  {
    name: 'a channel',
    expect: ['channel'],
    record: call('cloudtrail:DeleteChannel', { request: { channel } }),
  },
  {
    name: 'the policy of a channel',
    expect: ['policy'],
    record: call('cloudtrail:DeleteResourcePolicy', { request: { resourceArn: channel } }),
  },
  {
    name: 'refused',
    expect: ['store'],
    severity: 'low',
    record: call('cloudtrail:UpdateEventDataStore', {
      error: denied('cloudtrail:UpdateEventDataStore', eventDataStore),
    }),
  },
  { name: 'its name', expect: [], record: updates({ name: 'lake' }) },
  { name: 'more regions', expect: [], record: updates({ multiRegionEnabled: true }) },
  {
    name: 'there is no such channel',
    expect: [],
    record: call('cloudtrail:DeleteChannel', {
      request: { channel },
      error: { code: 'ChannelNotFoundException' },
    }),
  },
];
