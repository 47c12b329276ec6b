import { readSource } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { ofAccount } from '../judge-each.ts';
import { attachedOfType } from '../organization-policies.ts';

export const check = defineCheck({
  id: 'organization-tag-policy-missing',
  topic: 'organization',
  severity: 'info',
  title: 'Organisation has no tag policy',
  why: 'Tags that are written in three ways name no owner and decide no access.',
  fix: 'Attach a tag policy to the root of the organisation.',
  misses: 'What the policy says.',
  needs: ['organizationPolicies'],
  messages: {
    FAIL: { none: 'No tag policy is attached to anything.' },
    PASS: { some: 'Tag policies in force: {policies}.' },
    NOT_APPLICABLE: { outside: 'The account is in no organisation.' },
  },

  judge({ sources: { organizationPolicies: found }, account }) {
    if (!found.inOrganization) return [ofAccount(account, 'outside')];
    const policies = attachedOfType(found.value, 'TAG_POLICY').map(({ name }) => name);
    return [policies.length > 0 ? ofAccount(account, 'some', { policies }) : ofAccount(account, 'none')];
  },
});

const state = (type: string, targets: readonly string[] = ['r-1']) => ({
  organizationPolicies: readSource({
    inOrganization: true,
    value: [
      {
        id: 'p-1',
        arn: 'arn:aws:organizations::444455556666:policy/o-example/x/p-1',
        name: 'tags',
        type,
        isAwsManaged: false,
        content: '{}',
        targets,
      },
    ],
  } as const),
});

export const examples = (): CheckExample[] => [
  { name: 'another type only', expect: ['none'], severity: 'info', state: state('SERVICE_CONTROL_POLICY') },
  { name: 'attached to nothing', expect: ['none'], state: state('TAG_POLICY', []) },
  { name: 'attached', expect: ['some'], state: state('TAG_POLICY') },
  {
    name: 'no organisation',
    expect: ['outside'],
    state: { organization: readSource({ inOrganization: false } as const) },
  },
];
