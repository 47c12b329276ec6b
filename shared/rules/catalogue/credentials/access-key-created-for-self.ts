import { foundIn } from '../../../account/lookup.ts';
import { call, denied, role, root, user } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { objectAt, textAt } from '../../../events/json.ts';
import { affectedUserOf } from '../../affected-user.ts';
import { defineRule, type Example } from '../../define-rule.ts';

const newKeyOf = ({ response }: IamEvent): string =>
  textAt(objectAt(response, 'accessKey'), 'accessKeyId') ?? 'unknown';

export default defineRule({
  id: 'access-key-created-for-self',
  kind: 'incident',
  severity: 'low',
  on: { actions: ['iam:CreateAccessKey'] },
  title: 'IAM user made itself an access key',
  why: 'With an hour in the session of a user a thief makes a key of their own, which works until somebody deletes it. A second active key beside the first is how that looks; so does a rotation that is not finished.',
  fix: 'Ask the user. If the key is not theirs, delete it and set a new password. If it is a rotation, deactivate the old key within days.',
  misses:
    'Keys made for somebody else (access-key-created-for-other-user) and for root (root-access-key-created).',
  falsePositives: 'Rotation of keys, as it should be.',
  attack: ['T1098.001'],
  messages: {
    created: '{actor} made itself the access key {accessKeyId} from {sourceIp}.',
    second:
      '{actor} made itself the access key {accessKeyId} from {sourceIp}, while {others} is active as well.',
  },
  undo: {
    created: 'aws iam delete-access-key --user-name {user} --access-key-id {accessKeyId}',
    second: 'aws iam delete-access-key --user-name {user} --access-key-id {accessKeyId}',
  },

  lookups(event) {
    const { user, whose } = affectedUserOf(event);
    return whose === 'own' ? [{ kind: 'access-keys', id: user, optional: true }] : [];
  },

  evaluate(event, { lookups }) {
    const { user, resource, whose } = affectedUserOf(event);
    if (whose !== 'own') return [];
    const accessKeyId = newKeyOf(event);
    const others = (foundIn(lookups, 'access-keys') ?? [])
      .filter(({ id, status }) => id !== accessKeyId && status === 'Active')
      .map(({ id }) => id);
    const found = { resource, aspect: accessKeyId, data: { user, accessKeyId } };
    return others.length > 0
      ? [{ ...found, message: 'second', severity: 'medium', data: { ...found.data, others } }]
      : [{ ...found, message: 'created' }];
  },
});

export const examples = (): Example[] => {
  const accessKey = { userName: 'alice', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', status: 'Active' };
  const created = {
    id: accessKey.accessKeyId,
    status: 'Active',
    createdAt: '2026-03-04T05:06:07.000Z',
  } as const;
  const old = { id: 'AKIAI44QH8DHBEXAMPLE', createdAt: '2025-01-02T03:04:05.000Z' };
  const forOneself = (by = user('alice')) => call('iam:CreateAccessKey', { by, response: { accessKey } });
  return [
    {
      name: 'the only active key',
      expect: ['created'],
      severity: 'low',
      lookups: { 'access-keys': { alice: [created, { ...old, status: 'Inactive' }] } },
      record: forOneself(),
    },
    {
      name: 'a second active key',
      expect: ['second'],
      severity: 'medium',
      lookups: { 'access-keys': { alice: [created, { ...old, status: 'Active' }] } },
      record: forOneself(),
    },
    {
      name: 'the keys of the user could not be read',
      expect: ['created'],
      severity: 'low',
      undecided: 'unavailable',
      record: forOneself(),
    },
    { name: "for somebody else: another rule's", expect: [], record: forOneself(user('bob')) },
    { name: 'by a session named like the user', expect: [], record: forOneself(role('admin', 'alice')) },
    { name: "root's own: another rule's", expect: [], record: call('iam:CreateAccessKey', { by: root() }) },
    {
      name: 'refused',
      expect: [],
      record: call('iam:CreateAccessKey', { error: denied('iam:CreateAccessKey', 'user bob') }),
    },
  ];
};
