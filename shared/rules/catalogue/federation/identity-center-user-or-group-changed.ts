import type { AccountSettings } from '../../../account/account-settings.ts';
import { matchesAnyArnPattern } from '../../../account/arn-pattern.ts';
import { call, denied, identityCenterUser, role } from '../../../events/example.ts';
import type { Action, IamEvent } from '../../../events/iam-event.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { findText } from '../../find-text.ts';
import { identityCenterOf } from '../../identity-center.ts';

type Message = 'user' | 'member' | 'password' | 'mfa' | 'attributes';

// Names: Service Authorization Reference, "AWS Identity Store" and "AWS IAM Identity Center directory" (what the console calls).
const messageOf: Readonly<Record<string, Message>> = {
  'identitystore:CreateUser': 'user',
  'sso-directory:CreateUser': 'user',
  'sso-directory:EnableUser': 'user',
  'identitystore:UpdateUser': 'attributes',
  'sso-directory:UpdateUser': 'attributes',
  'sso-directory:UpdateUserName': 'attributes',
  'identitystore:CreateGroupMembership': 'member',
  'sso-directory:AddMemberToGroup': 'member',
  'sso-directory:UpdatePassword': 'password',
  'sso-directory:StartVirtualMfaDeviceRegistration': 'mfa',
  'sso-directory:CompleteVirtualMfaDeviceRegistration': 'mfa',
  'sso-directory:StartWebAuthnDeviceRegistration': 'mfa',
  'sso-directory:CompleteWebAuthnDeviceRegistration': 'mfa',
  'sso-directory:DeleteMfaDeviceForUser': 'mfa',
};

/** Joiners and movers, by who administers them. A password or an MFA device of somebody else stays worth a look, whoever resets it. */
const isExpected = (event: IamEvent, { pipelines, approvedAdminRoles }: AccountSettings): boolean =>
  ['user', 'member'].includes(messageOf[event.action] ?? '') &&
  [pipelines, approvedAdminRoles].some((roles) => matchesAnyArnPattern(roles, event.actor.roleArn));

const textOf = (event: IamEvent, key: string) =>
  findText(event.request, key) ?? findText(event.response, key) ?? 'unknown';

export default defineRule({
  id: 'identity-center-user-or-group-changed',
  kind: 'incident',
  severity: 'medium',
  on: { actions: Object.keys(messageOf) as Action[] },
  outcome: 'attempted',
  title: 'User, membership, password or MFA device changed in Identity Center',
  why: 'A new user, a new member of an administrators’ group, a reset password or a new MFA device opens every account that is assigned to it.',
  fix: 'Ask whoever made the change. If nobody did, disable the user in Identity Center, end its sessions and look at what it did in the accounts.',
  misses:
    'Changes in an external identity provider that are not provisioned. What the group is assigned to. Names: Identity Center logs ids only.',
  falsePositives:
    'Joiners, movers and leavers, and synchronisation from an external identity provider. New users and members are rated low when a role of the settings pipelines or approvedAdminRoles makes them.',
  attack: ['T1136.003', 'T1098'],
  messages: {
    user: {
      done: '{actor} created or enabled user {userId} in IAM Identity Center.',
      tried: '{actor} tried to create or enable a user in IAM Identity Center; AWS refused it.',
    },
    member: {
      done: '{actor} added {userId} to group {groupId} in IAM Identity Center.',
      tried: '{actor} tried to add a member to a group in IAM Identity Center; AWS refused it.',
    },
    password: {
      done: '{actor} set the password of user {userId} in IAM Identity Center.',
      tried: '{actor} tried to set a password in IAM Identity Center; AWS refused it.',
    },
    attributes: {
      done: '{actor} changed the name or attributes of user {userId} in IAM Identity Center ({eventName}).',
      tried: '{actor} tried to change the attributes of a user in IAM Identity Center; AWS refused it.',
    },
    mfa: {
      done: '{actor} changed the MFA devices of user {userId} in IAM Identity Center ({eventName}).',
      tried:
        '{actor} tried to change the MFA devices of a user in IAM Identity Center ({eventName}); AWS refused it.',
    },
  },

  evaluate(event, { settings }) {
    const message = messageOf[event.action];
    if (message === undefined) return [];
    const userId = textOf(event, 'userId');
    const data = { userId, groupId: textOf(event, 'groupId') };
    const resource =
      userId === 'unknown'
        ? identityCenterOf(event)
        : `arn:${event.partition}:identitystore:::user/${userId}`;
    // An address or an attribute decides access where policies or applications go by it; most changes are of telephone numbers.
    const isLow = message === 'attributes' || isExpected(event, settings);
    return [{ message, resource, data, ...(isLow ? { severity: 'low' as const } : {}) }];
  },
});

const store = { identityStoreId: 'd-1234567890' };
const userId = '117b5560-c041-70cf-2973-8b2ec16f4d4e';

const loud = (): Example[] => [
  {
    name: 'a user',
    expect: ['user'],
    severity: 'medium',
    record: call('identitystore:CreateUser', { request: store, response: { ...store, userId } }),
  },
  {
    name: 'a member',
    expect: ['member'],
    record: call('identitystore:CreateGroupMembership', {
      request: { ...store, groupId: 'd1cb25d0-b061-705c-90da-b2b62e4f01f8', memberId: { userId } },
    }),
  },
  {
    name: 'a password',
    expect: ['password'],
    record: call('sso-directory:UpdatePassword', { request: { ...store, userId } }),
  },
  {
    name: 'an MFA device',
    expect: ['mfa'],
    record: call('sso-directory:DeleteMfaDeviceForUser', { request: { ...store, userId, deviceId: 'a' } }),
  },
  {
    name: 'an address',
    expect: ['attributes'],
    severity: 'low',
    record: call('identitystore:UpdateUser', {
      request: { ...store, userId, operations: [{ attributePath: 'emails' }] },
    }),
  },
];

const furtherCalls = (): Example[] => [
  {
    name: 'a member, by a role that administers people',
    expect: ['member'],
    severity: 'low',
    record: call('sso-directory:AddMemberToGroup', {
      request: { ...store, groupId: 'd1cb25d0-b061-705c-90da-b2b62e4f01f8' },
      by: identityCenterUser('umut', 'IdentityAdmin'),
    }),
    settings: { approvedAdminRoles: ['arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*/*'] },
  },
  {
    name: 'a user, by a role that deploys',
    expect: ['user'],
    severity: 'low',
    record: call('identitystore:CreateUser', {
      request: store,
      response: { ...store, userId },
      by: role('deploy', 'ci'),
    }),
    settings: { pipelines: ['arn:aws:iam::*:role/deploy'] },
  },
  {
    name: 'a password, by a role that administers people',
    expect: ['password'],
    severity: 'medium',
    record: call('sso-directory:UpdatePassword', {
      request: { ...store, userId },
      by: identityCenterUser('umut', 'IdentityAdmin'),
    }),
    settings: { approvedAdminRoles: ['arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*/*'] },
  },
  ...(
    [
      ['sso-directory:CreateUser', 'user'],
      ['sso-directory:EnableUser', 'user'],
      ['sso-directory:StartVirtualMfaDeviceRegistration', 'mfa'],
      ['sso-directory:CompleteVirtualMfaDeviceRegistration', 'mfa'],
      ['sso-directory:StartWebAuthnDeviceRegistration', 'mfa'],
      ['sso-directory:CompleteWebAuthnDeviceRegistration', 'mfa'],
    ] as const
  ).map(([action, message]) => ({
    name: action,
    expect: [message],
    record: call(action, { request: { ...store, userId } }),
  })),
  {
    name: 'refused',
    expect: ['user'],
    severity: 'low',
    record: call('identitystore:CreateUser', { error: denied('identitystore:CreateUser') }),
  },
];

const quiet = (): Example[] => [
  {
    name: 'the name is taken',
    expect: [],
    record: call('identitystore:CreateUser', { request: store, error: { code: 'ConflictException' } }),
  },
];

export const examples = (): Example[] => [...loud(), ...furtherCalls(), ...quiet()];
