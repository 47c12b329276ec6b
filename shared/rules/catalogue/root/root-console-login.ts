import { consoleUser, root, signIn } from '../../../events/example.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'root-console-login',
  kind: 'incident',
  severity: 'high',
  on: { actions: ['signin:ConsoleLogin'] },
  title: 'Root user signed in to the console',
  why: "No policy but an organization's service control policies binds the root user: whoever holds this session can close the account, read everything and lock everyone else out.",
  fix: 'Ask the keepers of the root password whether one of them signed in, and for which task only root can do. If nobody did, reset the root password and MFA at once and contact AWS Support.',
  misses:
    'A sign-in without MFA, which root-console-login-without-mfa reports. Calls made with a root access key, which need no sign-in (root-api-activity).',
  falsePositives:
    'Planned tasks that only root can do, such as closing the account or restoring an IAM administrator.',
  attack: ['T1078.004'],
  messages: {
    signedIn: 'The root user of account {account} signed in to the console from {sourceIp} with MFA.',
  },

  evaluate(event) {
    // Without MFA it is another rule's, critical: one sign-in, one leading match.
    if (event.actor.type !== 'Root' || event.actor.mfa !== 'yes') return [];
    return [{ message: 'signedIn', resource: accountArn(event), data: {} }];
  },
});

export const examples = (): Example[] => [
  { name: 'root, with MFA', expect: ['signedIn'], severity: 'high', record: signIn(root(), { mfa: true }) },
  {
    name: 'root in China, with an empty ARN',
    expect: ['signedIn'],
    record: signIn(root({ arn: '' }), { mfa: true, region: 'cn-north-1' }),
  },
  { name: "root, without MFA: the other rule's", expect: [], record: signIn(root()) },
  { name: 'root, wrong password', expect: [], record: signIn(root(), { mfa: true, result: 'Failure' }) },
  { name: 'an IAM user named root', expect: [], record: signIn(consoleUser('root', true), { mfa: true }) },
];
