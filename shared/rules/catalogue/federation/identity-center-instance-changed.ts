import { call, denied } from '../../../events/example.ts';
import type { Action, IamEvent } from '../../../events/iam-event.ts';
import { isObject, textAt } from '../../../events/json.ts';
import { defineRule, type Example, type Match } from '../../define-rule.ts';
import { identityCenterOf } from '../../identity-center.ts';

type Message = 'created' | 'deleted' | 'network';

const messageOf: Readonly<Record<string, Message>> = {
  'sso:CreateInstance': 'created',
  'sso:StartSSO': 'created',
  'identitystore:CreateIdentityStore': 'created',
  'sso:DeleteInstance': 'deleted',
  'identitystore:DeleteIdentityStore': 'deleted',
  'identitystore:UpdateIdentityStore': 'network',
};

const severityOf: Readonly<Record<Message, NonNullable<Match['severity']>>> = {
  created: 'medium',
  deleted: 'high',
  network: 'medium',
};

const instanceOf = (event: IamEvent): string =>
  textAt(event.response, 'instanceArn') ?? identityCenterOf(event);

export default defineRule({
  id: 'identity-center-instance-changed',
  kind: 'incident',
  severity: 'medium',
  on: { actions: Object.keys(messageOf) as Action[] },
  outcome: 'attempted',
  title: 'Identity Center or its directory created, deleted or opened',
  why: 'A second instance has people and applications of its own that nobody watches. Deleting one locks everybody out; taking limits off its network lets stolen credentials be used from anywhere.',
  fix: 'Delete an instance that nobody ordered (a control policy can forbid sso:CreateInstance in members). After a deletion, use the break-glass access and call AWS Support.',
  misses: 'Instances that were there before. What the network limits of an identity store were.',
  falsePositives: 'Setting up IAM Identity Center, or trying an application in a member account.',
  attack: ['T1136.003', 'T1531'],
  messages: {
    created: {
      done: '{actor} set up IAM Identity Center or a directory of it in account {account} ({eventName}).',
      tried:
        '{actor} tried to set up IAM Identity Center in account {account} ({eventName}); AWS refused it.',
    },
    deleted: {
      done: '{actor} deleted IAM Identity Center or a directory of it in account {account} ({eventName}).',
      tried:
        '{actor} tried to delete IAM Identity Center in account {account} ({eventName}); AWS refused it.',
    },
    network: {
      done: '{actor} changed the directory of IAM Identity Center in account {account}, network limits: {limits}.',
      tried:
        '{actor} tried to change the directory of IAM Identity Center in account {account}; AWS refused it.',
    },
  },

  evaluate(event) {
    const message = messageOf[event.action];
    if (message === undefined) return [];
    const limits = event.request['networkConfiguration'];
    const data = { limits: isObject(limits) ? JSON.stringify(limits) : 'not named' };
    return [{ message, severity: severityOf[message], resource: instanceOf(event), data }];
  },
});

const instanceArn = 'arn:aws:sso:::instance/ssoins-1234567890abcdef';

export const examples = (): Example[] => [
  {
    name: 'an instance',
    expect: ['created'],
    severity: 'medium',
    record: call('sso:CreateInstance', { request: { name: 'mine' }, response: { instanceArn } }),
  },
  {
    name: 'an instance deleted',
    expect: ['deleted'],
    severity: 'high',
    record: call('sso:DeleteInstance', { request: { instanceArn } }),
  },
  ...(
    [
      ['sso:StartSSO', 'created', 'medium'],
      ['identitystore:CreateIdentityStore', 'created', 'medium'],
      ['identitystore:DeleteIdentityStore', 'deleted', 'high'],
    ] as const
  ).map(([action, message, severity]) => ({
    name: action,
    expect: [message],
    severity,
    record: call(action, { request: { identityStoreId: 'd-1234567890' } }),
  })),
  {
    name: 'network limits',
    expect: ['network'],
    severity: 'medium',
    record: call('identitystore:UpdateIdentityStore', {
      request: { identityStoreId: 'd-1234567890', networkConfiguration: { vpceAccessRequired: false } },
    }),
  },
  {
    name: 'refused',
    expect: ['created'],
    severity: 'low',
    record: call('sso:CreateInstance', { error: denied('sso:CreateInstance') }),
  },
  {
    name: 'there is one already',
    expect: [],
    record: call('sso:CreateInstance', {
      request: { name: 'mine' },
      error: { code: 'ServiceQuotaExceededException' },
    }),
  },
];
