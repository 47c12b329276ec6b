import { call, denied, user } from '../../../events/example.ts';
import { affectedUserOf } from '../../affected-user.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isS3Browser } from '../../s3-browser.ts';

export default defineRule({
  id: 's3browser-login-profile',
  kind: 'incident',
  severity: 'high',
  outcome: 'any',
  on: { actions: ['iam:CreateLoginProfile', 'iam:GetLoginProfile'] },
  title: 'Console passwords probed or set with S3 Browser',
  why: 'GUI-vil, a group that mines coins on stolen accounts, asks with S3 Browser which users have a console password and gives one to those without.',
  fix: 'Deactivate the access key of the caller, delete the login profile if one was made, and look for new users and large EC2 instances.',
  misses:
    'The same with any other tool. The question (GetLoginProfile) where only write calls are forwarded.',
  falsePositives: 'Staff who use S3 Browser to manage IAM users; it can, but few do.',
  attack: ['T1098.001', 'T1087.004'],
  messages: {
    asked: {
      done: '{actor} asked with S3 Browser whether {user} has a console password, from {sourceIp}.',
      tried:
        '{actor} tried to ask with S3 Browser whether {user} has a console password, from {sourceIp}, without success.',
    },
    created: {
      done: '{actor} gave {user} a console password with S3 Browser from {sourceIp}.',
      tried:
        '{actor} tried to give {user} a console password with S3 Browser from {sourceIp}, without success.',
    },
  },
  undo: { created: 'aws iam delete-login-profile --user-name {user}' },

  evaluate(event) {
    if (!isS3Browser(event)) return [];
    const { user, resource } = affectedUserOf(event);
    const message = event.name === 'GetLoginProfile' ? 'asked' : 'created';
    return [{ message, resource, data: { user } }];
  },
});

export const examples = (): Example[] => {
  const userAgent = '[S3 Browser/10.8.1 (https://s3browser.com)]';
  const request = { userName: 'alice' };
  return [
    {
      name: 'a password is made',
      expect: ['created'],
      severity: 'high',
      record: call('iam:CreateLoginProfile', { userAgent, request }),
    },
    {
      name: 'asked of a user without a password',
      expect: ['asked'],
      record: call('iam:GetLoginProfile', {
        userAgent,
        request,
        readOnly: true,
        error: { code: 'NoSuchEntityException' },
      }),
    },
    {
      name: 'refused',
      expect: ['created'],
      severity: 'high',
      record: call('iam:CreateLoginProfile', {
        by: user('bob'),
        userAgent,
        error: denied('iam:CreateLoginProfile', 'user alice'),
      }),
    },
    { name: 'with another tool', expect: [], record: call('iam:CreateLoginProfile', { request }) },
    { name: 'another call', expect: [], record: call('iam:DeleteLoginProfile', { userAgent, request }) },
  ];
};
