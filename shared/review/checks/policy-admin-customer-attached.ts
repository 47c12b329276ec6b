import { authorization, daysAgo, documentOf, managedPolicy, reads } from '../../account/example.ts';
import type { ManagedPolicy } from '../../account/snapshot-identities.ts';
import { adminVerdict } from '../admin-verdict.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { customerPolicies, defaultDocument } from '../documents.ts';
import { judgeEach } from '../judge-each.ts';

export const check = defineCheck({
  id: 'policy-admin-customer-attached',
  topic: 'policies',
  severity: 'high',
  title: 'Attached policy of your own allows everything',
  why: 'Whoever has it owns the account, and its name does not say so.',
  fix: 'Allow what is called, no more; administrators need no policy of their own, AWS has one.',
  misses: 'Documents that allow nearly everything: policy-privilege-escalation and policy-service-wildcard.',
  needs: ['authorization'],
  messages: {
    FAIL: {
      everything: 'The policy {policy} allows every action on everything.',
      conditional: 'The policy {policy} allows every action on everything, where {conditions}.',
    },
    PASS: { less: 'The policy {policy} does not allow everything.' },
    NOT_APPLICABLE: {
      none: 'No policy of your own is attached to anything.',
    },
    NOT_EVALUATED: { unreadable: 'The policy {policy} cannot be read ({cause}).' },
  },

  judge({ sources, account }) {
    const policies = customerPolicies(sources.authorization).filter(
      ({ attachmentCount }) => attachmentCount > 0,
    );
    return judgeEach(policies, account, 'none', (policy) => {
      const { data, ...verdict } = adminVerdict(defaultDocument(policy), 'high');
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
    authorization({ policies: [managedPolicy('p', documentOf(statement), { attachmentCount: 1, ...over })] }),
  );

export const examples = (): CheckExample[] => [
  { name: 'everything', expect: ['everything'], severity: 'high', state: state({ Action: '*' }) },
  { name: 'everything, written otherwise', expect: ['everything'], state: state({ Action: ['*:*'] }) },
  { name: 'everything but one action', expect: ['everything'], state: state({ NotAction: 's3:GetObject' }) },
  {
    name: 'everything, with MFA only',
    expect: ['conditional'],
    severity: 'medium',
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
    name: 'everything, in a version that is not in force',
    expect: ['less'],
    state: reads(
      authorization({
        policies: [
          managedPolicy('p', documentOf({ Action: 's3:GetObject' }), {
            versions: [
              { id: 'v1', isDefault: false, createdAt: daysAgo(9), document: documentOf({ Action: '*' }) },
              {
                id: 'v2',
                isDefault: true,
                createdAt: daysAgo(1),
                document: documentOf({ Action: 's3:GetObject' }),
              },
            ],
          }),
        ],
      }),
    ),
  },
  {
    name: 'everything, attached to nothing',
    expect: ['none'],
    state: state({ Action: '*' }, { attachmentCount: 0 }),
  },
  { name: 'a document that cannot be read', expect: ['unreadable'], state: state({ Effect: 'Maybe' }) },
];
