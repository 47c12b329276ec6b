import type { AccountSettings } from '../../../account/account-settings.ts';
import { isKnownAccount } from '../../../account/known-accounts.ts';
import { call, denied } from '../../../events/example.ts';
import type { IamEvent } from '../../../events/iam-event.ts';
import { isPositive } from '../../../policy/narrowing.ts';
import type { Statement } from '../../../policy/policy.ts';
import { isAboutAssuming } from '../../../policy/trust.ts';
import { defineRule, type Example } from '../../define-rule.ts';
import { accountOfPrincipal, foreignPrincipals } from '../../foreign-principals.ts';
import { trustUndoing, trustWritingActions, writtenTrustOf } from '../../trust-document.ts';

/** A condition that lets in callers of one's own accounts only, whatever principals are named. */
const isLimitedToKnown = ({ conditions }: Statement, event: IamEvent, settings: AccountSettings): boolean =>
  conditions.some(
    (condition) =>
      condition.key.toLowerCase() === 'aws:principalaccount' &&
      isPositive(condition) &&
      condition.values.length > 0 &&
      condition.values.every((id) => id === event.accountId || isKnownAccount(settings, id)),
  );

/** Accounts that the new trust policy lets in and that nobody knows, 12 digits each. */
const externalAccountsOf = (event: IamEvent, settings: AccountSettings): readonly string[] => {
  const { document } = writtenTrustOf(event);
  if (document.status !== 'read') return [];
  const statements = document.policy.statements.filter(
    (statement) => isAboutAssuming(statement) && !isLimitedToKnown(statement, event, settings),
  );
  const principals = foreignPrincipals(event, settings, { statements });
  return [...new Set(principals.map((principal) => accountOfPrincipal(principal) ?? principal))];
};

export default defineRule({
  id: 'role-trust-policy-external-account',
  kind: 'condition',
  severity: 'high',
  on: { actions: trustWritingActions },
  title: 'Role opened to an account that is not yours',
  why: 'Whoever controls that account can take on the role at any time. It is the quietest way to stay: no user, no key, nothing here that changes any more.',
  fix: 'Find out whose account it is. A partner belongs into the setting trustedAccounts and should have to send an external id; otherwise take the account out of the trust policy and revoke the sessions of the role.',
  misses:
    'Roles opened to everybody (role-trust-policy-public) or through an identity provider. What the role allows. Refused attempts: role-trust-policy-public tells of them. An intruder in a partner’s account.',
  falsePositives:
    'New partners. Without the setting organizationAccounts every other account counts as unknown, also your own: this is then told with severity medium.',
  attack: ['T1098.003', 'T1199'],
  messages: {
    external:
      '{actor} opened role {role} to {accounts}, which are no accounts of the organisation and no partners.',
    unknown:
      '{actor} opened role {role} to other accounts: {accounts}. Whether they are yours is not configured.',
  },
  undoneBy: [trustUndoing],

  evaluate(event, { settings }) {
    const accounts = externalAccountsOf(event, settings);
    if (accounts.length === 0) return [];
    const { resource, role } = writtenTrustOf(event);
    const data = { role, accounts };
    return settings.organizationAccounts === undefined
      ? [{ message: 'unknown', resource, severity: 'medium', data }]
      : [{ message: 'external', resource, data }];
  },
});

const trusts = (principal: unknown, condition: object = {}) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', Condition: condition }],
  });
const update = (policyDocument: string, over: object = {}) =>
  call('iam:UpdateAssumeRolePolicy', { request: { roleName: 'backup', policyDocument }, ...over });
const settings = {
  organizationAccounts: ['111122223333', '222233334444'],
  trustedAccounts: [{ account: '333344445555', name: 'Acme Backup' }],
};

const loud = (): Example[] => [
  {
    name: 'the root of a foreign account',
    expect: ['external'],
    severity: 'high',
    settings,
    record: update(trusts({ AWS: 'arn:aws:iam::999988887777:root' })),
  },
  {
    name: 'a bare account id among others, on creation, URL-encoded',
    expect: ['external'],
    settings,
    record: call('iam:CreateRole', {
      request: {
        roleName: 'backup',
        assumeRolePolicyDocument: encodeURIComponent(trusts({ AWS: ['222233334444', '999988887777'] })),
      },
    }),
  },
  {
    name: 'a foreign account, with an external id',
    expect: ['external'],
    settings,
    record: update(trusts({ AWS: '999988887777' }, { StringEquals: { 'sts:ExternalId': 'x' } })),
  },
  {
    name: 'another account where the organisation is not configured',
    expect: ['unknown'],
    severity: 'medium',
    record: update(trusts({ AWS: 'arn:aws:iam::222233334444:role/ci' })),
  },
  {
    name: 'narrowed to an own and a foreign account',
    expect: ['external'],
    settings,
    record: update(
      trusts(
        { AWS: '999988887777' },
        { StringEquals: { 'aws:PrincipalAccount': ['222233334444', '999988887777'] } },
      ),
    ),
  },
  {
    name: 'narrowed to all but an own account',
    expect: ['external'],
    settings,
    record: update(
      trusts({ AWS: '999988887777' }, { StringNotEquals: { 'aws:PrincipalAccount': '222233334444' } }),
    ),
  },
  {
    name: 'narrowed by the number of an own account elsewhere',
    expect: ['external'],
    settings,
    record: update(
      trusts({ AWS: '999988887777' }, { StringEquals: { 'aws:PrincipalTag/account': '222233334444' } }),
    ),
  },
];

const quiet = (): Example[] => [
  {
    name: 'an account of the organisation',
    expect: [],
    settings,
    record: update(trusts({ AWS: 'arn:aws:iam::222233334444:role/ci' })),
  },
  { name: 'a partner', expect: [], settings, record: update(trusts({ AWS: '333344445555' })) },
  {
    name: 'a role of the same account',
    expect: [],
    record: update(trusts({ AWS: 'arn:aws:iam::111122223333:role/ci' })),
  },
  { name: 'a service', expect: [], settings, record: update(trusts({ Service: 'ec2.amazonaws.com' })) },
  {
    name: 'a principal that was deleted',
    expect: [],
    settings,
    record: update(trusts({ AWS: 'AROAEXAMPLEEXAMPLE123' })),
  },
  {
    name: 'a foreign account, but not for assuming',
    expect: [],
    settings,
    record: update(
      JSON.stringify({
        Statement: [{ Effect: 'Allow', Principal: { AWS: '999988887777' }, Action: 'sts:TagSession' }],
      }),
    ),
  },
  {
    name: 'narrowed to the account itself',
    expect: [],
    settings: { organizationAccounts: ['222233334444'] },
    record: update(
      trusts({ AWS: '999988887777' }, { StringEquals: { 'aws:PrincipalAccount': '111122223333' } }),
    ),
  },
  {
    name: 'narrowed to own accounts',
    expect: [],
    settings,
    record: update(
      trusts(
        { AWS: ['999988887777', '222233334444'] },
        { StringEquals: { 'aws:PrincipalAccount': '222233334444' } },
      ),
    ),
  },
  {
    name: 'refused: no document is logged',
    expect: [],
    settings,
    record: call('iam:UpdateAssumeRolePolicy', {
      error: denied('iam:UpdateAssumeRolePolicy', 'role backup'),
    }),
  },
];

export const examples = (): Example[] => [...loud(), ...quiet()];
