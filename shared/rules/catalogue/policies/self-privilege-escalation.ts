import { call, role } from '../../../events/example.ts';
import { actorArn } from '../../actor-arn.ts';
import { lookupsOfOwner, ownedBy } from '../../change/own-change.ts';
import { holderId } from '../../change/policy-edit.ts';
import {
  editText,
  gainOf,
  lookupsToWeigh,
  permissionChangingCalls,
  permissionEditOf,
} from '../../change/weighed-change.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'self-privilege-escalation',
  kind: 'incident',
  severity: 'critical',
  on: { actions: permissionChangingCalls },
  serviceInitiated: 'skip',
  title: 'Caller gave itself more access than it had',
  why: 'Whoever may change what it is given itself needs no second step: this is how a stolen key becomes the whole account.',
  fix: 'Undo the change, then disable the key or revoke the sessions of the caller, and look at what it did since. Take from the caller the permission that it used, or hold it with a permissions boundary.',
  misses:
    'More access that opens no way to everything. Taking over another user (access-key-created-for-other-user, login-profile-updated-by-other). Roles that trust the whole account and not the caller by name. Service control policies and session policies. Refused attempts.',
  falsePositives:
    'Administrators who had the rights by another way that Trailwarden cannot see. Where the state before is not known, it is told with severity high.',
  attack: ['T1098.003', 'T1548.005'],
  messages: {
    itself: '{actor} gave itself more than it had by {policy} ({eventName}): {gains}; weighed {basis}.',
    role: '{actor} gave {holder}, which it may take on, more than that had by {policy} ({eventName}): {gains}; weighed {basis}.',
  },

  lookups: (event, _, answerTo) => lookupsToWeigh(event, answerTo, (edit) => lookupsOfOwner(event, edit)),

  evaluate(event, { answerTo }) {
    const edit = permissionEditOf(event);
    const owner = edit && ownedBy(event, edit, answerTo);
    if (edit === undefined || owner === undefined) return [];
    const gain = gainOf(event, owner, answerTo);
    if (gain === undefined) return [];
    const isItself = actorArn(event).endsWith(`:${holderId(owner)}`);
    return [
      {
        message: isItself ? 'itself' : 'role',
        severity: gain.isUncertain ? 'high' : 'critical',
        resource: actorArn(event),
        aspect: edit.name,
        data: {
          holder: `${owner.kind} ${owner.name}`,
          policy: editText(edit),
          gains: gain.gains,
          basis: gain.basis,
        },
      },
    ];
  },
});

const night = '2026-03-04T01:00:00Z';
const policyArn = 'arn:aws:iam::111122223333:policy/app';
const all = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';
const attaches = '{"Statement":[{"Effect":"Allow","Action":"iam:AttachUserPolicy","Resource":"*"}]}';
const reads = '{"Statement":[{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}]}';
const app = (document: string) => ({ arn: policyArn, version: 'v1', createdAt: night, document });
const trusts = (principal: string) =>
  `{"Statement":[{"Effect":"Allow","Principal":{"AWS":"${principal}"},"Action":"sts:AssumeRole"}]}`;
const has = (holder: string, document: string, name = 'own', groups: string[] = []) => ({
  policies: [
    { name, kind: name === policyArn ? ('managed' as const) : ('inline' as const), holder, document },
  ],
  groups,
  gaps: [],
});
const attach = () => call('iam:AttachUserPolicy', { request: { userName: 'bob', policyArn } });
const attachTo = (roleName: string, by: ReturnType<typeof role>) =>
  call('iam:AttachRolePolicy', { request: { roleName, policyArn }, by });
const everything = () => ({ [policyArn]: app(all) });

const loud = (): Example[] => [
  {
    name: 'a user attaches a policy to itself',
    expect: ['itself'],
    severity: 'critical',
    lookups: { 'managed-policy': everything(), permissions: { 'user/bob': has('user/bob', attaches) } },
    record: attach(),
  },
  {
    name: 'a role attaches a policy to itself',
    expect: ['itself'],
    lookups: { 'managed-policy': everything(), permissions: { 'role/web': has('role/web', reads) } },
    record: attachTo('web', role('web', 'run')),
  },
  {
    name: 'a new version of a policy that it has',
    expect: ['itself'],
    severity: 'critical',
    lookups: {
      'policy-before': { [`${policyArn} v2`]: { ...app(reads), isCertain: true } },
      permissions: { 'user/bob': has('user/bob', reads, policyArn) },
    },
    record: call('iam:CreatePolicyVersion', {
      request: { policyArn, policyDocument: all, setAsDefault: true },
      response: { policyVersion: { versionId: 'v2', isDefaultVersion: true } },
    }),
  },
  {
    name: 'an inline policy of a group that it is in, with no snapshot to tell the state before',
    expect: ['itself'],
    severity: 'high',
    undecided: 'unavailable',
    lookups: { permissions: { 'user/bob': has('group/team', reads, 'own', ['team']) } },
    record: call('iam:PutGroupPolicy', {
      request: { groupName: 'team', policyName: 'more', policyDocument: all },
    }),
  },
];

const loudToo = (): Example[] => [
  {
    name: 'it joins a group of administrators',
    expect: ['itself'],
    lookups: {
      permissions: { 'group/admins': has('group/admins', all), 'user/bob': has('user/bob', reads) },
    },
    record: call('iam:AddUserToGroup', { request: { userName: 'bob', groupName: 'admins' } }),
  },
  {
    name: 'it takes off its own boundary',
    expect: ['itself'],
    lookups: {
      'prior-state': { 'role/web': { readAt: night, boundaryArn: policyArn } },
      'managed-policy': { [policyArn]: app(reads) },
      permissions: { 'role/web': has('role/web', all) },
    },
    record: call('iam:DeleteRolePermissionsBoundary', {
      request: { roleName: 'web' },
      by: role('web', 'run'),
    }),
  },
  {
    name: 'it raises a role that trusts it by name',
    expect: ['role'],
    lookups: {
      'managed-policy': everything(),
      role: {
        ops: {
          arn: 'arn:aws:iam::111122223333:role/ops',
          trustPolicy: trusts('arn:aws:iam::111122223333:role/path/web'),
          createdAt: night,
        },
      },
      permissions: { 'role/ops': has('role/ops', reads) },
    },
    record: attachTo('ops', role('web', 'run')),
  },
];

const quiet = (): Example[] => [
  {
    name: 'an administrator loses and gains nothing',
    expect: [],
    lookups: { 'managed-policy': everything(), permissions: { 'user/bob': has('user/bob', all) } },
    record: attach(),
  },
  {
    name: 'somebody else',
    expect: [],
    lookups: { 'managed-policy': everything() },
    record: call('iam:AttachUserPolicy', { request: { userName: 'eve', policyArn } }),
  },
  {
    name: 'a policy by which nobody gets more',
    expect: [],
    lookups: { 'managed-policy': { [policyArn]: app(reads) } },
    record: attach(),
  },
  {
    name: 'a role that trusts somebody else',
    expect: [],
    lookups: {
      'managed-policy': everything(),
      role: {
        ops: {
          arn: 'arn:aws:iam::111122223333:role/ops',
          trustPolicy: trusts('arn:aws:iam::111122223333:role/deploy'),
          createdAt: night,
        },
      },
      permissions: { 'role/ops': has('role/ops', reads) },
    },
    record: attachTo('ops', role('web', 'run')),
  },
  { name: 'a policy that could not be read', expect: [], undecided: 'unavailable', record: attach() },
];

export const examples = (): Example[] => [...loud(), ...loudToo(), ...quiet()];
