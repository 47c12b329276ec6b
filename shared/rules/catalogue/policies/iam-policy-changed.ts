import { call, denied } from '../../../events/example.ts';
import type { Action, IamEvent } from '../../../events/iam-event.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { policyHolderOf } from '../../policy-holder.ts';
import { writtenPolicyOf } from '../../written-policy.ts';

// CIS AWS Foundations Benchmark 4.4 ("Ensure IAM policy changes are monitored") names the first sixteen; SetDefaultPolicyVersion
// changes what is in force as well.
const actions: readonly Action[] = [
  'iam:DeleteGroupPolicy',
  'iam:DeleteRolePolicy',
  'iam:DeleteUserPolicy',
  'iam:PutGroupPolicy',
  'iam:PutRolePolicy',
  'iam:PutUserPolicy',
  'iam:CreatePolicy',
  'iam:DeletePolicy',
  'iam:CreatePolicyVersion',
  'iam:DeletePolicyVersion',
  'iam:AttachRolePolicy',
  'iam:DetachRolePolicy',
  'iam:AttachUserPolicy',
  'iam:DetachUserPolicy',
  'iam:AttachGroupPolicy',
  'iam:DetachGroupPolicy',
  'iam:SetDefaultPolicyVersion',
];

const changedBy = (event: IamEvent): string =>
  /^(Attach|Detach)/.test(event.name) ? policyHolderOf(event).arn : writtenPolicyOf(event).resource;

export default defineRule({
  id: 'iam-policy-changed',
  kind: 'inventory',
  severity: 'info',
  on: { actions },
  title: 'IAM policy changed',
  why: 'Auditors ask for a list of every change of permissions; this is it.',
  fix: 'Nothing at once. Compare the list with the change requests.',
  misses:
    'Trust policies, permissions boundaries, and policies of resources, of Identity Center and of the organisation.',
  falsePositives: 'None: this is a list.',
  attack: [],
  messages: { changed: '{actor} changed what is allowed: {eventName} on {resource}.' },

  evaluate: (event) => [{ message: 'changed', resource: changedBy(event), data: {} }],
});

const policyArn = 'arn:aws:iam::111122223333:policy/ops';

export const examples = (): Example[] => [
  {
    name: 'an inline policy of a role',
    expect: ['changed'],
    severity: 'info',
    record: call('iam:PutRolePolicy', {
      request: { roleName: 'web', policyName: 'read', policyDocument: '{"Statement":[]}' },
    }),
  },
  {
    name: 'a managed policy detached from a group',
    expect: ['changed'],
    record: call('iam:DetachGroupPolicy', { request: { groupName: 'ops', policyArn } }),
  },
  {
    name: 'another version in force',
    expect: ['changed'],
    record: call('iam:SetDefaultPolicyVersion', { request: { policyArn, versionId: 'v2' } }),
  },
  {
    name: 'refused',
    expect: [],
    record: call('iam:PutUserPolicy', { error: denied('iam:PutUserPolicy', 'user alice') }),
  },
  {
    name: 'a policy tagged',
    expect: [],
    record: call('iam:TagPolicy', { request: { policyArn, tags: [{ key: 'team', value: 'ops' }] } }),
  },
];
