import { root, signIn, user } from '../../../events/example.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'root-console-login-failed',
  kind: 'incident',
  severity: 'medium',
  outcome: 'not-succeeded',
  on: { actions: ['signin:ConsoleLogin'] },
  title: 'Sign-in as the root user failed',
  why: "Somebody knows the root user's e-mail address and tries its password. A failure that had already reached MFA suggests that the password is known.",
  fix: 'Ask the keepers of the root password whether it was one of them. If MFA was reached and it was none of you, change the root password today; watch for a success from the same address.',
  misses:
    'Guesses at e-mail addresses that belong to no account: AWS has no account to log them in. A slow run of guesses is told as one finding whose count grows.',
  falsePositives: 'A mistyped password or an expired MFA code by a keeper of the root password.',
  attack: ['T1110', 'T1078.004'],
  messages: {
    refused: 'A sign-in as the root user of account {account} from {sourceIp} failed.',
    mfaReached:
      'A sign-in as the root user of account {account} from {sourceIp} failed after MFA was asked for: the password may be known.',
  },

  evaluate(event) {
    if (event.actor.type !== 'Root') return [];
    const resource = accountArn(event);
    return event.actor.mfa === 'yes'
      ? [{ message: 'mfaReached', severity: 'high', resource, data: {} }]
      : [{ message: 'refused', resource, data: {} }];
  },
});

export const examples = (): Example[] => [
  {
    name: 'wrong root password',
    expect: ['refused'],
    severity: 'medium',
    record: signIn(root(), { result: 'Failure' }),
  },
  {
    name: "root's second factor was wrong",
    expect: ['mfaReached'],
    severity: 'high',
    record: signIn(root(), { result: 'Failure', mfa: true }),
  },
  { name: 'root signed in', expect: [], record: signIn(root(), { mfa: true }) },
  { name: "an IAM user's wrong password", expect: [], record: signIn(user('alice'), { result: 'Failure' }) },
];
