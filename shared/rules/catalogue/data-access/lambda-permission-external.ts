import { call, denied } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import type { Facts } from '../../facts.ts';
import { isForeignPrincipal } from '../../foreign-principals.ts';
import { functionOf } from '../../lambda-function.ts';

type Message = 'anyone' | 'account' | 'service' | 'refused';

/** Says for whom or from where a service may call: without it, for any of its customers. */
const limits = ['sourceAccount', 'sourceArn', 'principalOrgID', 'eventSourceToken'];

const messageOf = (event: IamEvent, { settings }: Facts): Message | undefined => {
  const principal = textAt(event.request, 'principal');
  if (principal === undefined) return event.outcome === 'denied' ? 'refused' : undefined;
  const isLimited = limits.some((field) => textAt(event.request, field) !== undefined);
  if (principal === '*') return isLimited ? undefined : 'anyone';
  if (isForeignPrincipal(event, settings, principal)) return 'account';
  return /\.amazonaws\.com(\.cn)?$/.test(principal) && !isLimited ? 'service' : undefined;
};

export default defineRule({
  id: 'lambda-permission-external',
  kind: 'condition',
  severity: 'high',
  on: { actions: ['lambda:AddPermission'] },
  outcome: 'attempted',
  title: 'Lambda function opened to others',
  why: 'Whoever is let in can run the function with its role whenever they like: a way back in that needs no credential in your account.',
  fix: 'Remove the statement unless the partner is known; limit services by source account and ARN. Then read what the function can do and who called it since.',
  misses:
    'Layers that are shared. Functions behind an API, a topic or a queue that others can reach. Permissions given to roles of your own account.',
  falsePositives:
    'Public function URLs on purpose. Accounts of your organization or partners, until the settings organizationAccounts and trustedAccounts name them. Permissions for services that many tools give without a source are rated low.',
  attack: ['T1098', 'T1546', 'T1648'],
  messages: {
    anyone: {
      done: '{actor} let everybody call {action} of function {resource} (statement {statement}).',
      tried:
        '{actor} tried to let everybody call {action} of function {resource} (statement {statement}); AWS refused it.',
    },
    account: {
      done: '{actor} let {principal} of another account call {action} of function {resource} (statement {statement}).',
      tried:
        '{actor} tried to let {principal} of another account call {action} of function {resource} (statement {statement}); AWS refused it.',
    },
    service: {
      done: '{actor} let {principal} call {action} of function {resource} for any of its customers (statement {statement}).',
      tried:
        '{actor} tried to let {principal} call {action} of function {resource} for any of its customers (statement {statement}); AWS refused it.',
    },
    refused: {
      done: '{actor} changed the permissions of function {resource}; CloudTrail did not log how.',
      tried:
        '{actor} tried to change the permissions of function {resource}; AWS refused it and CloudTrail did not log how.',
    },
  },
  undo: {
    anyone:
      'aws lambda remove-permission --region {region} --function-name {resource} --statement-id {statement}',
    account:
      'aws lambda remove-permission --region {region} --function-name {resource} --statement-id {statement}',
    service:
      'aws lambda remove-permission --region {region} --function-name {resource} --statement-id {statement}',
  },
  undoneBy: [
    {
      actions: ['lambda:RemovePermission'],
      undoes(event) {
        const aspect = textAt(event.request, 'statementId');
        return aspect === undefined ? [] : [{ resource: functionOf(event), aspect }];
      },
    },
  ],

  evaluate(event, facts) {
    const message = messageOf(event, facts);
    if (message === undefined) return [];
    const statement = textAt(event.request, 'statementId') ?? 'unknown';
    const data = {
      statement,
      principal: textAt(event.request, 'principal') ?? 'unknown',
      action: textAt(event.request, 'action') ?? 'unknown',
    };
    const severity = { anyone: 'high', account: 'high', service: 'low', refused: 'medium' } as const;
    return [{ message, severity: severity[message], resource: functionOf(event), aspect: statement, data }];
  },
});

const add = (over: object, more: object = {}) =>
  call('lambda:AddPermission20150331v2', {
    request: {
      functionName: 'orders',
      statementId: 's1',
      action: 'lambda:InvokeFunction',
      ...over,
    },
    ...more,
  });

export const examples = (): Example[] => [
  { name: 'for everybody', expect: ['anyone'], severity: 'high', record: add({ principal: '*' }) },
  {
    name: 'a public URL',
    expect: ['anyone'],
    record: add({
      functionName: 'arn:aws:lambda:us-east-1:111122223333:function:orders',
      principal: '*',
      action: 'lambda:InvokeFunctionUrl',
      functionUrlAuthType: 'NONE',
    }),
  },
  {
    name: 'for another account',
    expect: ['account'],
    severity: 'high',
    record: add({ principal: '444455556666' }),
  },
  {
    name: 'for a role of another account',
    expect: ['account'],
    record: add({ principal: 'arn:aws:iam::444455556666:role/x' }),
  },
  {
    name: 'for all customers of a service',
    expect: ['service'],
    severity: 'low',
    record: add({ principal: 's3.amazonaws.com' }),
  },
  {
    name: 'refused',
    expect: ['refused'],
    severity: 'low',
    record: call('lambda:AddPermission20150331v2', {
      error: {
        ...denied('lambda:AddPermission', 'arn:aws:lambda:us-east-1:111122223333:function:orders'),
        code: 'AccessDeniedException',
      },
    }),
  },
  {
    name: 'for a known partner',
    expect: [],
    record: add({ principal: '444455556666' }),
    settings: { trustedAccounts: [{ account: '444455556666', name: 'Backup vendor' }] },
  },
  { name: 'for the own account', expect: [], record: add({ principal: '111122223333' }) },
  {
    name: 'for everybody of one organization',
    expect: [],
    record: add({ principal: '*', principalOrgID: 'o-a1b2c3d4e5' }),
  },
  {
    name: 'for a service and one source',
    expect: [],
    record: add({
      principal: 'events.amazonaws.com',
      sourceArn: 'arn:aws:events:us-east-1:111122223333:rule/nightly',
    }),
  },
  {
    name: 'there already',
    expect: [],
    record: add({ principal: '*' }, { error: { code: 'ResourceConflictException' } }),
  },
];
