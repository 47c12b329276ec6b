import { call, denied, service } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { attachedAdminPolicyOf, isAdminPolicy } from '../../admin-policies.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { policyHolderOf } from '../../policy-holder.ts';

export default defineRule({
  id: 'admin-policy-attached-to-role',
  kind: 'condition',
  severity: 'high',
  on: { actions: ['iam:AttachRolePolicy'] },
  outcome: 'attempted',
  title: 'Administrator policy attached to a role',
  why: 'Everyone whom the trust policy lets in, and every machine that carries the role, now controls the account.',
  fix: 'Detach the policy and grant what the role needs instead. Read the trust policy to see who could have used it meanwhile.',
  misses:
    'Customer-managed policies of another name, whatever they allow: policy-document-grants-admin reads their documents as they are written. Whether anybody can take on the role.',
  falsePositives:
    'Deployment roles of CDK or Terraform, and roles that AWS Control Tower makes for its own use. A customer-managed policy that only bears the name of an AWS one.',
  attack: ['T1098.003', 'T1078.004'],
  messages: {
    attached: {
      done: '{actor} attached {policy} to role {holder}.',
      tried: '{actor} tried to attach {policy} to {resource}; AWS refused it.',
    },
    unknown: {
      done: '{actor} attached a policy to role {holder}; CloudTrail did not log which.',
      tried:
        '{actor} tried to attach a policy to {resource}; AWS refused it and CloudTrail did not log which.',
    },
  },
  undo: { attached: 'aws iam detach-role-policy --role-name {holder} --policy-arn {policy}' },
  undoneBy: [
    {
      // IAM deletes a role only after its policies are detached, so there is no other end.
      actions: ['iam:DetachRolePolicy'],
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
const attach = (policyArn: string) => ({ request: { roleName: 'deployer', policyArn } });

export const examples = (): Example[] => [
  {
    name: 'AdministratorAccess',
    expect: ['attached'],
    severity: 'high',
    record: call('iam:AttachRolePolicy', attach(admin)),
  },
  {
    name: 'a policy that can grant itself the rest',
    expect: ['attached'],
    record: call('iam:AttachRolePolicy', attach('arn:aws:iam::aws:policy/IAMFullAccess')),
  },
  {
    name: 'by a service',
    expect: ['attached'],
    record: call('iam:AttachRolePolicy', { ...attach(admin), by: service('controltower.amazonaws.com') }),
  },
  {
    name: 'a refused attempt, of which CloudTrail logs no policy',
    expect: ['unknown'],
    severity: 'medium',
    record: call('iam:AttachRolePolicy', {
      error: denied('iam:AttachRolePolicy', 'role deployer'),
    }),
  },
  {
    name: 'a narrow policy',
    expect: [],
    record: call('iam:AttachRolePolicy', attach('arn:aws:iam::aws:policy/ReadOnlyAccess')),
  },
  {
    name: 'a policy whose name only begins like it',
    expect: [],
    record: call('iam:AttachRolePolicy', attach('arn:aws:iam::aws:policy/AdministratorAccess-Amplify')),
  },
  {
    name: 'no such role',
    expect: [],
    record: call('iam:AttachRolePolicy', { ...attach(admin), error: { code: 'NoSuchEntityException' } }),
  },
];
