import { call, denied } from '../../../events/example.ts';
import type { Action } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { accountArn } from '../../../events/target.ts';
import { defineRule, type Example, type Match } from '../../define-rule.ts';

type Message = 'lifted' | 'removed' | 'enforced' | 'added' | 'application';

/**
 * AWS Sign-In User Guide, "Controlling console access with resource-based policies": statements limit sign-in to networks, and count once
 * the configuration is enabled.
 */
const rows: Readonly<Record<string, readonly [Message, NonNullable<Match['severity']>]>> = {
  'signin:DeleteConsoleAuthorizationConfiguration': ['lifted', 'high'],
  'signin:DeleteResourcePermissionStatement': ['removed', 'high'],
  'signin:PutConsoleAuthorizationConfiguration': ['enforced', 'medium'],
  'signin:PutResourcePermissionStatement': ['added', 'medium'],
  'signin:CreateTrustedIdentityPropagationApplicationForConsole': ['application', 'low'],
};

const tried = '{actor} tried to change where the console may be entered from ({eventName}); AWS refused it.';

export default defineRule({
  id: 'console-network-limits-changed',
  kind: 'incident',
  severity: 'high',
  on: { actions: Object.keys(rows) as Action[] },
  outcome: 'attempted',
  title: 'Networks that the console may be entered from changed',
  why: 'Without the limits a stolen password is enough from anywhere, for the root user also. Set to other networks, they lock your own people out.',
  fix: 'Put the statements and the configuration back. Who is locked out can still do so with access keys or a role: the limits hold for the console only.',
  misses:
    'Resource control policies of the organisation with the same effect: see scp-weakened. Calls with access keys, which are not limited.',
  falsePositives: 'Setting up the limits; new offices.',
  attack: ['T1562.007', 'T1531'],
  messages: {
    lifted: {
      done: '{actor} switched off which networks the console may be entered from ({target}).',
      tried,
    },
    removed: {
      done: '{actor} removed statement {statement}, which limits where the console may be entered from.',
      tried,
    },
    enforced: {
      done: '{actor} put limits into force of where the console may be entered from ({target}).',
      tried,
    },
    added: {
      done: '{actor} limited where the console may be entered from: {network}.',
      tried,
    },
    application: {
      done: '{actor} let the console pass the identity of people on to services.',
      tried,
    },
  },
  undo: { added: 'aws signin delete-resource-permission-statement --statement-id {statement}' },

  evaluate(event) {
    const row = rows[event.action];
    if (!row) return [];
    const [message, severity] = row;
    const { request, response } = event;
    const limits = ['sourceVpc', 'signinSourceVpce', 'consoleSourceVpce', 'vpcSourceIp', 'sourceIp'];
    const networks = [
      ...limits.flatMap((field) => textAt(request, field) ?? []),
      ...(textAt(request, 'excludedPrincipal') === undefined
        ? []
        : [`not for ${textAt(request, 'excludedPrincipal')}`]),
    ];
    const data = {
      target: textAt(request, 'targetId') ?? textAt(response, 'targetId') ?? event.accountId,
      statement: textAt(request, 'statementId') ?? textAt(response, 'statementId') ?? 'unknown',
      network: networks.length > 0 ? networks : ['not logged'],
    };
    return [{ message, severity, resource: accountArn(event), aspect: event.name, data }];
  },
});

export const examples = (): Example[] => [
  {
    name: 'switched off',
    expect: ['lifted'],
    severity: 'high',
    record: call('signin:DeleteConsoleAuthorizationConfiguration', { request: { targetId: '111122223333' } }),
  },
  {
    name: 'a statement removed',
    expect: ['removed'],
    record: call('signin:DeleteResourcePermissionStatement', { request: { statementId: 'a1b2c3' } }),
  },
  {
    name: 'in force',
    expect: ['enforced'],
    severity: 'medium',
    record: call('signin:PutConsoleAuthorizationConfiguration', { request: { targetId: '111122223333' } }),
  },
  {
    name: 'a network',
    expect: ['added'],
    record: call('signin:PutResourcePermissionStatement', {
      request: { sourceIp: '198.51.100.0/24', excludedPrincipal: 'arn:aws:iam::111122223333:role/admin' },
      response: { statementId: 'a1b2c3' },
    }),
  },
  {
    name: 'identities passed on',
    expect: ['application'],
    severity: 'low',
    record: call('signin:CreateTrustedIdentityPropagationApplicationForConsole'),
  },
  {
    name: 'refused',
    expect: ['removed'],
    severity: 'medium',
    record: call('signin:DeleteResourcePermissionStatement', {
      error: denied('signin:DeleteResourcePermissionStatement'),
    }),
  },
  {
    name: 'no such statement',
    expect: [],
    record: call('signin:DeleteResourcePermissionStatement', {
      request: { statementId: 'a1b2c3' },
      error: { code: 'ResourceNotFoundException' },
    }),
  },
];
