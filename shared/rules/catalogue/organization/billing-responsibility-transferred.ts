import { call, denied } from '../../../events/example.ts';
import { objectAt, textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { namedInCall } from '../../named-in-call.ts';

type Message = 'invited' | 'ended';

export default defineRule({
  id: 'billing-responsibility-transferred',
  kind: 'incident',
  severity: 'high',
  on: {
    actions: [
      'organizations:InviteOrganizationToTransferResponsibility',
      'organizations:TerminateResponsibilityTransfer',
    ],
  },
  outcome: 'attempted',
  title: 'Responsibility for the bills of an organisation transferred',
  why: 'Whoever takes over the bills sees what every account spends and on what, and may set prices; whoever ends a transfer gives the bills back to accounts that do not expect them.',
  fix: 'Ask finance. Cancel the invitation or withdraw from the transfer if nobody ordered it.',
  misses:
    'Transfers that were agreed before. The acceptance: see organization-account-moved-or-invited, which tells every accepted handshake.',
  falsePositives: 'Starting or ending the contract with a reseller.',
  attack: ['T1098', 'T1657'],
  messages: {
    invited: {
      done: '{actor} invited {target} to hand over responsibility for its bills.',
      tried: '{actor} tried to invite somebody to hand over responsibility for bills; AWS refused it.',
    },
    ended: {
      done: '{actor} ended transfer {target} of responsibility for bills.',
      tried: '{actor} tried to end a transfer of responsibility for bills; AWS refused it.',
    },
  },

  evaluate(event) {
    const message: Message = event.name.startsWith('Terminate') ? 'ended' : 'invited';
    const target =
      textAt(event.request, 'id') ?? textAt(objectAt(event.request, 'target'), 'id') ?? 'unknown';
    const severity = message === 'ended' ? 'medium' : 'high';
    return [{ message, severity, resource: namedInCall(event), aspect: target, data: { target } }];
  },
});

export const examples = (): Example[] => [
  {
    name: 'an invitation',
    expect: ['invited'],
    severity: 'high',
    record: call('organizations:InviteOrganizationToTransferResponsibility', {
      request: { type: 'BILLING', target: { type: 'ACCOUNT', id: '444455556666' }, sourceName: 'customer' },
    }),
  },
  {
    name: 'ended',
    expect: ['ended'],
    severity: 'medium',
    record: call('organizations:TerminateResponsibilityTransfer', { request: { id: 'rt-a1b2c3d4' } }),
  },
  {
    name: 'refused',
    expect: ['ended'],
    severity: 'low',
    record: call('organizations:TerminateResponsibilityTransfer', {
      error: denied('organizations:TerminateResponsibilityTransfer'),
    }),
  },
  {
    name: 'is no such transfer',
    expect: [],
    record: call('organizations:TerminateResponsibilityTransfer', {
      request: { id: 'rt-a1b2c3d4' },
      error: { code: 'ResponsibilityTransferNotFoundException' },
    }),
  },
];
