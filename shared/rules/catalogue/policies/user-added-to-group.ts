import { foundIn } from '../../../account/lookup.ts';
import { call, denied, role, user } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { textAt } from '../../../events/json.ts';
import { iamArn } from '../../../events/target.ts';
import { isAdminPolicy } from '../../admin-policies.ts';
import { defineRule, type Example, type Match } from '../../define-rule.ts';
import { policyHolderOf } from '../../policy-holder.ts';

type Message = 'self' | 'privileged' | 'added';

/** Decided by whole IAM user names: the session name of a role is its user's choice. */
const isSelf = ({ actor, request }: IamEvent): boolean =>
  actor.type === 'IAMUser' && actor.userName !== undefined && textAt(request, 'userName') === actor.userName;

const groupOf = (event: IamEvent) => policyHolderOf(event);

export default defineRule({
  id: 'user-added-to-group',
  kind: 'incident',
  severity: 'low',
  on: { actions: ['iam:AddUserToGroup'] },
  outcome: 'attempted',
  title: 'User added to an IAM group',
  why: 'Membership gives the user every policy of the group, and no policy of the user shows it. Adding oneself, or somebody to a group of administrators, is a raise.',
  fix: 'Check that the user should have what the group has. Take the user out otherwise, and look at what was done meanwhile.',
  misses:
    'What a group allows by inline or customer-managed policies: name such groups in the setting privilegedGroups. Groups that get their rights later.',
  falsePositives:
    'New colleagues and changes of duties. Only privileged groups and oneself are told at once.',
  attack: ['T1098.003', 'T1098.007'],
  messages: {
    self: {
      done: '{actor} added itself to IAM group {group}.',
      tried: '{actor} tried to add itself to IAM group {group}; AWS refused it.',
    },
    privileged: {
      done: '{actor} added user {user} to IAM group {group}, whose members are privileged ({reason}).',
      tried:
        '{actor} tried to add a user to IAM group {group}, whose members are privileged ({reason}); AWS refused it.',
    },
    added: {
      done: '{actor} added user {user} to IAM group {group}.',
      tried: '{actor} tried to add a user to IAM group {group}; AWS refused it.',
    },
  },
  undo: {
    self: 'aws iam remove-user-from-group --user-name {user} --group-name {group}',
    privileged: 'aws iam remove-user-from-group --user-name {user} --group-name {group}',
    added: 'aws iam remove-user-from-group --user-name {user} --group-name {group}',
  },

  lookups(event, { privilegedGroups = [] }) {
    const { name } = groupOf(event);
    if (isSelf(event) || name === 'unknown' || privilegedGroups.includes(name)) return [];
    return [{ kind: 'attached-policies', id: `group/${name}`, optional: true }];
  },

  evaluate(event, { lookups, settings: { privilegedGroups = [] } }) {
    const { name: group, arn } = groupOf(event);
    const user = textAt(event.request, 'userName');
    const admin = foundIn(lookups, 'attached-policies')?.managed.find(isAdminPolicy);
    const reason = privilegedGroups.includes(group) ? 'by your settings' : admin;
    // A refused call does not say who was to be added.
    const resource = user === undefined ? arn : iamArn(event, 'user', user);
    const found = { resource, aspect: group };
    const data = { group, user: user ?? 'unknown' };
    const matchOf = (): Match<Message> => {
      if (isSelf(event)) return { ...found, message: 'self', severity: 'high', data };
      if (reason !== undefined)
        return { ...found, message: 'privileged', severity: 'high', data: { ...data, reason } };
      return { ...found, message: 'added', data };
    };
    return [matchOf()];
  },
});

const admins = { managed: ['arn:aws:iam::aws:policy/AdministratorAccess'], inline: [] };
const readers = { managed: ['arn:aws:iam::aws:policy/ReadOnlyAccess'], inline: [] };
const lookups = { 'attached-policies': { 'group/admins': admins, 'group/readers': readers } };
const adds = (groupName: string, over: object = {}) =>
  call('iam:AddUserToGroup', { request: { userName: 'alice', groupName }, ...over });

export const examples = (): Example[] => [
  { name: 'an ordinary group', expect: ['added'], severity: 'low', lookups, record: adds('readers') },
  {
    name: 'a group with an administrator policy',
    expect: ['privileged'],
    severity: 'high',
    lookups,
    record: adds('admins'),
  },
  {
    name: 'a group of the settings',
    expect: ['privileged'],
    severity: 'high',
    settings: { privilegedGroups: ['payments'] },
    record: adds('payments'),
  },
  { name: 'oneself', expect: ['self'], severity: 'high', record: adds('readers', { by: user('alice') }) },
  {
    name: 'by a session that is named like the user',
    expect: ['added'],
    severity: 'low',
    lookups,
    record: adds('readers', { by: role('ops', 'alice') }),
  },
  {
    name: 'a group whose policies cannot be read',
    expect: ['added'],
    severity: 'low',
    undecided: 'unavailable',
    record: adds('secret'),
  },
  {
    name: 'refused',
    expect: ['privileged'],
    severity: 'medium',
    lookups,
    record: call('iam:AddUserToGroup', { error: denied('iam:AddUserToGroup', 'group admins') }),
  },
  {
    name: 'no such group',
    expect: [],
    record: adds('gone', { error: { code: 'NoSuchEntityException' } }),
  },
];
