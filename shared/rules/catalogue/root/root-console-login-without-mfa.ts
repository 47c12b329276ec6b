import { root, signIn, user } from '../../../events/example.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'root-console-login-without-mfa',
  kind: 'incident',
  severity: 'critical',
  on: { actions: ['signin:ConsoleLogin'] },
  title: 'Root user signed in to the console without MFA',
  why: "A password alone opened the account's most powerful identity. AWS demands MFA of root users, so this is either an account in its period of grace or one whose root MFA was removed.",
  fix: "Find out who signed in. If it was one of you, register MFA for root now; if not, reset the root password from the account's mailbox, end the session by changing it, and contact AWS Support.",
  misses:
    'What was done in the session (root-api-activity). Use of a root access key, which needs no sign-in.',
  falsePositives: 'The first sign-in to a new account, before MFA can have been registered.',
  attack: ['T1078.004'],
  messages: {
    signedIn: 'The root user of account {account} signed in to the console from {sourceIp} without MFA.',
  },

  evaluate(event) {
    // A record that does not say "Yes" counts as without: root sign-ins are never federated, so AWS knows.
    if (event.actor.type !== 'Root' || event.actor.mfa === 'yes') return [];
    return [{ message: 'signedIn', resource: accountArn(event), data: {} }];
  },
});

export const examples = (): Example[] => [
  { name: 'root, MFAUsed "No"', expect: ['signedIn'], severity: 'critical', record: signIn(root()) },
  {
    name: 'root, nothing said about MFA',
    expect: ['signedIn'],
    record: signIn(root(), { additional: { MobileVersion: 'No' } }),
  },
  { name: 'root, with MFA', expect: [], record: signIn(root(), { mfa: true }) },
  { name: 'root, wrong password', expect: [], record: signIn(root(), { result: 'Failure' }) },
  { name: 'an IAM user without MFA', expect: [], record: signIn(user('alice')) },
];
