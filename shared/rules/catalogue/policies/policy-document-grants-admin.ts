import { call, denied, user } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { booleanAt, textAt } from '../../../events/json.ts';
import { adminGrantOf } from '../../../policy/admin-grant.ts';
import { severityOfGrant } from '../../admin-severity.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { documentIn } from '../../policy-in-request.ts';
import { lowered } from '../../severity.ts';
import { writtenPolicyOf } from '../../written-policy.ts';

/** A version that is not yet in force grants nothing until SetDefaultPolicyVersion. */
const isInForce = (event: IamEvent): boolean =>
  event.name !== 'CreatePolicyVersion' || booleanAt(event.request, 'setAsDefault') === true;

export default defineRule({
  id: 'policy-document-grants-admin',
  kind: 'condition',
  severity: 'critical',
  on: {
    actions: [
      'iam:CreatePolicy',
      'iam:CreatePolicyVersion',
      'iam:PutUserPolicy',
      'iam:PutRolePolicy',
      'iam:PutGroupPolicy',
    ],
  },
  outcome: 'attempted',
  title: 'Policy written that makes its holder an administrator',
  why: 'The document itself allows everything, all of IAM, or an IAM action by which the holder can give itself the rest. No list of AWS policy names shows it.',
  fix: 'Read the document and cut it down to what is needed. Until that is done, take it off whoever holds it.',
  misses:
    'Combinations with other services (iam:PassRole with ec2:RunInstances and the like), what several documents allow together, and boundaries or service control policies that hold it back. A policy is reported although nobody holds it yet.',
  falsePositives:
    'Break-glass and deployment roles. Documents that are held back by a condition are reported one level lower.',
  attack: ['T1098.003', 'T1548.005'],
  messages: {
    grants: {
      done: '{actor} wrote a policy document into {resource} ({policy}) that makes an administrator: {grant}.',
      tried:
        '{actor} tried to write a policy document into {resource} that makes an administrator: {grant}; AWS refused it.',
    },
    escalates: {
      done: '{actor} wrote a policy document into {resource} ({policy}) by which the holder can make itself an administrator: {actions}.',
      tried:
        '{actor} tried to write a policy document into {resource} by which the holder can make itself an administrator; AWS refused it.',
    },
    prepared: {
      done: '{actor} wrote version {policy} of {resource}, which would make an administrator ({grant}) once it is put in force.',
      tried:
        '{actor} tried to write a version of {resource} that would make an administrator; AWS refused it.',
    },
    unreadable: {
      done: '{actor} wrote a policy document into {resource} ({policy}) that cannot be read ({cause}).',
      tried: '{actor} tried to write a policy document into {resource} that cannot be read; AWS refused it.',
    },
    refused: {
      done: '{actor} wrote a policy document into {resource} that CloudTrail did not log.',
      tried:
        '{actor} tried to write a policy document into {resource}; AWS refused it and CloudTrail did not log the document.',
    },
  },
  undoneBy: [
    {
      // A call that writes the policy anew ends what the old one said; what the new one says is found by the same event.
      actions: [
        'iam:DeleteUserPolicy',
        'iam:DeleteRolePolicy',
        'iam:DeleteGroupPolicy',
        'iam:PutUserPolicy',
        'iam:PutRolePolicy',
        'iam:PutGroupPolicy',
        'iam:CreatePolicyVersion',
        'iam:DeletePolicyVersion',
        'iam:DeletePolicy',
      ],
      undoes(event) {
        const isWrite = !event.name.startsWith('Delete');
        if (isWrite && (!isInForce(event) || documentIn(event, 'policyDocument').status !== 'read'))
          return [];
        return [writtenPolicyOf(event)];
      },
    },
  ],

  evaluate(event) {
    const { resource, aspect } = writtenPolicyOf(event);
    const document = documentIn(event, 'policyDocument');
    const policy = textAt(event.request, 'policyName') ?? aspect;
    if (document.status === 'refused')
      return [{ message: 'refused', resource, aspect, severity: 'medium', data: { policy } }];
    if (document.status === 'unreadable')
      return [
        {
          message: 'unreadable',
          resource,
          aspect,
          severity: 'high',
          data: { policy, cause: document.cause },
        },
      ];
    const grant = adminGrantOf(document.policy);
    if (!grant) return [];
    const data = { policy, grant: grant.kind, actions: grant.actions };
    const severity = severityOfGrant(grant);
    if (!isInForce(event))
      return [{ message: 'prepared', resource, aspect, severity: lowered(severity), data }];
    const message = grant.kind === 'escalation' ? 'escalates' : 'grants';
    return [{ message, resource, aspect, severity, data }];
  },
});

const everything = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';
const policyArn = 'arn:aws:iam::111122223333:policy/app';
const put = (policyDocument: string) =>
  call('iam:PutUserPolicy', { request: { userName: 'alice', policyName: 'extra', policyDocument } });

const version = (setAsDefault: boolean) =>
  call('iam:CreatePolicyVersion', {
    request: { policyArn, policyDocument: everything, setAsDefault },
    response: { policyVersion: { versionId: 'v2', isDefaultVersion: setAsDefault } },
  });

const loud = (): Example[] => [
  { name: 'everything, inline', expect: ['grants'], severity: 'critical', record: put(everything) },
  {
    name: 'everything, URL-encoded',
    expect: ['grants'],
    severity: 'critical',
    record: put(encodeURIComponent(everything)),
  },
  {
    name: 'all of IAM behind a condition on MFA',
    expect: ['grants'],
    severity: 'high',
    record: put(
      '{"Statement":{"Effect":"Allow","Action":"iam:*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}}',
    ),
  },
  {
    name: 'one escalating action',
    expect: ['escalates'],
    severity: 'high',
    record: put('{"Statement":{"Effect":"Allow","Action":["s3:*","iam:AttachUserPolicy"],"Resource":"*"}}'),
  },
  {
    name: 'a new managed policy',
    expect: ['grants'],
    record: call('iam:CreatePolicy', {
      request: { policyName: 'app', policyDocument: everything },
      response: { policy: { arn: policyArn, policyName: 'app' } },
    }),
  },
  { name: 'a version kept for later', expect: ['prepared'], severity: 'high', record: version(false) },
  { name: 'a version in force', expect: ['grants'], severity: 'critical', record: version(true) },
  { name: 'not JSON', expect: ['unreadable'], severity: 'high', record: put('{"Statement":[') },
  {
    name: 'too large for CloudTrail',
    expect: ['unreadable'],
    record: call('iam:PutUserPolicy', { request: { omitted: true, reason: 'requestParameters too large' } }),
  },
  {
    name: 'refused: no document is logged',
    expect: ['refused'],
    severity: 'low',
    record: call('iam:PutUserPolicy', { error: denied('iam:PutUserPolicy', 'user bob') }),
  },
  {
    name: 'through CloudFormation',
    expect: ['grants'],
    severity: 'critical',
    record: call('iam:PutRolePolicy', {
      by: user('bob', { invokedBy: 'cloudformation.amazonaws.com' }),
      request: { roleName: 'deployer', policyName: 'all', policyDocument: everything },
    }),
  },
];

const quiet = (): Example[] => [
  {
    name: 'one’s own access keys only',
    expect: [],
    record: put(
      '{"Statement":{"Effect":"Allow","Action":"iam:CreateAccessKey","Resource":"arn:aws:iam::111122223333:user/alice"}}',
    ),
  },
  {
    name: 'reading IAM',
    expect: [],
    record: put('{"Statement":{"Effect":"Allow","Action":["iam:Get*","iam:List*"],"Resource":"*"}}'),
  },
  {
    name: 'malformed for IAM',
    expect: [],
    record: call('iam:PutUserPolicy', {
      request: { userName: 'alice', policyName: 'extra', policyDocument: everything },
      error: { code: 'MalformedPolicyDocumentException' },
    }),
  },
];

export const examples = (): Example[] => [...loud(), ...quiet()];
