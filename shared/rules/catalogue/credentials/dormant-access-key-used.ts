import { after, call, denied, role, service, user } from '../../../events/example.ts';
import type { IamEvent, JsonObject } from '../../../events/iam-event.ts';
import { objectAt, textAt } from '../../../events/json.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { longTermKeyOf, signedByLongTermKey } from '../../long-term-key.ts';

const days = 90;

/** The key whose life an event is a sign of: it was made, or it signed the call. */
const seenKeyOf = (event: IamEvent): string | undefined => {
  const made = objectAt(event.response, 'accessKey');
  return event.action === 'iam:CreateAccessKey' && event.outcome === 'succeeded'
    ? textAt(made, 'accessKeyId')
    : longTermKeyOf(event);
};

export default defineRule({
  id: 'dormant-access-key-used',
  kind: 'incident',
  severity: 'high',
  outcome: 'any',
  // Every call of every key is looked at, so it is for those who ask for it. That a key was made counts as use: a new key is not dormant.
  on: { actions: ['iam:CreateAccessKey'], anyCall: signedByLongTermKey, tier: 'wide' },
  title: 'Access key used that nobody had used for months',
  why: 'A key that slept for three months is in a backup, an old repository or the laptop of somebody who left. The one who wakes it is often not its owner.',
  fix: 'Ask the owner. If nobody expects the call, deactivate the key, read what it called, and find where it was kept.',
  misses:
    'Keys used at least every 90 days. For the first 90 days of watching nothing is known of older use; until then see the nightly check of unused keys.',
  falsePositives: 'Jobs that run once or twice a year.',
  attack: ['T1078.004', 'T1552.001'],
  messages: {
    woke: 'The access key {accessKeyId} of {actor} was used from {sourceIp} for {eventName}, after at least {days} days without any use.',
  },

  history(event) {
    const key = seenKeyOf(event);
    return key === undefined ? [] : [{ kind: 'first-seen', key, days }];
  },

  evaluate(event, { history: [answer] }) {
    const accessKeyId = longTermKeyOf(event);
    const isUse = accessKeyId !== undefined && seenKeyOf(event) === accessKeyId;
    if (!isUse || answer?.status !== 'met') return [];
    return [{ message: 'woke', resource: actorArn(event), aspect: accessKeyId, data: { accessKeyId, days } }];
  },
});

export const examples = (): Example[] => {
  const id = 'AKIAIOSFODNN7EXAMPLE';
  const day = 86_400;
  const use = (seconds: number, over: JsonObject = {}) =>
    call('s3:CreateBucket', { by: user('alice', { accessKeyId: id }), time: after(seconds), ...over });
  const make = (seconds: number, by = user('bob', { accessKeyId: '' })) =>
    call('iam:CreateAccessKey', {
      by,
      request: { userName: 'alice' },
      response: { accessKey: { userName: 'alice', accessKeyId: id } },
      time: after(seconds),
    });
  return [
    {
      name: 'after four months',
      expect: ['woke'],
      severity: 'high',
      before: [use(-120 * day)],
      record: use(0),
    },
    {
      name: 'refused',
      expect: ['woke'],
      severity: 'high',
      record: use(0, { error: denied('s3:CreateBucket') }),
    },
    { name: 'used last month', expect: [], before: [use(-30 * day)], record: use(0) },
    { name: 'made last month', expect: [], before: [make(-30 * day)], record: use(0) },
    { name: 'the next call', expect: [], before: [use(-60)], record: use(0) },
    { name: 'a key is made', expect: [], record: make(0) },
    {
      name: 'a key is made with a key that is in use',
      expect: [],
      before: [call('iam:ListUsers', { by: user('bob'), time: after(-day) })],
      record: make(0, user('bob')),
    },
    {
      name: 'in the first weeks of watching',
      expect: [],
      undecided: 'learning',
      watchedSince: after(-30 * day),
      record: use(0),
    },
    { name: 'a role', expect: [], record: use(0, { by: role('ops', 'alice') }) },
    { name: 'a service', expect: [], record: use(0, { by: service('s3.amazonaws.com') }) },
  ];
};
