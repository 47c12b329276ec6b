import { call, denied } from '../../../events/example.ts';
import type { Action } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { defineRule, type Example, type Match } from '../../define-rule.ts';
import { directoryOf } from '../../directory.ts';

type Message = 'password' | 'member' | 'created' | 'changed';

const rows: Readonly<Record<string, readonly [Message, NonNullable<Match['severity']>]>> = {
  'ds:ResetUserPassword': ['password', 'high'],
  'ds-data:AddGroupMember': ['member', 'medium'],
  'ds-data:CreateUser': ['created', 'medium'],
  'ds-data:UpdateUser': ['changed', 'low'],
  'ds-data:UpdateGroup': ['changed', 'low'],
};

export default defineRule({
  id: 'directory-user-changed',
  kind: 'incident',
  severity: 'medium',
  on: { actions: Object.keys(rows) as Action[] },
  outcome: 'attempted',
  title: 'User, group or password of a directory changed by an AWS call',
  why: 'Whoever may make these calls takes over any person of the directory, administrators included, with all that the person may do in AWS and beyond, without knowing a password of the domain.',
  fix: 'Ask the person whose account it is. If nobody asked for it, disable the user in the directory, end its sessions and take the call away from the caller.',
  misses: 'Changes by the directory’s own tools, which do not go through AWS.',
  falsePositives: 'A help desk that resets passwords; joiners, movers and leavers by a pipeline.',
  attack: ['T1098', 'T1136.002'],
  messages: {
    password: {
      done: '{actor} set the password of {name} in directory {resource}.',
      tried: '{actor} tried to set a password in directory {resource}; AWS refused it.',
    },
    member: {
      done: '{actor} added {member} to group {group} of directory {resource}.',
      tried: '{actor} tried to add a member to a group of directory {resource}; AWS refused it.',
    },
    created: {
      done: '{actor} created user {name} in directory {resource}.',
      tried: '{actor} tried to create a user in directory {resource}; AWS refused it.',
    },
    changed: {
      done: '{actor} changed {name} in directory {resource} ({eventName}).',
      tried: '{actor} tried to change a user or group in directory {resource} ({eventName}); AWS refused it.',
    },
  },

  evaluate(event) {
    const row = rows[event.action];
    if (!row) return [];
    const [message, severity] = row;
    const text = (field: string) => textAt(event.request, field);
    const name = text('sAMAccountName') ?? text('SAMAccountName') ?? text('userName') ?? text('groupName');
    const data = {
      name: name ?? 'somebody',
      member: text('memberName') ?? 'somebody',
      group: text('groupName') ?? 'unknown',
    };
    return [{ message, severity, resource: directoryOf(event), aspect: name ?? event.name, data }];
  },
});

const directoryId = 'd-1234567890';

export const examples = (): Example[] => [
  {
    name: 'a password',
    expect: ['password'],
    severity: 'high',
    record: call('ds:ResetUserPassword', { request: { directoryId, userName: 'admin' } }),
  },
  {
    name: 'a member',
    expect: ['member'],
    severity: 'medium',
    record: call('ds-data:AddGroupMember', {
      request: { directoryId, groupName: 'Domain Admins', memberName: 'bob' },
    }),
  },
  {
    name: 'a user',
    expect: ['created'],
    record: call('ds-data:CreateUser', { request: { directoryId, sAMAccountName: 'mallory' } }),
  },
  {
    name: 'an attribute',
    expect: ['changed'],
    severity: 'low',
    record: call('ds-data:UpdateUser', {
      request: { directoryId, sAMAccountName: 'alice', updateType: 'REPLACE' },
    }),
  },
  {
    name: 'refused',
    expect: ['password'],
    severity: 'medium',
    record: call('ds:ResetUserPassword', { error: denied('ds:ResetUserPassword') }),
  },
  {
    name: 'no such user',
    expect: [],
    record: call('ds:ResetUserPassword', {
      request: { directoryId, userName: 'nobody' },
      error: { code: 'UserDoesNotExistException' },
    }),
  },
];
