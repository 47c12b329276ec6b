import { call, denied, root, user } from '../../../events/example.ts';
import { affectedUserOf } from '../../affected-user.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'credentials-changed',
  kind: 'inventory',
  severity: 'info',
  on: {
    actions: [
      'iam:ChangePassword',
      'iam:CreateAccessKey',
      'iam:CreateLoginProfile',
      'iam:CreateUser',
      'iam:DeleteAccessKey',
      'iam:DeleteLoginProfile',
      'iam:DeleteUser',
      'iam:UpdateAccessKey',
      'iam:UpdateLoginProfile',
    ],
  },
  title: 'Credentials of a user changed',
  why: 'Auditors ask who got credentials, who changed them and when they were taken back; this is the list.',
  fix: 'Nothing at once. Compare the list with joiners, leavers and the rotation of keys.',
  misses:
    'MFA devices, SSH keys, certificates and service-specific credentials. Passwords with an identity provider.',
  falsePositives: 'None: this is a list.',
  attack: [],
  messages: { changed: '{actor} changed credentials of {user}: {eventName}.' },

  evaluate(event) {
    const { user, resource } = affectedUserOf(event);
    return [{ message: 'changed', resource, data: { user } }];
  },
});

export const examples = (): Example[] => [
  {
    name: 'an own password',
    expect: ['changed'],
    severity: 'info',
    record: call('iam:ChangePassword', { by: user('alice') }),
  },
  {
    name: "somebody else's key deactivated",
    expect: ['changed'],
    record: call('iam:UpdateAccessKey', {
      request: { userName: 'alice', accessKeyId: 'AKIAIOSFODNN7EXAMPLE', status: 'Inactive' },
    }),
  },
  { name: 'a key of root', expect: ['changed'], record: call('iam:CreateAccessKey', { by: root() }) },
  {
    name: 'refused',
    expect: [],
    record: call('iam:CreateUser', { error: denied('iam:CreateUser') }),
  },
  {
    name: 'an old password that is wrong',
    expect: [],
    record: call('iam:ChangePassword', { error: { code: 'InvalidUserTypeException' } }),
  },
];
