import { call, denied, service, user } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { policyHolderOf } from '../../policy-holder.ts';

export default defineRule({
  id: 'inline-policy-on-group',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['iam:PutGroupPolicy'] },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  infrastructureAsCode: 'lower',
  title: 'Inline policy written on a group',
  why: 'All members gain what it allows at once, and an inline policy shows up in no list of managed policies.',
  fix: 'Read the policy. Move what is wanted into a managed policy, delete the rest, and check who belongs to the group.',
  misses:
    'What the policy allows: policy-document-grants-admin looks at that. Whether it replaced an older one of the same name.',
  falsePositives: 'Teams that manage groups by hand or with Terraform, which IAM cannot tell from a person.',
  attack: ['T1098.003'],
  messages: {
    written: {
      done: '{actor} wrote inline policy {policy} on group {group}.',
      tried: '{actor} tried to write an inline policy on {resource}; AWS refused it.',
    },
  },
  undo: { written: 'aws iam delete-group-policy --group-name {group} --policy-name {policy}' },

  evaluate(event) {
    const { name: group, arn: resource } = policyHolderOf(event);
    const policy = textAt(event.request, 'policyName') ?? 'unknown';
    return [{ message: 'written', resource, data: { group, policy } }];
  },
});

const request = { groupName: 'operators', policyName: 'extra', policyDocument: '{"Statement":[]}' };

export const examples = (): Example[] => [
  {
    name: 'by hand',
    expect: ['written'],
    severity: 'medium',
    record: call('iam:PutGroupPolicy', { request }),
  },
  {
    name: 'through CloudFormation',
    expect: ['written'],
    severity: 'low',
    record: call('iam:PutGroupPolicy', {
      request,
      by: user('bob', { invokedBy: 'cloudformation.amazonaws.com' }),
    }),
  },
  {
    name: 'refused',
    expect: ['written'],
    severity: 'low',
    record: call('iam:PutGroupPolicy', { error: denied('iam:PutGroupPolicy', 'group operators') }),
  },
  {
    name: 'by an AWS service',
    expect: [],
    record: call('iam:PutGroupPolicy', { request, by: service('controltower.amazonaws.com') }),
  },
  {
    name: 'a malformed document',
    expect: [],
    record: call('iam:PutGroupPolicy', { request, error: { code: 'MalformedPolicyDocumentException' } }),
  },
];
