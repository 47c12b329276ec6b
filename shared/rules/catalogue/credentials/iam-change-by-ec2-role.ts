import { call, denied, instance, role } from '../../../events/example.ts';
import { actorArn } from '../../actor-arn.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'iam-change-by-ec2-role',
  kind: 'incident',
  severity: 'medium',
  outcome: 'any',
  on: {
    services: ['iam'],
    // Records of version 1.05 have no readOnly.
    where: {
      userIdentity: { type: ['AssumedRole', 'Role'] },
      readOnly: [false, 'false', 'False', { exists: false }],
    },
  },
  title: "IAM changed with an EC2 instance's credentials",
  why: 'Servers have little reason to change users, roles and policies. An intruder on one tries exactly that, to grow beyond the role of the instance; even refused calls show that somebody is trying.',
  fix: 'Ask the owner of the instance what runs there. If nothing of theirs did it, isolate the instance, revoke the sessions of its role and undo the change; in any case take IAM writes from the role.',
  misses:
    'Changes made after assuming another role from the instance. Reads. The creation of a user, which iam-user-created-by-ec2-role reports.',
  falsePositives: 'Deployment tools such as Terraform or Jenkins that run on an instance with its role.',
  attack: ['T1098', 'T1552.005'],
  messages: {
    changed: {
      done: 'Instance {instance}, with its role {role}, called {eventName} of IAM.',
      tried: 'Instance {instance}, with its role {role}, tried {eventName} of IAM, without success.',
    },
  },

  evaluate(event) {
    const { isInstance, sessionName, roleName } = event.actor;
    const isOtherRules = event.action === 'iam:CreateUser' && event.outcome !== 'failed';
    if (!isInstance || event.readOnly || isOtherRules) return [];
    const data = { instance: sessionName ?? 'unknown', role: roleName ?? 'unknown' };
    return [{ message: 'changed', resource: actorArn(event), aspect: event.action, data }];
  },
});

export const examples = (): Example[] => {
  const web = instance('web', 'i-0123456789abcdef0');
  const request = { roleName: 'web', policyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' };
  return [
    {
      name: 'an instance attaches a policy',
      expect: ['changed'],
      severity: 'medium',
      record: call('iam:AttachRolePolicy', { by: web, request }),
    },
    {
      name: 'refused',
      expect: ['changed'],
      severity: 'medium',
      record: call('iam:PutRolePolicy', { by: web, error: denied('iam:PutRolePolicy', 'role web') }),
    },
    {
      name: 'fails for another reason',
      expect: ['changed'],
      record: call('iam:CreateUser', { by: web, error: { code: 'EntityAlreadyExistsException' } }),
    },
    { name: 'an instance reads', expect: [], record: call('iam:ListUsers', { by: web, readOnly: true }) },
    { name: "creates a user: another rule's", expect: [], record: call('iam:CreateUser', { by: web }) },
    {
      name: 'a person attaches a policy',
      expect: [],
      record: call('iam:AttachRolePolicy', { by: role('admin', 'carol'), request }),
    },
  ];
};
