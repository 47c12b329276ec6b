import { call } from '../../../events/example.ts';
import { iamArn } from '../../../events/target.ts';
import { describeStatement } from '../../../policy/describe-statement.ts';
import { actingHolder } from '../../change/own-change.ts';
import { holderId } from '../../change/policy-edit.ts';
import { removedDenials } from '../../change/removed-guards.ts';
import { lookupsOfEdit, resolveEdit } from '../../change/resolve-edit.ts';
import { editText, permissionEditOf } from '../../change/weighed-change.ts';
import { defineRule, type Example } from '../../define-rule.ts';

export default defineRule({
  id: 'deny-removed',
  kind: 'incident',
  severity: 'high',
  on: {
    actions: [
      'iam:CreatePolicyVersion',
      'iam:DeleteGroupPolicy',
      'iam:DeleteRolePolicy',
      'iam:DeleteUserPolicy',
      'iam:DetachGroupPolicy',
      'iam:DetachRolePolicy',
      'iam:DetachUserPolicy',
      'iam:PutGroupPolicy',
      'iam:PutRolePolicy',
      'iam:PutUserPolicy',
      'iam:RemoveUserFromGroup',
      'iam:SetDefaultPolicyVersion',
    ],
  },
  serviceInitiated: 'skip',
  infrastructureAsCode: 'lower',
  title: 'Deny taken away from an identity or a policy',
  why: 'A Deny is there to hold something back that another policy allows. Without it that is open at once, although nothing was granted.',
  fix: 'Put the statement back; the diff shows it. If it held back what the caller itself wanted, treat the caller as compromised.',
  misses:
    'A Deny that stays and whose conditions become easier to get around. The same Deny in another policy of the holder, which still holds. Inline policies need a nightly snapshot to be compared with; without one they are not looked at.',
  falsePositives:
    'Identities that are retired: their policies are taken off before they are deleted. What is taken off somebody else is told with severity medium.',
  attack: ['T1098.003', 'T1562.001', 'T1548.005'],
  messages: {
    removed: '{actor} took away a Deny with {policy} ({eventName}): {denials}.',
  },

  lookups: (event, _, answerTo) => {
    const edit = permissionEditOf(event);
    return edit === undefined ? [] : lookupsOfEdit(edit, answerTo);
  },

  evaluate(event, { answerTo }) {
    const edit = permissionEditOf(event);
    if (edit === undefined) return [];
    const { before, after } = resolveEdit(edit, answerTo);
    if (before.status !== 'known' || after.status !== 'known') return [];
    const denials = removedDenials(before.policy, after.policy);
    if (denials.length === 0) return [];
    const { holder } = edit;
    const actor = actingHolder(event);
    const isOthers = holder !== undefined && (actor === undefined || holderId(holder) !== holderId(actor));
    const isTakenOff = edit.after.kind === 'none';
    return [
      {
        message: 'removed',
        severity: isTakenOff && isOthers ? 'medium' : 'high',
        resource: holder === undefined ? edit.name : iamArn(event, holder.kind, holder.name),
        aspect: edit.name,
        data: { policy: editText(edit), denials: denials.map(describeStatement) },
      },
    ];
  },
});

const night = '2026-03-04T01:00:00Z';
const policyArn = 'arn:aws:iam::111122223333:policy/guard';
const document = (...statements: object[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });
const deny = (Action: string, over: object = {}) => ({ Effect: 'Deny', Action, Resource: '*', ...over });
const allow = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
const guard = () => document(allow, deny('s3:DeleteBucket'));
const versionOf = (text: string) => ({
  arn: policyArn,
  version: 'v1',
  createdAt: night,
  document: text,
});
const inForce = () => ({ [policyArn]: versionOf(guard()) });
const before = (text: string) => ({
  'prior-state': { 'user/bob': { readAt: night, inline: { own: text } } },
});
const put = (policyDocument: string) =>
  call('iam:PutUserPolicy', { request: { userName: 'bob', policyName: 'own', policyDocument } });

export const examples = (): Example[] => [
  {
    name: 'detached from somebody else',
    expect: ['removed'],
    severity: 'medium',
    lookups: { 'managed-policy': inForce() },
    record: call('iam:DetachUserPolicy', { request: { userName: 'eve', policyArn } }),
  },
  {
    name: 'detached from oneself',
    expect: ['removed'],
    severity: 'high',
    lookups: { 'managed-policy': inForce() },
    record: call('iam:DetachUserPolicy', { request: { userName: 'bob', policyArn } }),
  },
  {
    name: 'a new version without it',
    expect: ['removed'],
    severity: 'high',
    lookups: { 'policy-before': { [`${policyArn} v2`]: { ...versionOf(guard()), isCertain: true } } },
    record: call('iam:CreatePolicyVersion', {
      request: { policyArn, policyDocument: document(allow), setAsDefault: true },
      response: { policyVersion: { versionId: 'v2', isDefaultVersion: true } },
    }),
  },
  {
    name: 'an inline policy written anew, its Deny under a condition now',
    expect: ['removed'],
    lookups: before(guard()),
    record: put(
      document(allow, deny('s3:DeleteBucket', { Condition: { Bool: { 'aws:ViaAWSService': 'false' } } })),
    ),
  },
  {
    name: 'an inline policy deleted',
    expect: ['removed'],
    lookups: before(guard()),
    record: call('iam:DeleteUserPolicy', { request: { userName: 'bob', policyName: 'own' } }),
  },
  {
    name: 'out of the group that denies',
    expect: ['removed'],
    lookups: {
      permissions: {
        'group/guarded': {
          policies: [{ name: 'g', kind: 'inline', holder: 'group/guarded', document: guard() }],
          groups: [],
          gaps: [],
        },
      },
    },
    record: call('iam:RemoveUserFromGroup', { request: { userName: 'bob', groupName: 'guarded' } }),
  },
  {
    name: 'a Deny that denies more than before',
    expect: [],
    lookups: before(guard()),
    record: put(document(allow, deny('s3:Delete*'))),
  },
  {
    name: 'a policy without any',
    expect: [],
    lookups: before(document(allow)),
    record: call('iam:DeleteUserPolicy', { request: { userName: 'bob', policyName: 'own' } }),
  },
  {
    name: 'a policy that could not be read',
    expect: [],
    undecided: 'unavailable',
    record: call('iam:DetachUserPolicy', { request: { userName: 'eve', policyArn } }),
  },
];
