import { call, denied, role } from '../../../events/example.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'organization-left',
  kind: 'incident',
  severity: 'critical',
  on: { actions: ['organizations:LeaveOrganization'] },
  outcome: 'any',
  title: 'Account taken out of the organisation',
  why: 'Outside the organisation no service control policy, organisation trail or central detector holds for the account any more. It is what a thief of an account does first.',
  fix: 'If it succeeded, invite the account again at once and treat its credentials as stolen. If not, find out who tried and revoke what they used.',
  misses: 'Removal by the management account: see organization-account-moved-or-invited.',
  falsePositives: 'Accounts that are handed over to another company.',
  attack: ['T1666', 'T1562.008'],
  messages: {
    left: {
      done: '{actor} took account {account} out of its organisation.',
      tried: '{actor} tried to take account {account} out of its organisation; it did not succeed.',
    },
  },

  evaluate: (event) => [
    {
      message: 'left',
      resource: accountArn(event),
      // An attempt that fails for another reason than a missing right is as much an attempt.
      severity: event.outcome === 'succeeded' ? 'critical' : 'high',
      data: {},
    },
  ],
});

export const examples = (): Example[] => [
  { name: 'left', expect: ['left'], severity: 'critical', record: call('organizations:LeaveOrganization') },
  {
    name: 'refused',
    expect: ['left'],
    severity: 'high',
    record: call('organizations:LeaveOrganization', {
      by: role('leave', 'x'),
      error: denied('organizations:LeaveOrganization'),
    }),
  },
  {
    name: 'the account lacks a payment method',
    expect: ['left'],
    severity: 'high',
    record: call('organizations:LeaveOrganization', { error: { code: 'ConstraintViolationException' } }),
  },
  {
    name: 'somebody looks at the organisation',
    expect: [],
    record: call('organizations:DescribeOrganization', { readOnly: true }),
  },
];
