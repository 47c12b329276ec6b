import { call, denied, role } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { kmsKeyOf } from '../../kms-key.ts';

export default defineRule({
  id: 'kms-key-loss',
  kind: 'condition',
  severity: 'medium',
  on: { actions: ['kms:DisableKey', 'kms:ScheduleKeyDeletion'] },
  outcome: 'attempted',
  infrastructureAsCode: 'lower',
  title: 'KMS key disabled or scheduled for deletion',
  why: 'What is encrypted with the key cannot be read from now on, and once the key is deleted nobody can ever read it again: trails, backups and secrets go with it. Extortion works this way.',
  fix: 'Find out what is encrypted with the key before its waiting period of 7 to 30 days is over. If nobody retired it on purpose, cancel the deletion and enable the key.',
  misses:
    'Keys of other accounts that your data is encrypted with. Imported key material that expires or is deleted: see kms-key-material. What depended on the key. The key of Trailwarden itself: without it no alert can be written.',
  falsePositives:
    'Retiring a key on purpose. What is torn down by CloudFormation or by a role of the setting pipelines is rated low: a key waits for seven days at least before it is gone.',
  attack: ['T1485', 'T1486', 'T1490'],
  messages: {
    disabled: {
      done: '{actor} disabled KMS key {resource}.',
      tried: '{actor} tried to disable KMS key {resource}; AWS refused it.',
    },
    deletion: {
      done: '{actor} scheduled KMS key {resource} for deletion{when}.',
      tried: '{actor} tried to schedule KMS key {resource} for deletion; AWS refused it.',
    },
  },
  undo: {
    disabled: 'aws kms enable-key --region {region} --key-id {resource}',
    deletion: 'aws kms cancel-key-deletion --region {region} --key-id {resource}',
  },
  undoneBy: [
    {
      actions: ['kms:EnableKey'],
      undoes: (event) => [{ resource: kmsKeyOf(event), aspect: 'disabled' }],
    },
    {
      // The key is disabled then, and was so before.
      actions: ['kms:CancelKeyDeletion'],
      undoes: (event) => [{ resource: kmsKeyOf(event), aspect: 'deletion' }],
    },
  ],

  evaluate(event) {
    const resource = kmsKeyOf(event);
    if (event.name === 'DisableKey') return [{ message: 'disabled', resource, aspect: 'disabled', data: {} }];
    const date = textAt(event.response, 'deletionDate');
    const when = date === undefined ? '' : ` on ${date}`;
    return [{ message: 'deletion', resource, aspect: 'deletion', data: { when } }];
  },
});

const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
const arn = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

export const examples = (): Example[] => [
  {
    name: 'disabled',
    expect: ['disabled'],
    severity: 'medium',
    record: call('kms:DisableKey', { request: { keyId } }),
  },
  {
    name: 'to be deleted, named by its ARN',
    expect: ['deletion'],
    record: call('kms:ScheduleKeyDeletion', {
      request: { keyId: arn, pendingWindowInDays: 7 },
      response: { keyId: arn, keyState: 'PendingDeletion', deletionDate: 'Mar 11, 2026, 12:00:00 AM' },
    }),
  },
  {
    name: 'refused',
    expect: ['deletion'],
    severity: 'low',
    record: call('kms:ScheduleKeyDeletion', { error: denied('kms:ScheduleKeyDeletion', arn) }),
  },
  {
    name: 'by a role that deploys',
    expect: ['deletion'],
    severity: 'low',
    record: call('kms:ScheduleKeyDeletion', { request: { keyId: arn }, by: role('deploy', 'ci') }),
    settings: { pipelines: ['arn:aws:iam::*:role/deploy'] },
  },
  {
    name: 'is being deleted already',
    expect: [],
    record: call('kms:DisableKey', { request: { keyId }, error: { code: 'KMSInvalidStateException' } }),
  },
];
