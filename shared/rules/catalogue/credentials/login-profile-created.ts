import { call, denied, role, root, user } from '../../../events/example.ts';
import { affectedUserOf } from '../../affected-user.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'login-profile-created',
  kind: 'incident',
  severity: 'medium',
  outcome: 'attempted',
  on: { actions: ['iam:CreateLoginProfile'] },
  title: 'Console password given to an IAM user',
  why: 'A user that only had keys can now be entered in the console, with a password that the maker knows. Thieves of a key do this to stay after the key is gone.',
  fix: 'Ask the user whether the password was wanted. If not, delete the login profile and treat the credentials that made it as stolen.',
  misses:
    'Users that already had a password (login-profile-updated-by-other). The root user (root-login-profile-created).',
  falsePositives: "A new employee's first password. Companies with single sign-on should see none.",
  attack: ['T1098.001', 'T1136.003'],
  messages: {
    forOther: {
      done: '{actor} gave {user} a console password from {sourceIp}.',
      tried: '{actor} tried to give {user} a console password from {sourceIp}; AWS refused it.',
    },
    forSelf: {
      done: '{actor} gave itself a console password from {sourceIp}.',
      tried: '{actor} tried to give itself a console password from {sourceIp}; AWS refused it.',
    },
  },
  undo: {
    forOther: 'aws iam delete-login-profile --user-name {user}',
    forSelf: 'aws iam delete-login-profile --user-name {user}',
  },

  evaluate(event) {
    const { user, resource, whose } = affectedUserOf(event);
    if (whose === 'root') return [];
    // Nobody without a password sits in the console: whoever does this for itself holds a key.
    return whose === 'own'
      ? [{ message: 'forSelf', severity: 'high', resource, data: { user } }]
      : [{ message: 'forOther', resource, data: { user } }];
  },
});

export const examples = (): Example[] => {
  const forAlice = {
    request: { userName: 'alice', passwordResetRequired: false },
    response: { loginProfile: { userName: 'alice', passwordResetRequired: false } },
  };
  return [
    {
      name: 'for another user',
      expect: ['forOther'],
      severity: 'medium',
      record: call('iam:CreateLoginProfile', { by: user('bob'), ...forAlice }),
    },
    {
      name: 'by a session that is named like the user',
      expect: ['forOther'],
      record: call('iam:CreateLoginProfile', { by: role('admin', 'alice'), ...forAlice }),
    },
    {
      name: 'for oneself',
      expect: ['forSelf'],
      severity: 'high',
      record: call('iam:CreateLoginProfile', { by: user('alice'), ...forAlice }),
    },
    {
      name: 'for another user, refused',
      expect: ['forOther'],
      severity: 'low',
      record: call('iam:CreateLoginProfile', {
        by: user('bob'),
        error: denied('iam:CreateLoginProfile', 'user alice'),
      }),
    },
    {
      name: 'for oneself, refused',
      expect: ['forSelf'],
      severity: 'medium',
      record: call('iam:CreateLoginProfile', {
        by: user('alice'),
        error: denied('iam:CreateLoginProfile', 'arn:aws:iam::111122223333:user/alice'),
      }),
    },
    { name: 'for root', expect: [], record: call('iam:CreateLoginProfile', { by: root() }) },
    {
      name: 'the user has one already',
      expect: [],
      record: call('iam:CreateLoginProfile', {
        request: { userName: 'alice' },
        error: { code: 'EntityAlreadyExistsException' },
      }),
    },
  ];
};
