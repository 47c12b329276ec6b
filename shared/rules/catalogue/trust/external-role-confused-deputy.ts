import { call, denied, user } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { targetRoleOf } from '../../../events/target.ts';
import { assumedRoleOf } from '../../assumed-role.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { foreignCallerOf } from '../../foreign-caller.ts';

export default defineRule({
  id: 'external-role-confused-deputy',
  kind: 'condition',
  severity: 'medium',
  on: { actions: ['sts:AssumeRole'] },
  needs: ['organizationAccounts'],
  title: 'Role taken on by a third party without an external id',
  why: 'The partner uses one account for all its customers. Without an external id any of them can give the partner your role’s ARN and have it work on your account (confused deputy).',
  fix: 'Ask the partner for your external id and demand it in the trust policy of the role (condition sts:ExternalId). Then the partner cannot be talked into using the role for somebody else.',
  misses:
    'Trust policies that do not demand the external id which the partner sends. Roles that nobody takes on. It is off until the setting organizationAccounts names your own accounts.',
  falsePositives:
    'A partner with an account for you alone, and accounts of your own that are not in the setting.',
  attack: ['T1199'],
  messages: {
    without:
      'Account {caller}, which is not of the organisation, took on role {role} without an external id.',
  },
  undoneBy: [
    {
      // Whether the new trust policy demands one shows at the next call: the finding then opens again.
      actions: ['iam:UpdateAssumeRolePolicy', 'iam:DeleteRole'],
      undoes(event) {
        const role = targetRoleOf(event);
        return role ? [{ resource: role.arn }] : [];
      },
    },
  ],

  evaluate(event, { settings: { organizationAccounts = [] } }) {
    const caller = foreignCallerOf(event);
    const assumed = assumedRoleOf(event);
    if (caller === undefined || !assumed || organizationAccounts.includes(caller)) return [];
    if (textAt(event.request, 'externalId') !== undefined) return [];
    return [{ message: 'without', resource: assumed.resource, data: { caller, role: assumed.name } }];
  },
});

const settings = { organizationAccounts: ['111122223333', '222233334444'] };
const assumes = (accountId: string, request: object = {}, over: object = {}) =>
  call('sts:AssumeRole', {
    by: { type: 'AWSAccount', principalId: 'AROAEXAMPLEEXAMPLE123:scan', accountId },
    request: {
      roleArn: 'arn:aws:iam::111122223333:role/Scanner',
      roleSessionName: 'scan',
      ...request,
    },
    readOnly: true,
    ...over,
  });

export const examples = (): Example[] => [
  { name: 'a partner', expect: ['without'], severity: 'medium', settings, record: assumes('333344445555') },
  {
    name: 'with an external id',
    expect: [],
    settings,
    record: assumes('333344445555', { externalId: 'a1b2c3' }),
  },
  { name: 'an account of the organisation', expect: [], settings, record: assumes('222233334444') },
  { name: 'a user of the account', expect: [], settings, record: assumes('', {}, { by: user('bob') }) },
  {
    name: 'refused',
    expect: [],
    settings,
    record: assumes('333344445555', {}, { error: denied('sts:AssumeRole') }),
  },
  {
    name: 'where the organisation is not configured',
    expect: [],
    undecided: 'off',
    record: assumes('333344445555'),
  },
];
