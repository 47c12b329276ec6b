import { call, denied, identityCenterUser, root, signIn, user } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';

/** The account whose address changes: the management account may name one of its members (Account Management API Reference). */
const targetOf = (event: IamEvent): { readonly account: string; readonly whose: string } => {
  const named = textAt(event.request, 'accountId') ?? textAt(event.request, 'AccountId');
  const account = named ?? event.accountId;
  const isUnknown = named === undefined && event.outcome === 'denied';
  return { account, whose: isUnknown ? 'an unknown account' : `account ${account}` };
};

export default defineRule({
  id: 'root-email-changed',
  kind: 'incident',
  severity: 'critical',
  outcome: 'attempted',
  on: {
    actions: [
      'signin:EmailUpdated',
      'account:StartPrimaryEmailUpdate',
      'account:AcceptPrimaryEmailUpdate',
      'iam:UpdateAccountEmailAddress',
    ],
  },
  title: 'E-mail address of the root user changed',
  why: 'The mailbox of this address can reset the root password. Who moves it to an own mailbox owns the account, and the old owner cannot recover it.',
  fix: 'Check the address with the owner of the account. If nobody of yours changed it, change it back from the management account (Account Management) or call AWS Support before the root password is recovered.',
  misses:
    'A mailbox or mail domain that changes hands without a change of the address. The new address is not shown: CloudTrail hides it.',
  falsePositives: 'A move of root addresses to a shared mailbox or to a new mail domain.',
  attack: ['T1098', 'T1531'],
  messages: {
    started: {
      done: '{actor} started to change the root e-mail address of {target}.',
      tried: '{actor} tried to start a change of the root e-mail address of {target}; AWS refused it.',
    },
    changed: {
      done: '{actor} changed the root e-mail address of {target}.',
      tried: '{actor} tried to change the root e-mail address of {target}; AWS refused it.',
    },
  },

  evaluate(event) {
    const { account, whose } = targetOf(event);
    const resource = `arn:${event.partition}:iam::${account}:root`;
    return event.name === 'StartPrimaryEmailUpdate'
      ? [{ message: 'started', severity: 'high', resource, data: { target: whose } }]
      : [{ message: 'changed', resource, data: { target: whose } }];
  },
});

export const examples = (): Example[] => {
  const request = { accountId: '444455556666' };
  return [
    {
      name: 'root changes its address in the console',
      expect: ['changed'],
      severity: 'critical',
      record: signIn(root(), { name: 'EmailUpdated', mfa: true }),
    },
    {
      name: "the management account starts a member's change",
      expect: ['started'],
      severity: 'high',
      record: call('account:StartPrimaryEmailUpdate', { by: identityCenterUser('carol'), request }),
    },
    {
      name: 'the management account completes it',
      expect: ['changed'],
      severity: 'critical',
      record: call('account:AcceptPrimaryEmailUpdate', { by: identityCenterUser('carol'), request }),
    },
    {
      name: 'by the account settings of IAM',
      expect: ['changed'],
      severity: 'critical',
      record: call('iam:UpdateAccountEmailAddress', { by: root() }),
    },
    {
      name: 'somebody without permission tries',
      expect: ['started'],
      severity: 'medium',
      record: call('account:StartPrimaryEmailUpdate', {
        by: user('bob'),
        error: denied('account:StartPrimaryEmailUpdate'),
      }),
    },
    {
      name: 'somebody without permission tries to complete it',
      expect: ['changed'],
      severity: 'high',
      record: call('account:AcceptPrimaryEmailUpdate', {
        by: user('bob'),
        error: denied('account:AcceptPrimaryEmailUpdate'),
      }),
    },
    {
      name: 'a wrong one-time code',
      expect: [],
      record: call('account:AcceptPrimaryEmailUpdate', { request, error: { code: 'ValidationException' } }),
    },
    {
      name: 'the change in the console failed',
      expect: [],
      record: signIn(root(), { name: 'EmailUpdated', result: 'Failure' }),
    },
  ];
};
