import { call, denied, role, service } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { defineRule, type Example, type Match } from '../../define-rule.ts';
import { isDeployment } from '../../deployment.ts';
import type { Facts } from '../../facts.ts';
import { foreignPrincipals } from '../../foreign-principals.ts';
import { kmsKeyOf } from '../../kms-key.ts';
import { documentIn } from '../../policy-in-request.ts';

type Message = 'changed' | 'shared' | 'unreadable';

const verdictOf = (event: IamEvent, { settings }: Facts): Omit<Match<Message>, 'resource'> => {
  const document = documentIn(event, 'policy');
  if (document.status === 'unreadable') return { message: 'unreadable', data: { cause: document.cause } };
  if (document.status === 'refused') return { message: 'changed', data: {} };
  const principals = foreignPrincipals(event, settings, document.policy);
  if (principals.length > 0) return { message: 'shared', severity: 'high', data: { principals } };
  return { message: 'changed', data: {}, ...(isDeployment(event, settings) ? { severity: 'low' } : {}) };
};

export default defineRule({
  id: 'kms-key-policy-changed',
  kind: 'incident',
  severity: 'medium',
  on: { actions: ['kms:PutKeyPolicy'] },
  outcome: 'attempted',
  serviceInitiated: 'skip',
  title: 'Policy of a KMS key changed',
  why: 'The policy of a key decides who can read what is encrypted with it, whatever IAM says. It can let in a foreign account, or lock out its own.',
  fix: 'Compare the policy with the one before (AWS Config, or the code it comes from). Put it back if the change was not planned, and look for calls of Decrypt by whoever was let in.',
  misses:
    'Grants (kms:CreateGrant). What the policy was before. Principals of other accounts that are let in by a condition instead of a name: see resource-policy-public.',
  falsePositives:
    'Deployments that write the policy of their key anew: by CloudFormation or by a role of the setting pipelines they are rated low, unless another account is let in. Accounts of your organization or partners, until the settings organizationAccounts and trustedAccounts name them.',
  attack: ['T1098', 'T1222', 'T1531'],
  messages: {
    changed: {
      done: '{actor} changed the policy of KMS key {resource}.',
      tried: '{actor} tried to change the policy of KMS key {resource}; AWS refused it.',
    },
    shared: {
      done: '{actor} wrote a policy for KMS key {resource} that lets in other accounts: {principals}.',
      tried: '{actor} tried to let other accounts use KMS key {resource} ({principals}); AWS refused it.',
    },
    unreadable: {
      done: '{actor} wrote a policy for KMS key {resource} that cannot be read: {cause}.',
      tried:
        '{actor} tried to write a policy for KMS key {resource} that cannot be read ({cause}); AWS refused it.',
    },
  },

  evaluate: (event, facts) => [{ ...verdictOf(event, facts), resource: kmsKeyOf(event) }],
});

const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
const put = (Principal: object, over: object = {}) =>
  call('kms:PutKeyPolicy', {
    request: {
      keyId,
      policyName: 'default',
      policy: JSON.stringify({
        Statement: [{ Effect: 'Allow', Principal, Action: 'kms:*', Resource: '*' }],
      }),
    },
    ...over,
  });
const foreign = { AWS: ['arn:aws:iam::111122223333:root', 'arn:aws:iam::444455556666:role/x'] };

export const examples = (): Example[] => [
  {
    name: 'for the own account',
    expect: ['changed'],
    severity: 'medium',
    record: put({ AWS: 'arn:aws:iam::111122223333:root' }),
  },
  { name: 'for another account', expect: ['shared'], severity: 'high', record: put(foreign) },
  {
    name: 'for another account of the organization',
    expect: ['changed'],
    record: put(foreign),
    settings: { organizationAccounts: ['111122223333', '444455556666'] },
  },
  {
    name: 'for the own account, by a role that deploys',
    expect: ['changed'],
    severity: 'low',
    record: put({ AWS: 'arn:aws:iam::111122223333:root' }, { by: role('deploy', 'ci') }),
    settings: { pipelines: ['arn:aws:iam::*:role/deploy'] },
  },
  {
    name: 'for another account, by a role that deploys',
    expect: ['shared'],
    severity: 'high',
    record: put(foreign, { by: role('deploy', 'ci') }),
    settings: { pipelines: ['arn:aws:iam::*:role/deploy'] },
  },
  {
    name: 'too large for CloudTrail',
    expect: ['unreadable'],
    record: call('kms:PutKeyPolicy', {
      request: { omitted: true, reason: 'requestParameters too large' },
    }),
  },
  {
    name: 'refused',
    expect: ['changed'],
    severity: 'low',
    record: call('kms:PutKeyPolicy', {
      error: denied('kms:PutKeyPolicy', `arn:aws:kms:us-east-1:111122223333:key/${keyId}`),
    }),
  },
  { name: 'by an AWS service', expect: [], record: put(foreign, { by: service('rds.amazonaws.com') }) },
  {
    name: 'malformed for KMS',
    expect: [],
    record: put(foreign, { error: { code: 'MalformedPolicyDocumentException' } }),
  },
];
