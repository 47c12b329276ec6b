import { call, denied, role, root, user } from '../../../events/example.ts';
import { objectAt, textAt } from '../../../events/json.ts';
import { affectedUserOf } from '../../affected-user.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'access-key-created-for-other-user',
  kind: 'incident',
  severity: 'high',
  outcome: 'attempted',
  on: { actions: ['iam:CreateAccessKey'] },
  title: 'Access key created for another user',
  why: 'The maker has the secret, and every later use looks like the owner. A key never expires, so it is the usual back door of somebody who holds an administrator session for an hour.',
  fix: "Ask the owner whether they asked for the key. If not, delete it, read what it has called, and treat the maker's own credentials as stolen.",
  misses:
    "A second key that a thief makes for the very user whose credentials were stolen; the root user's own key (root-access-key-created).",
  falsePositives: 'Administrators, pipelines and CloudFormation stacks that hand out keys for service users.',
  attack: ['T1098.001'],
  messages: {
    created: {
      done: '{actor} created the access key {accessKeyId} for {user} from {sourceIp}.',
      tried: '{actor} tried to create an access key for {user} from {sourceIp}; AWS refused it.',
    },
  },
  undo: { created: 'aws iam delete-access-key --user-name {user} --access-key-id {accessKeyId}' },

  evaluate(event) {
    const { user, resource, whose } = affectedUserOf(event);
    if (whose === 'own' || whose === 'root') return [];
    // Each key is one to delete. On a refusal there is none.
    const accessKeyId = textAt(objectAt(event.response, 'accessKey'), 'accessKeyId') ?? 'unknown';
    return [{ message: 'created', resource, aspect: accessKeyId, data: { user, accessKeyId } }];
  },
});

export const examples = (): Example[] => {
  const accessKey = { userName: 'alice', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', status: 'Active' };
  const forAlice = { request: { userName: 'alice' }, response: { accessKey } };
  return [
    {
      name: 'for another user',
      expect: ['created'],
      severity: 'high',
      record: call('iam:CreateAccessKey', { by: user('bob'), ...forAlice }),
    },
    {
      name: 'by a session that is named like the owner',
      expect: ['created'],
      record: call('iam:CreateAccessKey', { by: role('admin', 'alice'), ...forAlice }),
    },
    {
      name: "by a user whose name ends like the owner's",
      expect: ['created'],
      record: call('iam:CreateAccessKey', { by: user('svc-alice'), ...forAlice }),
    },
    {
      name: 'by root',
      expect: ['created'],
      record: call('iam:CreateAccessKey', { by: root(), ...forAlice }),
    },
    {
      name: 'refused',
      expect: ['created'],
      severity: 'medium',
      record: call('iam:CreateAccessKey', {
        by: user('bob'),
        error: denied('iam:CreateAccessKey', 'arn:aws:iam::111122223333:user/staff/alice'),
      }),
    },
    {
      name: 'refused, with nobody named',
      expect: ['created'],
      record: call('iam:CreateAccessKey', { by: role('admin', 'carol'), error: { code: 'AccessDenied' } }),
    },
    {
      name: 'for oneself, by name',
      expect: [],
      record: call('iam:CreateAccessKey', { by: user('alice'), ...forAlice }),
    },
    {
      name: 'for oneself, unnamed',
      expect: [],
      record: call('iam:CreateAccessKey', { by: user('alice'), response: { accessKey } }),
    },
    {
      name: 'for oneself, with a path',
      expect: [],
      record: call('iam:CreateAccessKey', {
        by: user('alice', { arn: 'arn:aws:iam::111122223333:user/staff/alice' }),
        ...forAlice,
      }),
    },
    {
      name: 'for oneself, refused',
      expect: [],
      record: call('iam:CreateAccessKey', {
        by: user('bob'),
        error: denied('iam:CreateAccessKey', 'user bob'),
      }),
    },
    { name: 'for root itself', expect: [], record: call('iam:CreateAccessKey', { by: root() }) },
    {
      name: 'the user does not exist',
      expect: [],
      record: call('iam:CreateAccessKey', {
        request: { userName: 'alice' },
        error: { code: 'NoSuchEntityException' },
      }),
    },
  ];
};
