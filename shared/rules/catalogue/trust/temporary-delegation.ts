import { call, denied, identityCenterUser } from '../../../events/example.ts';
import type { Action, IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example, type Match } from '../../define-rule.ts';
import { findText } from '../../find-text.ts';

type Message = 'requested' | 'associated' | 'accepted' | 'released' | 'exchanged';

/** IAM User Guide, "IAM temporary delegation": asked for by a partner, accepted, then released by a token that the partner trades in. */
const rows: Readonly<Record<string, readonly [Message, NonNullable<Match['severity']>]>> = {
  'iam:CreateDelegationRequest': ['requested', 'low'],
  'iam:AssociateDelegationRequest': ['associated', 'low'],
  'iam:AcceptDelegationRequest': ['accepted', 'medium'],
  'iam:SendDelegationToken': ['released', 'high'],
  'sts:GetDelegatedAccessToken': ['exchanged', 'medium'],
};

const requestOf = (event: IamEvent): string =>
  textAt(event.request, 'delegationRequestId') ??
  textAt(event.response, 'delegationRequestId') ??
  'not logged';

export default defineRule({
  id: 'temporary-delegation',
  kind: 'incident',
  severity: 'high',
  on: { actions: Object.keys(rows) as Action[] },
  outcome: 'attempted',
  title: 'Access delegated to the provider of a product for a time',
  why: 'Whoever holds the token acts in the account with the permissions of the request, in the name of the person who accepted it. A request that comes by mail is a way to be talked into that.',
  fix: 'Read the request (aws iam get-delegation-request). Reject it while the token is not sent; afterwards revoke the sessions of who accepted it, and look for roles with the permissions boundary that the provider has made.',
  misses:
    'What the provider does with the access, beyond what other rules tell. Which template of permissions was asked for.',
  falsePositives: 'Connecting a product of a partner, once each.',
  attack: ['T1199', 'T1566.002'],
  messages: {
    requested: {
      done: '{actor} made delegation request {request}, which asks an account for access.',
      tried: '{actor} tried to make a delegation request; AWS refused it.',
    },
    associated: {
      done: '{actor} took on delegation request {request}, to have it decided.',
      tried: '{actor} tried to take on a delegation request; AWS refused it.',
    },
    accepted: {
      done: '{actor} accepted delegation request {request}. The token is not sent yet.',
      tried: '{actor} tried to accept delegation request {request}; AWS refused it.',
    },
    released: {
      done: '{actor} sent the token of delegation request {request}: its provider now has access.',
      tried: '{actor} tried to send the token of delegation request {request}; AWS refused it.',
    },
    exchanged: {
      done: '{actor} traded in a delegation token and acts as {principal}.',
      tried: '{actor} tried to trade in a delegation token; AWS refused it.',
    },
  },
  undo: { accepted: 'aws iam reject-delegation-request --delegation-request-id {request}' },

  evaluate(event) {
    const row = rows[event.action];
    if (!row) return [];
    const [message, severity] = row;
    const request = requestOf(event);
    const principal = findText(event.response, 'assumedPrincipal') ?? 'an unknown principal';
    return [
      { message, severity, resource: accountArn(event), aspect: request, data: { request, principal } },
    ];
  },
});

const request = { delegationRequestId: 'e4bdcdae-4f66-11ed-aaaa-examplerequest' };
const by = () => identityCenterUser('carol');

export const examples = (): Example[] => [
  {
    name: 'requested',
    expect: ['requested'],
    severity: 'low',
    record: call('iam:CreateDelegationRequest', { response: request }),
  },
  {
    name: 'taken on',
    expect: ['associated'],
    record: call('iam:AssociateDelegationRequest', { by: by(), request }),
  },
  {
    name: 'accepted',
    expect: ['accepted'],
    severity: 'medium',
    record: call('iam:AcceptDelegationRequest', { by: by(), request }),
  },
  {
    name: 'the token sent',
    expect: ['released'],
    severity: 'high',
    record: call('iam:SendDelegationToken', { by: by(), request }),
  },
  {
    name: 'traded in',
    expect: ['exchanged'],
    severity: 'medium',
    record: call('sts:GetDelegatedAccessToken', {
      response: { assumedPrincipal: 'arn:aws:sts::111122223333:assumed-role/admin/carol' },
    }),
  },
  {
    name: 'refused',
    expect: ['released'],
    severity: 'medium',
    record: call('iam:SendDelegationToken', { error: denied('iam:SendDelegationToken') }),
  },
  {
    name: 'an expired token',
    expect: [],
    record: call('sts:GetDelegatedAccessToken', { error: { code: 'ExpiredTradeInTokenException' } }),
  },
];
