import { readSource } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';

export const check = defineCheck({
  id: 'root-central-management-disabled',
  topic: 'root',
  severity: 'high',
  title: 'Organisation does not manage its members’ root credentials',
  why: 'Every member account then keeps a root user with a password and a mailbox of its own, which somebody has to guard.',
  fix: 'In the management account enable trusted access for IAM and "Root credentials management", then delete the members’ root credentials.',
  misses: 'Whether the members’ credentials were deleted: root-mfa-disabled tells that in each account.',
  needs: ['organizationFeatures'],
  messages: {
    FAIL: { off: 'Root credentials of member accounts are not managed centrally. Enabled: {features}.' },
    PASS: { on: 'Root credentials of member accounts are managed centrally.' },
    NOT_APPLICABLE: { outside: 'The account is in no organisation.' },
  },

  judge({ sources: { organizationFeatures: features }, account }) {
    const about = { resource: account.arn, resourceId: account.id };
    if (!features.inOrganization) return [{ message: 'outside', ...about, data: {} }];
    const isOn = features.value.includes('RootCredentialsManagement');
    const named = features.value.length === 0 ? ['nothing'] : features.value;
    return [
      isOn ? { message: 'on', ...about, data: {} } : { message: 'off', ...about, data: { features: named } },
    ];
  },
});

const enabled = (...features: readonly string[]) => ({
  organizationFeatures: readSource({ inOrganization: true, value: features } as const),
});

export const examples = (): CheckExample[] => [
  { name: 'nothing enabled', expect: ['off'], severity: 'high', state: enabled() },
  { name: 'root sessions only', expect: ['off'], state: enabled('RootSessions') },
  { name: 'enabled', expect: ['on'], state: enabled('RootCredentialsManagement', 'RootSessions') },
  {
    name: 'no organisation',
    expect: ['outside'],
    state: { organizationFeatures: readSource({ inOrganization: false } as const) },
  },
  {
    name: 'DescribeOrganization says that there is no organisation',
    expect: ['outside'],
    state: { organization: readSource({ inOrganization: false } as const) },
  },
  { name: 'another member account, which may not ask', expect: ['unavailable'], state: {} },
];
