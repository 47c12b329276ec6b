import { call, denied, root } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { otherAccountArn } from '../../other-account.ts';

export default defineRule({
  id: 'account-closed',
  kind: 'incident',
  severity: 'critical',
  on: { actions: ['organizations:CloseAccount', 'account:CloseAccount'] },
  outcome: 'attempted',
  title: 'AWS account closed',
  why: 'Everything in the account stops, and is deleted for good after 90 days: destruction of a whole account by one call.',
  fix: 'If nobody meant it, open a case with AWS Support now: a closed account can be reopened for 90 days.',
  misses: 'Accounts whose bill is not paid. Which data was in the account.',
  falsePositives: 'Sandbox accounts that are thrown away after use.',
  attack: ['T1485', 'T1531'],
  messages: {
    closed: {
      done: '{actor} closed account {closed}.',
      tried: '{actor} tried to close account {closed}; AWS refused it.',
    },
  },

  evaluate(event) {
    const closed = textAt(event.request, 'accountId') ?? event.accountId;
    return [{ message: 'closed', resource: otherAccountArn(event, closed), data: { closed } }];
  },
});

export const examples = (): Example[] => [
  {
    name: 'a member account',
    expect: ['closed'],
    severity: 'critical',
    record: call('organizations:CloseAccount', { request: { accountId: '444455556666' } }),
  },
  { name: 'its own account', expect: ['closed'], record: call('account:CloseAccount', { by: root() }) },
  {
    name: 'refused',
    expect: ['closed'],
    severity: 'high',
    record: call('organizations:CloseAccount', { error: denied('organizations:CloseAccount') }),
  },
  {
    name: 'closed already',
    expect: [],
    record: call('organizations:CloseAccount', {
      request: { accountId: '444455556666' },
      error: { code: 'AccountAlreadyClosedException' },
    }),
  },
];
