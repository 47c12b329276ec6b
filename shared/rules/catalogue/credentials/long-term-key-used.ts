import { call, role, root, user } from '../../../events/example.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { longTermKeyOf, signedByLongTermKey } from '../../long-term-key.ts';

export default defineRule({
  id: 'long-term-key-used',
  kind: 'inventory',
  severity: 'info',
  outcome: 'any',
  // Every call of every key: for those who ask for it.
  on: { anyCall: signedByLongTermKey, tier: 'wide' },
  title: 'Access key that does not expire used',
  why: 'Each such key is a password in a file somewhere. Who wants to get rid of them must know which are in use, by whom and for what.',
  fix: 'Nothing at once. Replace the keys in the list by roles, one after another.',
  misses:
    'Calls whose events are not forwarded: reads without tier read-only, and data events. Calls that services make with the identity of a user.',
  falsePositives: 'None: this is a list.',
  attack: [],
  messages: {
    used: {
      done: '{actor} used the access key {accessKeyId}: {eventName}.',
      tried: '{actor} used the access key {accessKeyId} for {eventName}, which did not succeed.',
    },
  },

  evaluate(event) {
    const accessKeyId = longTermKeyOf(event);
    return accessKeyId === undefined
      ? []
      : [{ message: 'used', resource: actorArn(event), aspect: accessKeyId, data: { accessKeyId } }];
  },
});

export const examples = (): Example[] => [
  {
    name: 'by an IAM user',
    expect: ['used'],
    severity: 'info',
    record: call('s3:CreateBucket', { by: user('deploy') }),
  },
  {
    name: 'by root',
    expect: ['used'],
    record: call('s3:CreateBucket', { by: root({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE' }) }),
  },
  {
    name: 'refused',
    expect: ['used'],
    record: call('s3:CreateBucket', { by: user('deploy'), error: { code: 'AccessDenied' } }),
  },
  { name: 'by a role', expect: [], record: call('s3:CreateBucket', { by: role('deploy', 'build-7') }) },
  {
    name: 'by a user with a session',
    expect: [],
    record: call('s3:CreateBucket', { by: user('deploy', { accessKeyId: 'ASIAIOSFODNN7EXAMPLE' }) }),
  },
  {
    name: 'by a service for the user',
    expect: [],
    record: call('kms:Decrypt', { by: user('deploy'), sourceIp: 's3.amazonaws.com' }),
  },
];
