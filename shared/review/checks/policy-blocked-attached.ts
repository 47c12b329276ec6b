import { authorization, awsPolicy, reads, role } from '../../account/example.ts';
import { attachments } from '../attachments.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach, ofAccount } from '../judge-each.ts';

export const check = defineCheck({
  id: 'policy-blocked-attached',
  topic: 'policies',
  severity: 'medium',
  title: 'A policy that must not be used is attached',
  why: 'The setting review.blockedPolicies says that nobody is to have it.',
  fix: 'Detach it.',
  misses: 'Copies of it under another name.',
  needs: ['authorization'],
  messages: {
    FAIL: { attached: '{policy}, which the settings block, is attached to {holder}.' },
    PASS: { none: 'No blocked policy is attached to anything.' },
    NOT_APPLICABLE: { 'no-list': 'The setting review.blockedPolicies names no policy.' },
  },

  judge({ sources, account, criteria }) {
    const blocked = new Set(criteria.settings.blockedPolicies ?? []);
    if (blocked.size === 0) return [ofAccount(account, 'no-list')];
    const those = attachments(sources.authorization).filter(({ policyArn }) => blocked.has(policyArn));
    return judgeEach(those, account, 'none', ({ holderArn, holderName, policyArn }) => ({
      message: 'attached',
      resource: holderArn,
      resourceId: `${holderName}/${policyArn.slice(policyArn.lastIndexOf('/') + 1)}`,
      data: { policy: policyArn, holder: holderName },
    }));
  },
});

const state = () =>
  reads(authorization({ roles: [role('r', { attachedPolicies: [awsPolicy('PowerUserAccess')] })] }));

export const examples = (): CheckExample[] => [
  {
    name: 'attached',
    expect: ['attached'],
    severity: 'medium',
    settings: { blockedPolicies: [awsPolicy('PowerUserAccess').arn] },
    state: state(),
  },
  {
    name: 'another one attached',
    expect: ['none'],
    settings: { blockedPolicies: [awsPolicy('IAMFullAccess').arn] },
    state: state(),
  },
  { name: 'no list', expect: ['no-list'], state: state() },
];
