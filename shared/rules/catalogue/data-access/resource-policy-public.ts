import { call, denied } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import type { Policy } from '../../../policy/policy.ts';
import { publicStatements } from '../../../policy/public-access.ts';
import { readPolicy } from '../../../policy/read-policy.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import {
  policyRemovingActions,
  policyWritingActions,
  removedResourcePolicyOf,
  writtenResourcePolicyOf,
} from '../../resource-policy-call.ts';

/** What everybody may do, as the policy says it; "everything but …" for NotAction. */
const publicActions = (policy: Policy): readonly string[] => [
  ...new Set(
    publicStatements(policy).flatMap(({ actions }) =>
      actions.except ? [`everything but ${actions.patterns.join(', ')}`] : actions.patterns,
    ),
  ),
];

const replaced = (event: IamEvent) => {
  const written = writtenResourcePolicyOf(event);
  if (!written || readPolicy(written.document).status !== 'read') return [];
  const { document: _, ...policy } = written;
  return [policy];
};

export default defineRule({
  id: 'resource-policy-public',
  kind: 'condition',
  severity: 'high',
  on: { actions: policyWritingActions },
  outcome: 'attempted',
  title: 'Resource policy opened to everybody',
  why: 'Anybody with an AWS account, often anybody at all, may now do with the resource what the policy says: read its data, use the key, send to the queue.',
  fix: 'Take the statement out, or limit it to your organization (aws:PrincipalOrgID), an account or a network. Then see in data events who used it meanwhile.',
  misses:
    'What was shared by an ACL, a snapshot attribute or Resource Access Manager. Policies of accounts or partners that are too wide. Refused calls whose policy was not logged.',
  falsePositives:
    'Buckets of public websites. Buckets that Block Public Access closes all the same. Conditions of a single service that narrow access in ways the rule does not know.',
  attack: ['T1098', 'T1530', 'T1537'],
  messages: {
    public: {
      done: '{actor} opened {resource} to everybody ({eventName}): {actions}.',
      tried: '{actor} tried to open {resource} to everybody ({eventName}: {actions}); AWS refused it.',
    },
    unreadable: {
      done: '{actor} wrote a policy for {resource} ({eventName}) that cannot be read: {cause}.',
      tried:
        '{actor} tried to write a policy for {resource} ({eventName}) that cannot be read ({cause}); AWS refused it.',
    },
  },
  undoneBy: [
    // What the new policy says is found by the same event, and a condition that is opened and ended by one event stays open.
    { actions: policyWritingActions, undoes: replaced },
    {
      actions: policyRemovingActions,
      undoes: (event) => [removedResourcePolicyOf(event)].filter((policy) => policy !== undefined),
    },
  ],

  evaluate(event) {
    const written = writtenResourcePolicyOf(event);
    if (!written) return [];
    const { document, ...about } = written;
    const reading = readPolicy(document);
    if (reading.status === 'unreadable')
      return [{ message: 'unreadable', severity: 'medium', ...about, data: { cause: reading.cause } }];
    const actions = publicActions(reading.policy);
    return actions.length > 0 ? [{ message: 'public', ...about, data: { actions } }] : [];
  },
});

const everybody = (Action: string, Condition: object = {}) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action, Resource: '*', Condition }],
  });
const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
const queueUrl = 'https://sqs.us-east-1.amazonaws.com/111122223333/orders';

const loud = (): Example[] => [
  {
    name: 'a key',
    expect: ['public'],
    severity: 'high',
    record: call('kms:PutKeyPolicy', {
      request: { keyId, policyName: 'default', policy: everybody('kms:*') },
    }),
  },
  {
    name: 'a secret',
    expect: ['public'],
    record: call('secretsmanager:PutResourcePolicy', {
      request: { secretId: 'db', resourcePolicy: everybody('secretsmanager:GetSecretValue') },
    }),
  },
  {
    name: 'a queue',
    expect: ['public'],
    record: call('sqs:SetQueueAttributes', {
      request: { queueUrl, attributes: { Policy: everybody('sqs:*') } },
    }),
  },
  {
    name: 'a topic, with a condition that lets everybody through',
    expect: ['public'],
    record: call('sns:SetTopicAttributes', {
      request: {
        topicArn: 'arn:aws:sns:us-east-1:111122223333:news',
        attributeName: 'Policy',
        attributeValue: everybody('sns:Subscribe', { StringEquals: { 'sns:Protocol': 'https' } }),
      },
    }),
  },
  {
    name: 'a bucket, whose policy is logged as an object',
    expect: ['public'],
    record: call('s3:PutBucketPolicy', {
      request: { bucketName: 'web', bucketPolicy: JSON.parse(everybody('s3:GetObject')) },
    }),
  },
  {
    name: 'an event bus',
    expect: ['public'],
    record: call('events:PutPermission', {
      request: { action: 'events:PutEvents', principal: '*', statementId: 'all' },
    }),
  },
  {
    name: 'refused, with the policy logged',
    expect: ['public'],
    severity: 'medium',
    record: call('s3:PutBucketPolicy', {
      request: { bucketName: 'web', bucketPolicy: JSON.parse(everybody('s3:*')) },
      error: denied('s3:PutBucketPolicy', 'arn:aws:s3:::web'),
    }),
  },
  {
    name: 'a policy that cannot be read',
    expect: ['unreadable'],
    severity: 'medium',
    record: call('kms:PutKeyPolicy', { request: { keyId, policy: '{"Statement":' } }),
  },
];

const quiet = (): Example[] => [
  {
    name: 'the default policy of a topic',
    expect: [],
    record: call('sns:CreateTopic', {
      request: {
        name: 'news',
        attributes: {
          Policy: everybody('sns:Publish', { StringEquals: { 'AWS:SourceOwner': '111122223333' } }),
        },
      },
    }),
  },
  {
    name: 'for one organization',
    expect: [],
    record: call('ecr:SetRepositoryPolicy', {
      request: {
        repositoryName: 'base',
        policyText: everybody('ecr:*', { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }),
      },
    }),
  },
  {
    name: 'the default policy of a key',
    expect: [],
    record: call('kms:PutKeyPolicy', {
      request: {
        keyId,
        policy: everybody('kms:*').replace('"*"', '{"AWS":"arn:aws:iam::111122223333:root"}'),
      },
    }),
  },
  {
    name: 'another attribute of a queue',
    expect: [],
    record: call('sqs:SetQueueAttributes', { request: { queueUrl, attributes: { DelaySeconds: '5' } } }),
  },
  {
    name: 'malformed for the service',
    expect: [],
    record: call('s3:PutBucketPolicy', {
      request: { bucketName: 'web', bucketPolicy: JSON.parse(everybody('s3:*')) },
      error: { code: 'MalformedPolicy' },
    }),
  },
  {
    name: 'refused, with nothing logged',
    expect: [],
    record: call('kms:PutKeyPolicy', { error: denied('kms:PutKeyPolicy') }),
  },
];

export const examples = (): Example[] => [...loud(), ...quiet()];
