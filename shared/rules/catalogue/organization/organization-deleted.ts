import { call, denied, identityCenterUser } from '../../../events/example.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'organization-deleted',
  kind: 'incident',
  severity: 'critical',
  on: { actions: ['organizations:DeleteOrganization'] },
  outcome: 'attempted',
  title: 'Organisation deleted',
  why: 'Every guardrail, the organisation’s trail, its delegated administrators and IAM Identity Center end with it; nothing brings them back.',
  fix: 'Treat the management account as taken over: secure its root user and administrators first, then call AWS Support and build the organisation again.',
  misses: 'Members that are taken out one by one before: see organization-account-moved-or-invited.',
  falsePositives:
    'Closing a test organisation. It must have no members left, so that this does not happen by mistake.',
  attack: ['T1531', 'T1562'],
  messages: {
    deleted: {
      done: '{actor} deleted the organisation of account {account}.',
      tried: '{actor} tried to delete the organisation of account {account}; AWS refused it.',
    },
  },

  evaluate: (event) => [{ message: 'deleted', resource: accountArn(event), data: {} }],
});

export const examples = (): Example[] => [
  {
    name: 'deleted',
    expect: ['deleted'],
    severity: 'critical',
    record: call('organizations:DeleteOrganization', { by: identityCenterUser('carol') }),
  },
  {
    name: 'refused',
    expect: ['deleted'],
    severity: 'high',
    record: call('organizations:DeleteOrganization', { error: denied('organizations:DeleteOrganization') }),
  },
  {
    name: 'it still has members',
    expect: [],
    record: call('organizations:DeleteOrganization', { error: { code: 'OrganizationNotEmptyException' } }),
  },
];
