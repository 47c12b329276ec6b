import { call, denied, service, user } from '../../../events/example.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { policyHolderOf } from '../../policy-holder.ts';

export default defineRule({
  id: 'permissions-boundary-removed',
  kind: 'condition',
  severity: 'high',
  on: { actions: ['iam:DeleteUserPermissionsBoundary', 'iam:DeleteRolePermissionsBoundary'] },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  infrastructureAsCode: 'lower',
  title: 'Permissions boundary removed',
  why: 'Everything that the identity’s policies allow is now in force. Where boundaries keep teams from raising themselves, this is the raise.',
  fix: 'Put the boundary back, then look at what the identity did without it.',
  misses: 'Which boundary was removed: the call does not say. Identities that never had one.',
  falsePositives:
    'Retiring an identity: tools take the boundary off shortly before they delete it, and the deletion ends the finding.',
  attack: ['T1098.003', 'T1548.005'],
  messages: {
    removed: {
      done: '{actor} removed the permissions boundary of {holderKind} {holder}.',
      tried: '{actor} tried to remove the permissions boundary of {resource}; AWS refused it.',
    },
  },
  undoneBy: [
    {
      actions: [
        'iam:PutUserPermissionsBoundary',
        'iam:PutRolePermissionsBoundary',
        'iam:DeleteUser',
        'iam:DeleteRole',
      ],
      undoes: (event) => [{ resource: policyHolderOf(event).arn }],
    },
  ],

  evaluate(event) {
    const { kind: holderKind, name: holder, arn: resource } = policyHolderOf(event);
    return [{ message: 'removed', resource, data: { holderKind, holder } }];
  },
});

const request = { roleName: 'deployer' };

export const examples = (): Example[] => [
  {
    name: 'from a role',
    expect: ['removed'],
    severity: 'high',
    record: call('iam:DeleteRolePermissionsBoundary', { request }),
  },
  {
    name: 'from a user',
    expect: ['removed'],
    record: call('iam:DeleteUserPermissionsBoundary', { request: { userName: 'alice' } }),
  },
  {
    name: 'through CloudFormation',
    expect: ['removed'],
    severity: 'medium',
    record: call('iam:DeleteRolePermissionsBoundary', {
      request,
      by: user('bob', { invokedBy: 'cloudformation.amazonaws.com' }),
    }),
  },
  {
    name: 'refused',
    expect: ['removed'],
    severity: 'medium',
    record: call('iam:DeleteUserPermissionsBoundary', {
      error: denied('iam:DeleteUserPermissionsBoundary', 'user alice'),
    }),
  },
  {
    name: 'there was none',
    expect: [],
    record: call('iam:DeleteRolePermissionsBoundary', { request, error: { code: 'NoSuchEntityException' } }),
  },
  {
    name: 'by an AWS service',
    expect: [],
    record: call('iam:DeleteRolePermissionsBoundary', { request, by: service('controltower.amazonaws.com') }),
  },
];
