import { call, denied, service } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { objectAt, textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { findText } from '../../find-text.ts';
import { otherAccountArn } from '../../other-account.ts';

type Message = 'moved' | 'invited' | 'accepted' | 'removed' | 'created';

const messageOf: Readonly<Record<string, Message>> = {
  MoveAccount: 'moved',
  InviteAccountToOrganization: 'invited',
  AcceptHandshake: 'accepted',
  RemoveAccountFromOrganization: 'removed',
  CreateAccount: 'created',
  CreateGovCloudAccount: 'created',
};

const accountOf = (event: IamEvent): string | undefined =>
  textAt(event.request, 'accountId') ??
  textAt(objectAt(event.request, 'target'), 'id') ??
  findText(event.response, 'accountId');

export default defineRule({
  id: 'organization-account-moved-or-invited',
  kind: 'incident',
  severity: 'high',
  on: {
    actions: [
      'organizations:MoveAccount',
      'organizations:InviteAccountToOrganization',
      'organizations:RemoveAccountFromOrganization',
      'organizations:CreateAccount',
      'organizations:CreateGovCloudAccount',
      'organizations:AcceptHandshake',
    ],
  },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  title: 'Account moved, invited, removed or created in the organisation',
  why: 'Where an account sits decides which guardrails bind it. An invited or new account is inside everything that trusts the organisation.',
  fix: 'Move the account back or remove it unless a change request names it. Check the guardrails of the unit it is in now.',
  misses:
    'What the guardrails of the old and the new unit are. An account that accepts is the one that the call is made in; the organisation it joins is named in its answer only.',
  falsePositives: 'Account vending by a pipeline. AWS Control Tower is left out where it acts as a service.',
  attack: ['T1666', 'T1136.003'],
  messages: {
    moved: {
      done: '{actor} moved account {target} from {from} to {to}.',
      tried: '{actor} tried to move an account of the organisation; AWS refused it.',
    },
    invited: {
      done: '{actor} invited account {target} into the organisation.',
      tried: '{actor} tried to invite an account into the organisation; AWS refused it.',
    },
    accepted: {
      done: '{actor} accepted handshake {handshake}: account {account} joins an organisation, or one is changed by it.',
      tried: '{actor} tried to accept a handshake of an organisation; AWS refused it.',
    },
    removed: {
      done: '{actor} removed account {target} from the organisation.',
      tried: '{actor} tried to remove an account from the organisation; AWS refused it.',
    },
    created: {
      done: '{actor} created an account in the organisation.',
      tried: '{actor} tried to create an account in the organisation; AWS refused it.',
    },
  },
  undo: {
    moved:
      'aws organizations move-account --account-id {target} --source-parent-id {to} --destination-parent-id {from}',
  },

  evaluate(event) {
    const message = messageOf[event.name];
    if (message === undefined) return [];
    const target = accountOf(event);
    const data = {
      target: target ?? 'unknown',
      from: textAt(event.request, 'sourceParentId') ?? 'unknown',
      to: textAt(event.request, 'destinationParentId') ?? 'unknown',
      handshake: textAt(event.request, 'handshakeId') ?? 'unknown',
    };
    const resource = otherAccountArn(event, target);
    return [{ message, resource, data, ...(message === 'created' ? { severity: 'medium' } : {}) }];
  },
});

const move = {
  request: { accountId: '444455556666', sourceParentId: 'ou-ab12-locked', destinationParentId: 'r-ab12' },
};

export const examples = (): Example[] => [
  { name: 'moved', expect: ['moved'], severity: 'high', record: call('organizations:MoveAccount', move) },
  {
    name: 'invited',
    expect: ['invited'],
    record: call('organizations:InviteAccountToOrganization', {
      request: { target: { type: 'ACCOUNT', id: '444455556666' } },
    }),
  },
  {
    name: 'accepted',
    expect: ['accepted'],
    severity: 'high',
    record: call('organizations:AcceptHandshake', { request: { handshakeId: 'h-examplehandshakeid111' } }),
  },
  {
    name: 'removed',
    expect: ['removed'],
    record: call('organizations:RemoveAccountFromOrganization', { request: { accountId: '444455556666' } }),
  },
  {
    name: 'created',
    expect: ['created'],
    severity: 'medium',
    record: call('organizations:CreateAccount', {
      request: { accountName: '****', email: '****' },
      response: { createAccountStatus: { id: 'car-a1b2c3d4', state: 'IN_PROGRESS' } },
    }),
  },
  {
    name: 'refused',
    expect: ['moved'],
    severity: 'medium',
    record: call('organizations:MoveAccount', { error: denied('organizations:MoveAccount') }),
  },
  {
    name: 'by an AWS service',
    expect: [],
    record: call('organizations:MoveAccount', { ...move, by: service('controltower.amazonaws.com') }),
  },
  {
    name: 'no such unit',
    expect: [],
    record: call('organizations:MoveAccount', {
      ...move,
      error: { code: 'DestinationParentNotFoundException' },
    }),
  },
];
