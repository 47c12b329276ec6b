import { call, user } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { iamArn } from '../../../events/target.ts';
import { actingHolder } from '../../change/own-change.ts';
import { type HolderRef, holderId, type PolicyEdit } from '../../change/policy-edit.ts';
import { permissionsOf } from '../../change/powers.ts';
import {
  editText,
  gainOf,
  lookupsToWeigh,
  permissionChangingCalls,
  permissionEditOf,
} from '../../change/weighed-change.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { lowered } from '../../severity.ts';

/** Who holds the policy; of a managed policy that is rewritten, anybody who has nothing else. */
const holderOf = ({ holder, name }: PolicyEdit): HolderRef =>
  holder ?? { kind: 'role', name: name.slice(name.lastIndexOf('/') + 1) };

const isOwn = (event: IamEvent, { holder }: PolicyEdit): boolean => {
  const actor = actingHolder(event);
  return holder !== undefined && actor !== undefined && holderId(holder) === holderId(actor);
};

export default defineRule({
  id: 'effective-privilege-increase',
  kind: 'incident',
  severity: 'high',
  on: { actions: permissionChangingCalls },
  serviceInitiated: 'skip',
  infrastructureAsCode: 'lower',
  title: 'Change gave an identity a way to more access',
  why: 'With everything else that the identity has, this change lets it do everything, or opens a way to give itself more. Neither the name of the policy nor the document alone shows that.',
  fix: 'Look at the diff and check that the identity was meant to have this. If not, undo the change, and look at what the identity did since.',
  misses:
    'What is gained without a way to more: reading all data, for one. Service control policies, session policies and resource policies. Of a managed policy that is rewritten, what else its holders have. Where a policy only says what it said before, but no snapshot tells, it counts as new.',
  falsePositives:
    'New administrators and deployment roles. Through CloudFormation, and where the state before is not known, it is told one level lower.',
  attack: ['T1098.003', 'T1548.005', 'T1484'],
  messages: {
    administrator: '{actor} made {holder} an administrator by {policy} ({eventName}), {basis}.',
    opened: '{actor} opened ways to more access for {holder} by {policy} ({eventName}): {gains}; {basis}.',
  },

  lookups: (event, _, answerTo) =>
    lookupsToWeigh(event, answerTo, ({ holder }) => (holder === undefined ? [] : [permissionsOf(holder)])),

  evaluate(event, { answerTo }) {
    const edit = permissionEditOf(event);
    // What somebody gives himself is told by self-privilege-escalation.
    if (edit === undefined || isOwn(event, edit)) return [];
    const ref = holderOf(edit);
    const gain = gainOf(event, ref, answerTo);
    if (gain === undefined) return [];
    const severity = gain.isAdmin ? 'critical' : 'high';
    const { holder } = edit;
    return [
      {
        message: gain.isAdmin ? 'administrator' : 'opened',
        severity: gain.isUncertain ? lowered(severity) : severity,
        resource: holder === undefined ? edit.name : iamArn(event, holder.kind, holder.name),
        aspect: edit.name,
        data: {
          holder: holder === undefined ? 'whoever holds it' : `${holder.kind} ${holder.name}`,
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
const rewrites = '{"Statement":[{"Effect":"Allow","Action":"iam:CreatePolicyVersion","Resource":"*"}]}';
const runs =
  '{"Statement":[{"Effect":"Allow","Action":["ec2:RunInstances","ec2:DescribeInstances"],"Resource":"*"}]}';
const passes = '{"Statement":[{"Effect":"Allow","Action":"iam:PassRole","Resource":"*"}]}';
const reads = '{"Statement":[{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}]}';
const app = (document: string, version = 'v1') => ({
  arn: policyArn,
  version,
  createdAt: night,
  document,
});
const has = (...documents: string[]) => ({
  policies: documents.map((document, index) => ({
    name: `p${index}`,
    kind: 'inline' as const,
    holder: 'role/web',
    document,
  })),
  groups: [],
  gaps: [],
});
const attach = (over: object = {}) =>
  call('iam:AttachRolePolicy', { request: { roleName: 'web', policyArn }, ...over });
const attaching = (document: string, permissions: object) => ({
  'managed-policy': { [policyArn]: app(document) },
  permissions: { 'role/web': permissions as ReturnType<typeof has> },
});
const put = (policyDocument: string) =>
  call('iam:PutRolePolicy', { request: { roleName: 'web', policyName: 'p0', policyDocument } });

const loud = (): Example[] => [
  {
    name: 'a policy of the account that allows everything',
    expect: ['administrator'],
    severity: 'critical',
    lookups: attaching(all, has(reads)),
    record: attach(),
  },
  {
    name: 'the second half of a way: it could start instances, now it may pass roles to them',
    expect: ['opened'],
    severity: 'high',
    lookups: attaching(passes, has(runs)),
    record: attach(),
  },
  {
    name: 'an inline policy, compared with the snapshot',
    expect: ['administrator'],
    severity: 'critical',
    lookups: {
      'prior-state': { 'role/web': { readAt: night, inline: { p0: reads } } },
      permissions: { 'role/web': has(all) },
    },
    record: put(all),
  },
  {
    name: 'a boundary that held back is gone',
    expect: ['administrator'],
    lookups: {
      'prior-state': { 'role/web': { readAt: night, boundaryArn: policyArn } },
      'managed-policy': { [policyArn]: app(reads) },
      permissions: { 'role/web': has(all) },
    },
    record: call('iam:DeleteRolePermissionsBoundary', { request: { roleName: 'web' } }),
  },
  {
    name: 'a new version, compared with the one before',
    expect: ['opened'],
    lookups: { 'policy-before': { [`${policyArn} v2`]: { ...app(reads), isCertain: true } } },
    record: call('iam:CreatePolicyVersion', {
      request: { policyArn, policyDocument: rewrites, setAsDefault: true },
      response: { policyVersion: { versionId: 'v2', isDefaultVersion: true } },
    }),
  },
  {
    name: 'an older version that allowed more',
    expect: ['administrator'],
    lookups: {
      'prior-state': { [`policy/${policyArn}`]: { readAt: night, version: 'v2', document: reads } },
      'policy-before': { [`${policyArn} v1`]: null },
      'managed-policy': { [`${policyArn} v1`]: app(all) },
    },
    record: call('iam:SetDefaultPolicyVersion', { request: { policyArn, versionId: 'v1' } }),
  },
  {
    name: 'a group of administrators',
    expect: ['administrator'],
    lookups: { permissions: { 'group/admins': has(all), 'user/eve': has(reads) } },
    record: call('iam:AddUserToGroup', { request: { userName: 'eve', groupName: 'admins' } }),
  },
  {
    name: 'through CloudFormation',
    expect: ['administrator'],
    severity: 'high',
    lookups: attaching(all, has()),
    record: attach({ by: user('bob', { invokedBy: 'cloudformation.amazonaws.com' }) }),
  },
];

const quiet = (): Example[] => [
  { name: 'what it could do already', expect: [], lookups: attaching(passes, has(all)), record: attach() },
  {
    name: 'nothing by which anybody gets more',
    expect: [],
    lookups: { 'managed-policy': { [policyArn]: app(reads) } },
    record: attach(),
  },
  {
    name: 'held back by the boundary',
    expect: [],
    lookups: attaching(passes, { ...has(runs), boundary: { arn: policyArn, document: reads } }),
    record: attach(),
  },
  {
    name: 'the same policy written again',
    expect: [],
    lookups: {
      'prior-state': { 'role/web': { readAt: night, inline: { p0: rewrites } } },
      permissions: { 'role/web': has(rewrites) },
    },
    record: put(rewrites),
  },
  {
    name: 'a version kept for later',
    expect: [],
    record: call('iam:CreatePolicyVersion', {
      request: { policyArn, policyDocument: all, setAsDefault: false },
      response: { policyVersion: { versionId: 'v2', isDefaultVersion: false } },
    }),
  },
  {
    name: 'given to oneself: told by another rule',
    expect: [],
    lookups: {
      'managed-policy': { [policyArn]: app(all) },
      permissions: { 'user/bob': has() },
    },
    record: call('iam:AttachUserPolicy', { request: { userName: 'bob', policyArn } }),
  },
];

const undecidable = (): Example[] => [
  { name: 'a policy that could not be read', expect: [], undecided: 'unavailable', record: attach() },
];

export const examples = (): Example[] => [...loud(), ...quiet(), ...undecidable()];
