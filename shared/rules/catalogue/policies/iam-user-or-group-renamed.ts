import { call, denied } from '../../../events/example.ts';
import { textAt } from '../../../events/json.ts';
import { accountArn, targetGroupOf, targetUserOf } from '../../../events/target.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { isUnloggedRefusal } from '../../named-in-call.ts';

export default defineRule({
  id: 'iam-user-or-group-renamed',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['iam:UpdateUser', 'iam:UpdateGroup'] },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  infrastructureAsCode: 'lower',
  title: 'IAM user or group renamed or moved to another path',
  why: 'Its policies and keys stay, its ARN does not: rules and people that go by the name lose sight of it, policies that name the old ARN no longer bind it, and those that name a path may now let it in.',
  fix: 'Ask whoever renamed it. Name it back otherwise, and look at what the user did under the new name.',
  misses: 'Roles and policies, which cannot be renamed. Other rules know the user by its new name only.',
  falsePositives: 'People who change their names.',
  attack: ['T1036', 'T1098'],
  messages: {
    renamed: {
      done: '{actor} renamed {resource} to {name}.',
      tried: '{actor} tried to rename or move {resource}; AWS refused it.',
    },
    moved: {
      done: '{actor} moved {resource} to path {path}.',
      tried: '{actor} tried to move {resource} to path {path}; AWS refused it.',
    },
  },

  evaluate(event) {
    const isGroup = event.name === 'UpdateGroup';
    // An update without a user name is no way to rename oneself: IAM asks for it.
    const target = isGroup ? targetGroupOf(event) : targetUserOf(event);
    const resource = target?.arn ?? accountArn(event);
    const name = textAt(event.request, isGroup ? 'newGroupName' : 'newUserName');
    const path = textAt(event.request, 'newPath');
    return [
      ...(name !== undefined || isUnloggedRefusal(event)
        ? [{ message: 'renamed' as const, resource, data: { name: name ?? 'unknown' } }]
        : []),
      ...(path === undefined ? [] : [{ message: 'moved' as const, resource, data: { path } }]),
    ];
  },
});

export const examples = (): Example[] => [
  {
    name: 'a user',
    expect: ['renamed'],
    severity: 'medium',
    record: call('iam:UpdateUser', { request: { userName: 'alice', newUserName: 'svc-backup' } }),
  },
  {
    name: 'a group to another path',
    expect: ['moved'],
    record: call('iam:UpdateGroup', { request: { groupName: 'ops', newPath: '/admins/' } }),
  },
  {
    name: 'refused',
    expect: ['renamed'],
    severity: 'low',
    record: call('iam:UpdateUser', {
      error: denied('iam:UpdateUser', 'arn:aws:iam::111122223333:user/alice'),
    }),
  },
  { name: 'nothing changed', expect: [], record: call('iam:UpdateUser', { request: { userName: 'alice' } }) },
  {
    name: 'the name is taken',
    expect: [],
    record: call('iam:UpdateUser', {
      request: { userName: 'alice', newUserName: 'bob' },
      error: { code: 'EntityAlreadyExistsException' },
    }),
  },
];
