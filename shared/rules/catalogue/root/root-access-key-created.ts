import { call, denied, root, user } from '../../../events/example.ts';
import { objectAt, textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { affectedUserOf } from '../../affected-user.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'root-access-key-created',
  kind: 'condition',
  severity: 'critical',
  outcome: 'attempted',
  on: { actions: ['iam:CreateAccessKey'] },
  title: 'Access key created for the root user',
  why: 'The key does everything in the account, for ever, from anywhere, without MFA. No policy in the account can limit it.',
  fix: 'Delete the key as root. If nobody of yours made it, root is taken: change its password and MFA, and read what the key has called since.',
  misses:
    'Root keys that existed before this was watched. A key that was deactivated and is put back into use (iam:UpdateAccessKey).',
  falsePositives: 'None worth keeping: AWS advises against any root access key.',
  attack: ['T1098.001'],
  messages: {
    created: {
      done: 'An access key for the root user of account {account} was created from {sourceIp}.',
      tried:
        'The root user of account {account} tried to create an access key for itself from {sourceIp}; AWS refused it.',
    },
  },
  undo: { created: 'aws iam delete-access-key --access-key-id {accessKeyId}' },
  undoneBy: [
    {
      actions: ['iam:DeleteAccessKey'],
      undoes(event) {
        const key = textAt(event.request, 'accessKeyId');
        if (affectedUserOf(event).whose !== 'root' || key === undefined) return [];
        return [{ resource: accountArn(event), aspect: key }];
      },
    },
  ],

  evaluate(event) {
    if (affectedUserOf(event).whose !== 'root') return [];
    // Root may have two keys, so each is a finding of its own. On a refusal there is none.
    const accessKeyId = textAt(objectAt(event.response, 'accessKey'), 'accessKeyId') ?? 'unknown';
    return [{ message: 'created', resource: accountArn(event), aspect: accessKeyId, data: { accessKeyId } }];
  },
});

export const examples = (): Example[] => [
  {
    // CloudTrail logs no parameters: the caller acts on itself.
    name: 'root makes itself a key',
    expect: ['created'],
    severity: 'critical',
    record: call('iam:CreateAccessKey', {
      by: root(),
      response: { accessKey: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', status: 'Active' } },
    }),
  },
  {
    name: 'root of a member account is refused',
    expect: ['created'],
    severity: 'high',
    record: call('iam:CreateAccessKey', {
      by: root(),
      error: denied('iam:CreateAccessKey', 'arn:aws:iam::111122223333:root'),
    }),
  },
  {
    name: 'root makes a key for an IAM user',
    expect: [],
    record: call('iam:CreateAccessKey', {
      by: root(),
      request: { userName: 'alice' },
      response: { accessKey: { userName: 'alice', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', status: 'Active' } },
    }),
  },
  {
    name: 'an IAM user named root makes a key',
    expect: [],
    record: call('iam:CreateAccessKey', { by: user('root') }),
  },
  {
    name: 'root has two keys already',
    expect: [],
    record: call('iam:CreateAccessKey', { by: root(), error: { code: 'LimitExceededException' } }),
  },
];
