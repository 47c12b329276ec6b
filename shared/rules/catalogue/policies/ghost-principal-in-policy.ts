import { call } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { readPolicy } from '../../../policy/read-policy.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { policyWritingActions, writtenResourcePolicyOf } from '../../resource-policy-call.ts';
import { trustWritingActions, writtenTrustOf } from '../../trust-document.ts';

/** Unique ids of users and roles ("IAM identifiers", IAM User Guide). */
const ghost = /^(AIDA|AROA)[A-Z0-9]{8,}(:.*)?$/;

const ghostsIn = (document: unknown): readonly string[] => {
  const reading = readPolicy(document);
  if (reading.status !== 'read') return [];
  const allowed = reading.policy.statements.filter(({ effect }) => effect === 'Allow');
  const ids = allowed.flatMap(({ principals }) => principals.list.map(({ id }) => id));
  return [...new Set(ids)].filter((id) => ghost.test(id));
};

const writtenBy = (event: IamEvent) => {
  const resourcePolicy = writtenResourcePolicyOf(event);
  if (resourcePolicy !== undefined) return resourcePolicy;
  const field = event.name === 'CreateRole' ? 'assumeRolePolicyDocument' : 'policyDocument';
  return { resource: writtenTrustOf(event).resource, document: event.request[field] };
};

export default defineRule({
  id: 'ghost-principal-in-policy',
  kind: 'incident',
  severity: 'low',
  on: { actions: [...trustWritingActions, ...policyWritingActions] },
  title: 'Policy written that lets in a deleted user or role',
  why: 'AWS shows the id of a user or role in place of its ARN once that is deleted. The entry lets nobody in, and hides among those that do: whoever cleans up later may put a name in its place that means somebody else by now.',
  fix: 'Take the id out of the policy, unless you know whom it stood for and have them back under the same name.',
  misses:
    'Policies that became so by a deletion: no call writes them. Ids in conditions (aws:userid), which may be meant. A Deny for such an id.',
  falsePositives: 'A policy that is read and written back by a tool, for another change.',
  attack: ['T1098'],
  messages: {
    ghost: '{actor} wrote a policy for {resource} ({eventName}) that lets in who no longer exists: {ids}.',
  },

  evaluate(event) {
    const { resource, document } = writtenBy(event);
    const ids = ghostsIn(document);
    return ids.length === 0 ? [] : [{ message: 'ghost', resource, data: { ids } }];
  },
});

const document = (principal: unknown, Effect = 'Allow') =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect, Principal: principal, Action: 'sts:AssumeRole' }],
  });
const update = (principal: unknown, effect?: string) =>
  call('iam:UpdateAssumeRolePolicy', {
    request: { roleName: 'web', policyDocument: document(principal, effect) },
  });

export const examples = (): Example[] => [
  {
    name: 'a role that trusts a deleted user',
    expect: ['ghost'],
    severity: 'low',
    record: update({ AWS: ['AIDAQX4KEXAMPLE2ABCD', 'arn:aws:iam::111122223333:role/ci'] }),
  },
  {
    name: 'a bucket policy',
    expect: ['ghost'],
    record: call('s3:PutBucketPolicy', {
      request: { bucketName: 'web', bucketPolicy: JSON.parse(document({ AWS: 'AROAQX4KEXAMPLE2ABCD' })) },
    }),
  },
  { name: 'a role by its ARN', expect: [], record: update({ AWS: 'arn:aws:iam::111122223333:role/AROAX' }) },
  { name: 'a Deny', expect: [], record: update({ AWS: 'AIDAQX4KEXAMPLE2ABCD' }, 'Deny') },
  {
    name: 'new attributes of a queue',
    expect: [],
    record: call('sqs:SetQueueAttributes', {
      request: { queueUrl: 'https://sqs.us-east-1.amazonaws.com/111122223333/orders', attributes: {} },
    }),
  },
];
