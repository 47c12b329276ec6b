import { call, denied, service, user } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { accountArn, iamArn } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { refusedArnOf } from '../../resource-arn.ts';

export default defineRule({
  id: 'instance-profile-role-added',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['iam:AddRoleToInstanceProfile'] },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  infrastructureAsCode: 'lower',
  title: 'Role put into an instance profile',
  why: 'Every instance that carries the profile, also those that run already, hands out the credentials of the role from now on.',
  fix: 'Check that the role is meant for machines. If not, take it out of the profile and revoke its sessions.',
  misses: 'What the role allows and which instances carry the profile.',
  falsePositives:
    'Making a new profile in the console or by Terraform and Karpenter: each begins with this call. Name their roles in the setting pipelines: what they add is rated low.',
  attack: ['T1098.003'],
  messages: {
    added: {
      done: '{actor} put role {role} into instance profile {profile}.',
      tried: '{actor} tried to put a role into {resource}; AWS refused it.',
    },
  },
  undo: {
    added: 'aws iam remove-role-from-instance-profile --instance-profile-name {profile} --role-name {role}',
  },

  evaluate(event) {
    const profile = textAt(event.request, 'instanceProfileName');
    const role = textAt(event.request, 'roleName') ?? 'unknown';
    const resource =
      profile === undefined
        ? (refusedArnOf(event) ?? accountArn(event))
        : iamArn(event, 'instance-profile', profile);
    return [{ message: 'added', resource, data: { role, profile: profile ?? 'unknown' } }];
  },
});

const request = { instanceProfileName: 'web', roleName: 'admin' };

export const examples = (): Example[] => [
  {
    name: 'by hand',
    expect: ['added'],
    severity: 'medium',
    record: call('iam:AddRoleToInstanceProfile', { request }),
  },
  {
    name: 'through CloudFormation',
    expect: ['added'],
    severity: 'low',
    record: call('iam:AddRoleToInstanceProfile', {
      request,
      by: user('bob', { invokedBy: 'cloudformation.amazonaws.com' }),
    }),
  },
  {
    name: 'refused',
    expect: ['added'],
    severity: 'low',
    record: call('iam:AddRoleToInstanceProfile', {
      error: denied('iam:AddRoleToInstanceProfile', 'instance profile web'),
    }),
  },
  {
    name: 'by an AWS service',
    expect: [],
    record: call('iam:AddRoleToInstanceProfile', { request, by: service('elasticbeanstalk.amazonaws.com') }),
  },
  {
    name: 'the profile holds a role already',
    expect: [],
    record: call('iam:AddRoleToInstanceProfile', { request, error: { code: 'LimitExceededException' } }),
  },
];
