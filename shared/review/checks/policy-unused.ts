import { authorization, daysAgo, documentOf, managedPolicy, reads } from '../../account/example.ts';
import type { ManagedPolicy } from '../../account/snapshot-identities.ts';
import { daysSince, isDaysOld } from '../age.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { customerPolicies } from '../documents.ts';
import { judgeEach } from '../judge-each.ts';

export const check = defineCheck({
  id: 'policy-unused',
  topic: 'policies',
  severity: 'info',
  title: 'Policy is attached to nothing',
  why: 'It can be attached at any time by somebody who does not know what it allows.',
  fix: 'Delete it: `aws iam delete-policy`.',
  misses: 'When it was last attached: AWS does not tell, so its age counts.',
  needs: ['authorization'],
  thresholds: ['policyUnusedDays'],
  messages: {
    FAIL: { unused: 'The policy {policy}, {days} days old, is attached to nothing.' },
    PASS: {
      attached: 'The policy {policy} is attached to {count} identities.',
      boundary: 'The policy {policy} is used as a boundary.',
      new: 'The policy {policy} is {days} days old; it may wait {limit} to be attached.',
    },
    NOT_APPLICABLE: { 'no-policies': 'The account has no managed policy of its own.' },
  },

  judge({ sources, account, at, criteria }) {
    const limit = criteria.thresholds.policyUnusedDays;
    return judgeEach(customerPolicies(sources.authorization), account, 'no-policies', (policy) => {
      const about = { resource: policy.arn, resourceId: policy.name };
      const data = { policy: policy.name };
      if (policy.attachmentCount > 0)
        return { message: 'attached', ...about, data: { ...data, count: policy.attachmentCount } };
      if (policy.boundaryUsageCount > 0) return { message: 'boundary', ...about, data };
      const age = { ...data, days: daysSince(at, policy.createdAt), limit };
      return { message: isDaysOld(at, policy.createdAt, limit) ? 'unused' : 'new', ...about, data: age };
    });
  },
});

const state = (over: Partial<ManagedPolicy>) =>
  reads(
    authorization({
      policies: [managedPolicy('p', documentOf({ Action: 's3:GetObject' }), { attachmentCount: 0, ...over })],
    }),
  );

export const examples = (): CheckExample[] => [
  {
    name: 'attached to nothing, 30 days old',
    expect: ['unused'],
    severity: 'info',
    state: state({ createdAt: daysAgo(30) }),
  },
  { name: 'attached to nothing, 29 days old', expect: ['new'], state: state({ createdAt: daysAgo(29) }) },
  { name: 'attached', expect: ['attached'], state: state({ attachmentCount: 2 }) },
  { name: 'a boundary', expect: ['boundary'], state: state({ boundaryUsageCount: 1 }) },
  { name: 'none', expect: ['no-policies'], state: reads(authorization({})) },
];
