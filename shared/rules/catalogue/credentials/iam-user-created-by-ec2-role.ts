import { call, denied, instance, role, user } from '../../../events/example.ts';
import { affectedUserOf } from '../../affected-user.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'iam-user-created-by-ec2-role',
  kind: 'incident',
  severity: 'high',
  outcome: 'attempted',
  on: { actions: ['iam:CreateUser'] },
  title: "IAM user created with an EC2 instance's credentials",
  why: 'A user outlives the instance and its short-lived credentials: whoever broke into the instance, or read its metadata, keeps a foothold in the account.',
  fix: 'Delete the user unless a build job on the instance is known to make it. Isolate the instance, revoke the sessions of its role and take iam:CreateUser from the role.',
  misses: 'Users made after the instance role assumed another role: that session has another name.',
  falsePositives: 'Terraform, Jenkins or another deployment tool that runs on an instance with its role.',
  attack: ['T1136.003', 'T1552.005'],
  messages: {
    created: {
      done: 'Instance {instance}, with its role {role}, created the IAM user {user}.',
      tried:
        'Instance {instance}, with its role {role}, tried to create the IAM user {user}; AWS refused it.',
    },
  },
  undo: { created: 'aws iam delete-user --user-name {user}' },

  evaluate(event) {
    const { isInstance, sessionName, roleName } = event.actor;
    if (!isInstance) return [];
    const { user, resource } = affectedUserOf(event);
    const data = { user, instance: sessionName ?? 'unknown', role: roleName ?? 'unknown' };
    return [{ message: 'created', resource, data }];
  },
});

export const examples = (): Example[] => {
  const request = { userName: 'backup' };
  return [
    {
      name: 'by an instance',
      expect: ['created'],
      severity: 'high',
      record: call('iam:CreateUser', { by: instance('web', 'i-0123456789abcdef0'), request }),
    },
    {
      name: 'refused',
      expect: ['created'],
      severity: 'medium',
      record: call('iam:CreateUser', {
        by: instance('web', 'i-0123456789abcdef0'),
        error: denied('iam:CreateUser', 'arn:aws:iam::111122223333:user/backup'),
      }),
    },
    {
      name: 'by a person in a role',
      expect: [],
      record: call('iam:CreateUser', { by: role('admin', 'carol'), request }),
    },
    {
      name: 'by a session whose name only begins like an instance',
      expect: [],
      record: call('iam:CreateUser', { by: role('admin', 'i-robot'), request }),
    },
    { name: 'by an IAM user', expect: [], record: call('iam:CreateUser', { by: user('bob'), request }) },
    {
      name: 'the user exists',
      expect: [],
      record: call('iam:CreateUser', {
        by: instance('web', 'i-0123456789abcdef0'),
        request,
        error: { code: 'EntityAlreadyExistsException' },
      }),
    },
  ];
};
