import { call, denied, role, user } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { otherAccountArn } from '../../other-account.ts';
import { mayBeRecon } from '../../recon-caller.ts';

export default defineRule({
  id: 'account-contact-discovery',
  kind: 'incident',
  severity: 'low',
  on: {
    actions: [
      'account:GetAlternateContact',
      'account:GetContactInformation',
      'organizations:DescribeAccount',
    ],
  },
  outcome: 'any',
  title: 'Contact data of an account read',
  why: 'Who answers for an account, with name, phone and e-mail address: what somebody needs who wants to be taken for its owner by AWS Support.',
  fix: 'Ask the caller. If nobody knows, look at what else was read, and whether the contacts were changed (account-contact-changed).',
  misses:
    'People who look at the account page of the console, and AWS’s own services. Roles that the setting scanners names.',
  falsePositives:
    'Scanners that check for a security contact, and programs that look up the name of an account: name their roles in the setting scanners.',
  attack: ['T1087.004', 'T1591'],
  messages: {
    read: {
      done: '{actor} read contact data of account {target} ({eventName}).',
      tried: '{actor} tried to read contact data of account {target} ({eventName}), which did not succeed.',
    },
  },

  evaluate(event, { settings }) {
    if (!mayBeRecon(event, settings)) return [];
    const target = textAt(event.request, 'accountId') ?? event.accountId;
    return [{ message: 'read', resource: otherAccountArn(event, target), data: { target } }];
  },
});

const read = (over: object = {}) =>
  call('account:GetAlternateContact', {
    request: { alternateContactType: 'SECURITY' },
    readOnly: true,
    ...over,
  });

export const examples = (): Example[] => [
  { name: 'with a key', expect: ['read'], severity: 'low', record: read() },
  {
    name: 'of another account, refused',
    expect: ['read'],
    severity: 'low',
    record: call('organizations:DescribeAccount', {
      request: { accountId: '444455556666' },
      error: denied('organizations:DescribeAccount'),
      readOnly: true,
    }),
  },
  {
    name: 'in the console',
    expect: [],
    record: read({ by: user('bob', { invokedBy: 'signin.amazonaws.com' }) }),
  },
  {
    name: 'by Security Hub',
    expect: [],
    record: read({
      by: role(
        'AWSServiceRoleForSecurityHub',
        'securityhub',
        {},
        '/aws-service-role/securityhub.amazonaws.com/',
      ),
    }),
  },
  {
    name: 'by a scanner',
    expect: [],
    record: read({ by: role('prowler', 'nightly') }),
    settings: { scanners: ['arn:aws:iam::*:role/prowler'] },
  },
];
