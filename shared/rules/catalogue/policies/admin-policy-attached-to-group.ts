import { call, denied, service } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { attachedAdminPolicyOf, isAdminPolicy } from '../../admin-policies.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { policyHolderOf } from '../../policy-holder.ts';

export default defineRule({
  id: 'admin-policy-attached-to-group',
  kind: 'condition',
  severity: 'high',
  on: { actions: ['iam:AttachGroupPolicy'] },
  outcome: 'attempted',
  title: 'Administrator policy attached to a group',
  why: 'Every present and future member of the group controls the account. Adding a user to it later looks harmless.',
  fix: 'Detach the policy unless this is the administrators’ group. Review who is in the group and who may add members.',
  misses:
    'Customer-managed policies of another name, whatever they allow: policy-document-grants-admin reads their documents as they are written. Who is in the group.',
  falsePositives:
    'Setting up the administrators’ group of a new account. A customer-managed policy that only bears the name of an AWS one.',
  attack: ['T1098.003', 'T1078.004'],
  messages: {
    attached: {
      done: '{actor} attached {policy} to group {holder}.',
      tried: '{actor} tried to attach {policy} to {resource}; AWS refused it.',
    },
    unknown: {
      done: '{actor} attached a policy to group {holder}; CloudTrail did not log which.',
      tried:
        '{actor} tried to attach a policy to {resource}; AWS refused it and CloudTrail did not log which.',
    },
  },
  undo: { attached: 'aws iam detach-group-policy --group-name {holder} --policy-arn {policy}' },
  undoneBy: [
    {
      // IAM deletes a group only after its policies are detached, so there is no other end.
      actions: ['iam:DetachGroupPolicy'],
      undoes(event) {
        const policy = textAt(event.request, 'policyArn');
        return policy !== undefined && isAdminPolicy(policy)
          ? [{ resource: policyHolderOf(event).arn, aspect: policy }]
          : [];
      },
    },
  ],

  evaluate(event) {
    const attached = attachedAdminPolicyOf(event);
    if (!attached) return [];
    const { name: holder, arn: resource } = policyHolderOf(event);
    const { policy } = attached;
    return [
      {
        message: policy === 'unknown' ? 'unknown' : 'attached',
        resource,
        aspect: policy,
        data: { holder, policy },
      },
    ];
  },
});

const admin = 'arn:aws:iam::aws:policy/AdministratorAccess';
const attach = (policyArn: string) => ({ request: { groupName: 'operators', policyArn } });

export const examples = (): Example[] => [
  {
    name: 'AdministratorAccess',
    expect: ['attached'],
    severity: 'high',
    record: call('iam:AttachGroupPolicy', attach(admin)),
  },
  {
    name: 'a policy that can grant itself the rest',
    expect: ['attached'],
    record: call('iam:AttachGroupPolicy', attach('arn:aws:iam::aws:policy/IAMFullAccess')),
  },
  {
    name: 'by a service',
    expect: ['attached'],
    record: call('iam:AttachGroupPolicy', { ...attach(admin), by: service('controltower.amazonaws.com') }),
  },
  {
    name: 'a refused attempt, of which CloudTrail logs no policy',
    expect: ['unknown'],
    severity: 'medium',
    record: call('iam:AttachGroupPolicy', {
      error: denied('iam:AttachGroupPolicy', 'group operators'),
    }),
  },
  {
    name: 'a narrow policy',
    expect: [],
    record: call('iam:AttachGroupPolicy', attach('arn:aws:iam::aws:policy/ReadOnlyAccess')),
  },
  {
    name: 'a policy whose name only begins like it',
    expect: [],
    record: call('iam:AttachGroupPolicy', attach('arn:aws:iam::aws:policy/AdministratorAccess-Amplify')),
  },
  {
    name: 'no such group',
    expect: [],
    record: call('iam:AttachGroupPolicy', { ...attach(admin), error: { code: 'NoSuchEntityException' } }),
  },
];
