import { call, denied, role, root, user } from '../../../events/example.ts';
import { affectedUserOf } from '../../affected-user.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'login-profile-deleted',
  kind: 'incident',
  severity: 'low',
  serviceInitiated: 'skip',
  on: { actions: ['iam:DeleteLoginProfile'] },
  title: 'Console password of a user deleted',
  why: 'Mostly somebody leaves. An attacker locks the owners of an account out of it this way, and a thief cleans up behind a password they made.',
  fix: 'See that whoever deleted it does so as part of their work, and whether other users lost their passwords in the same hour.',
  misses:
    'Sessions that go on after the password is gone (disabled-user-still-active). Passwords with an identity provider.',
  falsePositives: 'People who leave, and the clean-up of unused passwords: most of them.',
  attack: ['T1531'],
  messages: { deleted: '{actor} deleted the console password of {user} from {sourceIp}.' },

  evaluate(event) {
    const { user, resource, whose } = affectedUserOf(event);
    return whose === 'other' ? [{ message: 'deleted', resource, data: { user } }] : [];
  },
});

export const examples = (): Example[] => {
  const request = { userName: 'alice' };
  return [
    {
      name: "somebody else's",
      expect: ['deleted'],
      severity: 'low',
      record: call('iam:DeleteLoginProfile', { by: user('bob'), request }),
    },
    {
      name: 'by a session named like the user',
      expect: ['deleted'],
      record: call('iam:DeleteLoginProfile', { by: role('admin', 'alice'), request }),
    },
    {
      name: 'an own one',
      expect: [],
      record: call('iam:DeleteLoginProfile', { by: user('alice'), request }),
    },
    { name: "root's", expect: [], record: call('iam:DeleteLoginProfile', { by: root() }) },
    {
      name: 'refused',
      expect: [],
      record: call('iam:DeleteLoginProfile', { error: denied('iam:DeleteLoginProfile', 'user alice') }),
    },
    {
      name: 'there was none',
      expect: [],
      record: call('iam:DeleteLoginProfile', { request, error: { code: 'NoSuchEntityException' } }),
    },
  ];
};
