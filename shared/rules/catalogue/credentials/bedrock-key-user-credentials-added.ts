import { call, denied, identityCenterUser } from '../../../events/example.ts';
import { affectedUserOf } from '../../affected-user.ts';
import { isBedrockKeyUser } from '../../bedrock-key-users.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'bedrock-key-user-credentials-added',
  kind: 'incident',
  severity: 'high',
  outcome: 'attempted',
  on: { actions: ['iam:CreateAccessKey', 'iam:CreateLoginProfile', 'iam:UpdateLoginProfile'] },
  title: 'Access key or password added to the user of a Bedrock API key',
  why: 'These users exist to carry one API key. With an access key or a password they become an ordinary user that nobody knows, with whatever rights they were given, and a quiet way back in.',
  fix: 'Delete the access key or login profile, ask who added it, and look at what the user has called since.',
  misses: 'A second API key for the user, which service-specific-or-signing-credential-created reports.',
  falsePositives: 'None known: Bedrock never needs it.',
  attack: ['T1098.001'],
  messages: {
    keyAdded: {
      done: '{actor} added an access key to {user}, a user made for a Bedrock API key, from {sourceIp}.',
      tried:
        '{actor} tried to add an access key to {user}, a user made for a Bedrock API key; AWS refused it.',
    },
    passwordSet: {
      done: '{actor} set a console password for {user}, a user made for a Bedrock API key, from {sourceIp}.',
      tried:
        '{actor} tried to set a console password for {user}, a user made for a Bedrock API key; AWS refused it.',
    },
  },
  undo: { passwordSet: 'aws iam delete-login-profile --user-name {user}' },

  evaluate(event) {
    const { user, resource } = affectedUserOf(event);
    if (!isBedrockKeyUser(user)) return [];
    const message = event.name === 'CreateAccessKey' ? 'keyAdded' : 'passwordSet';
    return [{ message, resource, data: { user } }];
  },
});

export const examples = (): Example[] => {
  const by = identityCenterUser('carol');
  const request = { userName: 'BedrockAPIKey-4kq7' };
  return [
    {
      name: 'an access key',
      expect: ['keyAdded'],
      severity: 'high',
      record: call('iam:CreateAccessKey', { by, request }),
    },
    {
      name: 'a password',
      expect: ['passwordSet'],
      record: call('iam:CreateLoginProfile', { by, request }),
    },
    {
      name: 'refused',
      expect: ['keyAdded'],
      severity: 'medium',
      record: call('iam:CreateAccessKey', {
        by,
        error: denied('iam:CreateAccessKey', 'user BedrockAPIKey-4kq7'),
      }),
    },
    {
      name: 'a password, refused',
      expect: ['passwordSet'],
      severity: 'medium',
      record: call('iam:UpdateLoginProfile', {
        by,
        error: denied('iam:UpdateLoginProfile', 'user BedrockAPIKey-4kq7'),
      }),
    },
    {
      name: 'another user',
      expect: [],
      record: call('iam:CreateAccessKey', { by, request: { userName: 'not-BedrockAPIKey-4kq7' } }),
    },
    {
      name: 'it has two keys already',
      expect: [],
      record: call('iam:CreateAccessKey', { by, request, error: { code: 'LimitExceededException' } }),
    },
  ];
};
