import { authorization, documentOf, managedPolicy, reads } from '../../account/example.ts';
import type { ManagedPolicy } from '../../account/snapshot-identities.ts';
import { adminVerdict } from '../admin-verdict.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { customerPolicies, defaultDocument } from '../documents.ts';
import { judgeEach } from '../judge-each.ts';

export const check = defineCheck({
  id: 'policy-admin-customer-unattached',
  topic: 'policies',
  severity: 'low',
  title: 'Unattached policy of your own allows everything',
  why: 'Whoever may attach policies can take it from the shelf.',
  fix: 'Delete it.',
  misses: 'Documents that allow nearly everything: policy-privilege-escalation and policy-service-wildcard.',
  needs: ['authorization'],
  messages: {
    FAIL: {
      everything: 'The policy {policy} allows every action on everything.',
      conditional: 'The policy {policy} allows every action on everything, where {conditions}.',
    },
    PASS: { less: 'The policy {policy} does not allow everything.' },
    NOT_APPLICABLE: {
      none: 'Every policy of your own is attached to something.',
      'boundary-only': 'The policy {policy} is used as a boundary only: it gives nothing.',
    },
    NOT_EVALUATED: { unreadable: 'The policy {policy} cannot be read ({cause}).' },
  },

  judge({ sources, account }) {
    const policies = customerPolicies(sources.authorization).filter(
      ({ attachmentCount }) => attachmentCount === 0,
    );
    return judgeEach(policies, account, 'none', (policy) => {
      if (policy.boundaryUsageCount > 0)
        return {
          message: 'boundary-only',
          resource: policy.arn,
          resourceId: policy.name,
          data: { policy: policy.name },
        };
      const { data, ...verdict } = adminVerdict(defaultDocument(policy), 'low');
      return {
        ...verdict,
        resource: policy.arn,
        resourceId: policy.name,
        data: { policy: policy.name, ...data },
      };
    });
  },
});

const state = (statement: object, over: Partial<ManagedPolicy> = {}) =>
  reads(
    authorization({ policies: [managedPolicy('p', documentOf(statement), { attachmentCount: 0, ...over })] }),
  );

export const examples = (): CheckExample[] => [
  { name: 'everything', expect: ['everything'], severity: 'low', state: state({ Action: '*' }) },
  { name: 'everything, written otherwise', expect: ['everything'], state: state({ Action: ['*:*'] }) },
  { name: 'everything but one action', expect: ['everything'], state: state({ NotAction: 's3:GetObject' }) },
  {
    name: 'everything, with MFA only',
    expect: ['conditional'],
    severity: 'info',
    state: state({ Action: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
  },
  { name: 'everything but IAM', expect: ['less'], state: state({ NotAction: 'iam:*' }) },
  {
    name: 'everything on one bucket',
    expect: ['less'],
    state: state({ Action: '*', Resource: 'arn:aws:s3:::b/*' }),
  },
  { name: 'a service', expect: ['less'], state: state({ Action: 's3:*' }) },
  {
    name: 'everything, as a boundary',
    expect: ['boundary-only'],
    state: state({ Action: '*' }, { attachmentCount: 0, boundaryUsageCount: 3 }),
  },
  { name: 'a document that cannot be read', expect: ['unreadable'], state: state({ Effect: 'Maybe' }) },
];
