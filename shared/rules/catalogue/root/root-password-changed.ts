import { root, signIn, user } from '../../../events/example.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'root-password-changed',
  kind: 'incident',
  severity: 'high',
  on: { actions: ['signin:PasswordUpdated'] },
  title: "Root user's password changed",
  why: 'Whoever changes the password shuts out the people who kept the old one, and keeps the account.',
  fix: 'Confirm with the keepers of the root password that one of them changed it. If not, start password recovery from the root mailbox now and contact AWS Support.',
  misses: 'A new password set through recovery (root-password-recovery).',
  falsePositives: 'The yearly rotation of the root password, or a change after somebody left.',
  attack: ['T1098', 'T1531'],
  messages: { changed: 'The password of the root user of account {account} was changed from {sourceIp}.' },

  evaluate(event) {
    if (event.actor.type !== 'Root') return [];
    return [{ message: 'changed', resource: accountArn(event), data: {} }];
  },
});

export const examples = (): Example[] => [
  {
    name: 'root changes its password',
    expect: ['changed'],
    severity: 'high',
    record: signIn(root(), { name: 'PasswordUpdated', mfa: true }),
  },
  {
    name: 'the change failed',
    expect: [],
    record: signIn(root(), { name: 'PasswordUpdated', result: 'Failure' }),
  },
  {
    name: "an IAM user's password",
    expect: [],
    record: signIn(user('alice'), { name: 'PasswordUpdated' }),
  },
];
