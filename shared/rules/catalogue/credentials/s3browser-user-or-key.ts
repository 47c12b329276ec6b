import { call, denied, user } from '../../../events/example.ts';
import { affectedUserOf } from '../../affected-user.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isS3Browser } from '../../s3-browser.ts';

export default defineRule({
  id: 's3browser-user-or-key',
  kind: 'incident',
  severity: 'high',
  outcome: 'any',
  on: { actions: ['iam:CreateUser', 'iam:CreateAccessKey'] },
  title: 'IAM user or access key made with S3 Browser',
  why: 'GUI-vil, a group that mines coins on stolen accounts, makes its back doors with S3 Browser: new users, and further keys for users it finds.',
  fix: 'Deactivate the access key of the caller, delete what was made, and look for console passwords and large EC2 instances since.',
  misses: 'The same with any other tool, or with a changed user agent.',
  falsePositives: 'Staff who use S3 Browser to manage IAM users; it can, but few do.',
  attack: ['T1136.003', 'T1098.001'],
  messages: {
    userCreated: {
      done: '{actor} created the IAM user {user} with S3 Browser from {sourceIp}.',
      tried: '{actor} tried to create the IAM user {user} with S3 Browser from {sourceIp}, without success.',
    },
    keyCreated: {
      done: '{actor} created an access key for {user} with S3 Browser from {sourceIp}.',
      tried:
        '{actor} tried to create an access key for {user} with S3 Browser from {sourceIp}, without success.',
    },
  },
  undo: { userCreated: 'aws iam delete-user --user-name {user}' },

  evaluate(event) {
    if (!isS3Browser(event)) return [];
    const { user, resource } = affectedUserOf(event);
    const message = event.name === 'CreateUser' ? 'userCreated' : 'keyCreated';
    return [{ message, resource, data: { user } }];
  },
});

export const examples = (): Example[] => {
  const userAgent = '[S3 Browser 9.5.5 https://s3browser.com]';
  const request = { userName: 'sdfsdf' };
  return [
    {
      name: 'a user',
      expect: ['userCreated'],
      severity: 'high',
      record: call('iam:CreateUser', { userAgent, request }),
    },
    {
      name: 'a key for oneself',
      expect: ['keyCreated'],
      record: call('iam:CreateAccessKey', { by: user('bob'), userAgent }),
    },
    {
      name: 'refused',
      expect: ['keyCreated'],
      severity: 'high',
      record: call('iam:CreateAccessKey', {
        userAgent,
        error: denied('iam:CreateAccessKey', 'arn:aws:iam::111122223333:user/alice'),
      }),
    },
    {
      name: 'a user, refused',
      expect: ['userCreated'],
      record: call('iam:CreateUser', {
        userAgent,
        error: denied('iam:CreateUser', 'arn:aws:iam::111122223333:user/sdfsdf'),
      }),
    },
    { name: 'with another tool', expect: [], record: call('iam:CreateUser', { request }) },
    { name: 'another call', expect: [], record: call('iam:CreateGroup', { userAgent }) },
  ];
};
