import { call, denied, exampleAccount, service, user } from '../../../events/example.ts';
import { affectedUserOf } from '../../affected-user.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'iam-user-created',
  kind: 'incident',
  severity: 'low',
  outcome: 'attempted',
  serviceInitiated: 'skip',
  infrastructureAsCode: 'lower',
  on: { actions: ['iam:CreateUser'] },
  title: 'IAM user created',
  why: 'Users have credentials that do not expire. Attackers make one to come back with, under a name that looks like a service.',
  fix: 'Ask who made it what the user is for; a role or Identity Center mostly does as well. If nobody knows, delete its access keys and password, then the user.',
  misses: 'What the user may do and whether it got a key or password: other rules tell that.',
  falsePositives:
    'Users for software that cannot assume a role. Accounts that should have none are named in the setting accountsWithoutUsers; there it is medium.',
  attack: ['T1136.003'],
  messages: {
    created: {
      done: '{actor} created the user {user} from {sourceIp}.',
      tried: '{actor} tried to create the user {user} from {sourceIp}; AWS refused it.',
    },
    unwanted: {
      done: '{actor} created the user {user} from {sourceIp} in account {account}, which should have none.',
      tried:
        '{actor} tried to create the user {user} from {sourceIp} in account {account}, which should have none; AWS refused it.',
    },
  },
  undo: {
    created: 'aws iam delete-user --user-name {user}',
    unwanted: 'aws iam delete-user --user-name {user}',
  },

  evaluate(event, { settings }) {
    const { user, resource } = affectedUserOf(event);
    return settings.accountsWithoutUsers?.includes(event.accountId)
      ? [{ message: 'unwanted', severity: 'medium', resource, data: { user } }]
      : [{ message: 'created', resource, data: { user } }];
  },
});

export const examples = (): Example[] => {
  const request = { userName: 'svc-backup' };
  const settings = { accountsWithoutUsers: [exampleAccount] };
  return [
    { name: 'a user', expect: ['created'], severity: 'low', record: call('iam:CreateUser', { request }) },
    {
      name: 'in an account that should have none',
      expect: ['unwanted'],
      severity: 'medium',
      settings,
      record: call('iam:CreateUser', { request }),
    },
    {
      name: 'in another account than that',
      expect: ['created'],
      severity: 'low',
      settings: { accountsWithoutUsers: ['444455556666'] },
      record: call('iam:CreateUser', { request }),
    },
    {
      name: 'by a stack, in an account that should have none',
      expect: ['unwanted'],
      severity: 'low',
      settings,
      record: call('iam:CreateUser', {
        by: user('bob', { invokedBy: 'cloudformation.amazonaws.com' }),
        sourceIp: 'cloudformation.amazonaws.com',
        request,
      }),
    },
    {
      name: 'refused, in an account that should have none',
      expect: ['unwanted'],
      severity: 'low',
      settings,
      record: call('iam:CreateUser', {
        error: denied('iam:CreateUser', 'arn:aws:iam::111122223333:user/svc-backup'),
      }),
    },
    {
      name: 'refused',
      expect: ['created'],
      severity: 'info',
      record: call('iam:CreateUser', { error: denied('iam:CreateUser') }),
    },
    {
      name: 'by a service',
      expect: [],
      record: call('iam:CreateUser', { by: service('ses.amazonaws.com'), request }),
    },
    {
      name: 'the user exists',
      expect: [],
      record: call('iam:CreateUser', { request, error: { code: 'EntityAlreadyExistsException' } }),
    },
  ];
};
