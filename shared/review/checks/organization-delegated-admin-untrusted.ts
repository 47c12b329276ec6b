import { readSource } from '../../account/example.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach, ofAccount } from '../judge-each.ts';

export const check = defineCheck({
  id: 'organization-delegated-admin-untrusted',
  topic: 'organization',
  severity: 'high',
  title: 'Delegated administrator is not on your list',
  why: 'It manages a service for every account of the organisation: GuardDuty, IAM Identity Center, CloudFormation.',
  fix: 'Name the account in review.delegatedAdministrators, or take the delegation back: `aws organizations deregister-delegated-administrator`.',
  misses: 'Which services a trusted account may manage.',
  needs: ['delegatedAdministrators'],
  messages: {
    FAIL: {
      untrusted:
        'The account {administrator} is a delegated administrator (services: {services}); the setting review.delegatedAdministrators does not name it.',
    },
    PASS: {
      trusted: 'The account {administrator} is a delegated administrator, as the settings say it may be.',
      none: 'The organisation has no delegated administrator.',
    },
    NOT_APPLICABLE: { outside: 'The account is in no organisation.' },
  },

  judge({ sources: { delegatedAdministrators: found }, account, criteria }) {
    if (!found.inOrganization) return [ofAccount(account, 'outside')];
    const trusted = new Set(criteria.settings.delegatedAdministrators ?? []);
    return judgeEach(found.value, account, 'none', ({ accountId, services }) => {
      const about = {
        resource: `arn:${account.partition}:iam::${accountId}:root`,
        resourceId: accountId,
      };
      if (trusted.has(accountId)) return { message: 'trusted', ...about, data: { administrator: accountId } };
      const told = services.length > 0 ? services : ['not asked'];
      return { message: 'untrusted', ...about, data: { administrator: accountId, services: told } };
    });
  },
});

const state = (...accounts: readonly string[]) => ({
  delegatedAdministrators: readSource({
    inOrganization: true,
    value: accounts.map((accountId) => ({ accountId, name: 'audit', services: ['guardduty.amazonaws.com'] })),
  } as const),
});

export const examples = (): CheckExample[] => [
  { name: 'one, and no list', expect: ['untrusted'], severity: 'high', state: state('444455556666') },
  {
    name: 'one on the list, one not',
    expect: ['trusted', 'untrusted'],
    settings: { delegatedAdministrators: ['444455556666'] },
    state: state('444455556666', '777788889999'),
  },
  { name: 'none', expect: ['none'], state: state() },
  {
    name: 'no organisation',
    expect: ['outside'],
    state: { organization: readSource({ inOrganization: false } as const) },
  },
];
