import { root, signIn } from '../../../events/example.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'root-password-recovery',
  kind: 'incident',
  severity: 'high',
  outcome: 'any',
  on: { actions: ['signin:PasswordRecoveryRequested', 'signin:PasswordRecoveryCompleted'] },
  title: 'Password recovery of the root user used',
  why: "Recovery asks for nothing but a mail to the root address: a thief of the mailbox becomes root this way. Completed, the account's owner is shut out.",
  fix: "Ask the keepers of root who started it. If nobody did, secure the root mailbox first, then recover the password yourselves, check root's MFA devices and contact AWS Support.",
  misses: 'The theft of the mailbox itself. IAM users have no such recovery.',
  falsePositives:
    'A keeper of the root password forgot it. Strangers may request recovery for a known address; only the completion changes anything.',
  attack: ['T1078.004', 'T1098'],
  messages: {
    requested: {
      done: 'A recovery of the root password of account {account} was requested from {sourceIp}.',
      tried:
        'A recovery of the root password of account {account} was tried from {sourceIp}, without success.',
    },
    completed: {
      done: 'The root password of account {account} was replaced through recovery from {sourceIp}.',
      tried:
        'Somebody tried to replace the root password of account {account} through recovery from {sourceIp}, without success.',
    },
  },

  evaluate(event) {
    const resource = accountArn(event);
    if (event.name !== 'PasswordRecoveryCompleted') return [{ message: 'requested', resource, data: {} }];
    const severity = event.outcome === 'succeeded' ? 'critical' : 'high';
    return [{ message: 'completed', severity, resource, data: {} }];
  },
});

export const examples = (): Example[] => [
  {
    name: 'requested',
    expect: ['requested'],
    severity: 'high',
    record: signIn(root(), { name: 'PasswordRecoveryRequested' }),
  },
  {
    name: 'requested, refused',
    expect: ['requested'],
    severity: 'high',
    record: signIn(root(), { name: 'PasswordRecoveryRequested', result: 'Failure' }),
  },
  {
    name: 'completed',
    expect: ['completed'],
    severity: 'critical',
    record: signIn(root(), { name: 'PasswordRecoveryCompleted' }),
  },
  {
    name: 'completed, refused',
    expect: ['completed'],
    severity: 'high',
    record: signIn(root(), { name: 'PasswordRecoveryCompleted', result: 'Failure' }),
  },
  { name: 'an ordinary sign-in', expect: [], record: signIn(root(), { mfa: true }) },
];
