import { call, denied, service, user } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { policyHolderOf } from '../../policy-holder.ts';

export default defineRule({
  id: 'permissions-boundary-changed',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['iam:PutUserPermissionsBoundary', 'iam:PutRolePermissionsBoundary'] },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  infrastructureAsCode: 'lower',
  title: 'Permissions boundary set or replaced',
  why: 'The boundary caps what the identity can do whatever its policies say. Replacing it by a wider policy frees everything the old one held back.',
  fix: 'Check that the policy is one of your boundary policies. If not, put the old boundary back; AWS Config or the event before this one tells which it was.',
  misses:
    'Whether the new boundary is wider than the old one. A change to the policy that serves as boundary: see policy-version-set-default.',
  falsePositives: 'Giving an identity its first boundary, which only takes away.',
  attack: ['T1098.003', 'T1548.005'],
  messages: {
    set: {
      done: '{actor} made {boundary} the permissions boundary of {holderKind} {holder}.',
      tried: '{actor} tried to set the permissions boundary of {resource}; AWS refused it.',
    },
  },

  evaluate(event) {
    const { kind: holderKind, name: holder, arn: resource } = policyHolderOf(event);
    const boundary = textAt(event.request, 'permissionsBoundary') ?? 'unknown';
    return [{ message: 'set', resource, data: { holderKind, holder, boundary } }];
  },
});

const request = {
  roleName: 'deployer',
  permissionsBoundary: 'arn:aws:iam::aws:policy/AdministratorAccess',
};

export const examples = (): Example[] => [
  {
    name: 'of a role',
    expect: ['set'],
    severity: 'medium',
    record: call('iam:PutRolePermissionsBoundary', { request }),
  },
  {
    name: 'of a user',
    expect: ['set'],
    record: call('iam:PutUserPermissionsBoundary', {
      request: { userName: 'alice', permissionsBoundary: 'arn:aws:iam::111122223333:policy/team' },
    }),
  },
  {
    name: 'through CloudFormation',
    expect: ['set'],
    severity: 'low',
    record: call('iam:PutRolePermissionsBoundary', {
      request,
      by: user('bob', { invokedBy: 'cloudformation.amazonaws.com' }),
    }),
  },
  {
    name: 'refused',
    expect: ['set'],
    severity: 'low',
    record: call('iam:PutUserPermissionsBoundary', {
      error: denied('iam:PutUserPermissionsBoundary', 'user alice'),
    }),
  },
  {
    name: 'by an AWS service',
    expect: [],
    record: call('iam:PutRolePermissionsBoundary', { request, by: service('controltower.amazonaws.com') }),
  },
  {
    name: 'no such role',
    expect: [],
    record: call('iam:PutRolePermissionsBoundary', { request, error: { code: 'NoSuchEntityException' } }),
  },
];
