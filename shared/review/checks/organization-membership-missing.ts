import { readSource } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { ofAccount } from '../judge-each.ts';

export const check = defineCheck({
  id: 'organization-membership-missing',
  topic: 'organization',
  severity: 'low',
  title: 'Account is in no organisation',
  why: 'Nothing limits what its administrators do: no control policies, no central trail, no central root access.',
  fix: 'Invite it into your organisation, or make one: `aws organizations create-organization`.',
  misses: 'Whether it is the organisation that you think.',
  needs: ['organization'],
  messages: {
    FAIL: { outside: 'The account is in no organisation.' },
    PASS: { member: 'The account is in the organisation {organization}.' },
  },

  judge: ({ sources: { organization }, account }) => [
    organization.inOrganization
      ? ofAccount(account, 'member', { organization: organization.value.id })
      : ofAccount(account, 'outside'),
  ],
});

export const examples = (): CheckExample[] => [
  {
    name: 'none',
    expect: ['outside'],
    severity: 'low',
    state: { organization: readSource({ inOrganization: false } as const) },
  },
  {
    name: 'a member',
    expect: ['member'],
    state: {
      organization: readSource({
        inOrganization: true,
        value: {
          id: 'o-example',
          arn: 'arn:aws:organizations::444455556666:organization/o-example',
          managementAccountId: '444455556666',
          featureSet: 'ALL',
        },
      } as const),
    },
  },
];
