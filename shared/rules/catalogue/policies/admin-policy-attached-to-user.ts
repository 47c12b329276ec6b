import { call, denied, service } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { attachedAdminPolicyOf, isAdminPolicy } from '../../admin-policies.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { policyHolderOf } from '../../policy-holder.ts';

export default defineRule({
  id: 'admin-policy-attached-to-user',
  kind: 'condition',
  severity: 'high',
  on: { actions: ['iam:AttachUserPolicy'] },
  outcome: 'attempted',
  title: 'Administrator policy attached to a user',
  why: 'Whoever holds a key or the password of the user now controls the account, and keeps it after the session that granted it has ended.',
  fix: 'Detach the policy unless a change request names it. If the caller is not who should grant this, treat the caller as compromised and look at what the user did since.',
  misses:
    'Customer-managed policies of another name, whatever they allow: policy-document-grants-admin reads their documents as they are written.',
  falsePositives:
    'Setting up the first administrator of a new account. A customer-managed policy that only bears the name of an AWS one.',
  attack: ['T1098.003', 'T1078.004'],
  messages: {
    attached: {
      done: '{actor} attached {policy} to user {holder}.',
      tried: '{actor} tried to attach {policy} to {resource}; AWS refused it.',
    },
    unknown: {
      done: '{actor} attached a policy to user {holder}; CloudTrail did not log which.',
      tried:
        '{actor} tried to attach a policy to {resource}; AWS refused it and CloudTrail did not log which.',
    },
  },
  undo: { attached: 'aws iam detach-user-policy --user-name {holder} --policy-arn {policy}' },
  undoneBy: [
    {
      // IAM deletes a user only after its policies are detached, so there is no other end.
      actions: ['iam:DetachUserPolicy'],
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
const attach = (policyArn: string) => ({ request: { userName: 'alice', policyArn } });

export const examples = (): Example[] => [
  {
    name: 'AdministratorAccess',
    expect: ['attached'],
    severity: 'high',
    record: call('iam:AttachUserPolicy', attach(admin)),
  },
  {
    name: 'a policy that can grant itself the rest',
    expect: ['attached'],
    record: call('iam:AttachUserPolicy', attach('arn:aws:iam::aws:policy/IAMFullAccess')),
  },
  {
    name: 'by a service',
    expect: ['attached'],
    record: call('iam:AttachUserPolicy', { ...attach(admin), by: service('controltower.amazonaws.com') }),
  },
  {
    name: 'a refused attempt, of which CloudTrail logs no policy',
    expect: ['unknown'],
    severity: 'medium',
    record: call('iam:AttachUserPolicy', {
      error: denied('iam:AttachUserPolicy', 'user alice'),
    }),
  },
  {
    name: 'a narrow policy',
    expect: [],
    record: call('iam:AttachUserPolicy', attach('arn:aws:iam::aws:policy/ReadOnlyAccess')),
  },
  {
    name: 'a policy whose name only begins like it',
    expect: [],
    record: call('iam:AttachUserPolicy', attach('arn:aws:iam::aws:policy/AdministratorAccess-Amplify')),
  },
  {
    name: 'no such user',
    expect: [],
    record: call('iam:AttachUserPolicy', { ...attach(admin), error: { code: 'NoSuchEntityException' } }),
  },
];
