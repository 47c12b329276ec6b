import { call, denied, root, user } from '../../../events/example.ts';
import { accountArn } from '../../../events/target.ts';
import { affectedUserOf } from '../../affected-user.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'root-login-profile-created',
  kind: 'condition',
  severity: 'critical',
  outcome: 'attempted',
  on: { actions: ['iam:CreateLoginProfile'] },
  title: 'Console password allowed for the root user',
  why: 'Accounts of an organization can live without any root password. Giving one back lets whoever reads the root mailbox take the account through password recovery.',
  fix: 'Unless a root-only task is under way, delete the login profile again from the management account (central root access) and check who can read the root mailbox.',
  misses: 'Root users that never lost their password: there is no event to see.',
  falsePositives:
    'The management account allows password recovery for a task that only root can do; the login profile should be deleted afterwards.',
  attack: ['T1098.001', 'T1078.004'],
  messages: {
    created: {
      done: 'A console password for the root user of account {account} was created or allowed from {sourceIp}.',
      tried:
        'A session of the root user of account {account} tried to create a root console password from {sourceIp}; AWS refused it.',
    },
  },
  undo: { created: 'aws iam delete-login-profile' },
  undoneBy: [
    {
      actions: ['iam:DeleteLoginProfile'],
      undoes: (event) => (affectedUserOf(event).whose === 'root' ? [{ resource: accountArn(event) }] : []),
    },
  ],

  evaluate(event) {
    if (affectedUserOf(event).whose !== 'root') return [];
    return [{ message: 'created', resource: accountArn(event), data: {} }];
  },
});

/** What an `sts:AssumeRoot` session logs beside type Root (IAM User Guide, "Track privileged tasks in CloudTrail"). */
const assumedRoot = () =>
  root({ accessKeyId: 'ASIAIOSFODNN7EXAMPLE', sessionContext: { assumedRoot: 'true' } });

export const examples = (): Example[] => [
  {
    name: 'a session of AssumeRoot allows the password',
    expect: ['created'],
    severity: 'critical',
    record: call('iam:CreateLoginProfile', { by: assumedRoot() }),
  },
  {
    name: "the session's task policy does not allow it",
    expect: ['created'],
    severity: 'high',
    record: call('iam:CreateLoginProfile', { by: assumedRoot(), error: denied('iam:CreateLoginProfile') }),
  },
  {
    name: 'root gives an IAM user a password',
    expect: [],
    record: call('iam:CreateLoginProfile', { by: root(), request: { userName: 'alice' } }),
  },
  {
    name: 'an IAM user gives another a password',
    expect: [],
    record: call('iam:CreateLoginProfile', { by: user('bob'), request: { userName: 'root' } }),
  },
  {
    name: 'root has a password already',
    expect: [],
    record: call('iam:CreateLoginProfile', {
      by: assumedRoot(),
      error: { code: 'EntityAlreadyExistsException' },
    }),
  },
];
