import { call, denied } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { otherAccountArn } from '../../other-account.ts';

export default defineRule({
  id: 'account-contact-changed',
  kind: 'incident',
  severity: 'medium',
  on: {
    actions: [
      'account:PutAlternateContact',
      'account:DeleteAlternateContact',
      'account:PutContactInformation',
    ],
  },
  outcome: 'attempted',
  title: 'Contact data of the account changed',
  why: 'AWS tells of abuse and of security events through these contacts. Who diverts them hides the warnings, and prepares to take over the root user with AWS Support.',
  fix: 'Put the right contacts back and check the root user’s e-mail address.',
  misses: 'The root user’s e-mail address: see root-email-changed. What stood there before.',
  falsePositives: 'New people in security, billing or operations.',
  attack: ['T1098', 'T1562'],
  messages: {
    changed: {
      done: '{actor} changed the {contact} contact of account {target} ({eventName}).',
      tried:
        '{actor} tried to change the {contact} contact of account {target} ({eventName}); AWS refused it.',
    },
  },

  evaluate(event) {
    const target =
      textAt(event.request, 'accountId') ?? textAt(event.request, 'AccountId') ?? event.accountId;
    const type =
      textAt(event.request, 'alternateContactType') ?? textAt(event.request, 'AlternateContactType');
    const contact = event.name === 'PutContactInformation' ? 'PRIMARY' : (type ?? 'ALTERNATE');
    return [
      {
        message: 'changed',
        resource: otherAccountArn(event, target),
        aspect: contact,
        data: { contact, target },
      },
    ];
  },
});

export const examples = (): Example[] => [
  {
    name: 'the security contact',
    expect: ['changed'],
    severity: 'medium',
    record: call('account:PutAlternateContact', {
      request: { alternateContactType: 'SECURITY', emailAddress: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
    }),
  },
  {
    name: 'the primary contact',
    expect: ['changed'],
    record: call('account:PutContactInformation', { request: { accountId: '444455556666' } }),
  },
  {
    name: 'refused',
    expect: ['changed'],
    severity: 'low',
    record: call('account:DeleteAlternateContact', { error: denied('account:DeleteAlternateContact') }),
  },
  {
    name: 'in error',
    expect: [],
    record: call('account:PutAlternateContact', { error: { code: 'ValidationException' } }),
  },
];
