import { authorization, awsPolicy, reads, role, trustOf } from '../../account/example.ts';
import { limitsCaller } from '../../policy/narrowing.ts';
import { readPolicy } from '../../policy/read-policy.ts';
import { opennessOf } from '../../policy/trust.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach } from '../judge-each.ts';
import { hasAwsPolicy } from '../managed-policy-arn.ts';
import { isServiceLinked } from '../role-kinds.ts';
import { foreignTrusts } from '../role-trust.ts';

export const check = defineCheck({
  id: 'role-cross-account-readonly',
  topic: 'roles',
  severity: 'medium',
  title: 'ReadOnlyAccess for another account',
  why: 'ReadOnlyAccess reads data as well: objects in S3, items in DynamoDB, messages. The other account’s intruder reads them too.',
  fix: 'Give the vendor SecurityAudit or ViewOnlyAccess, or name its account in trustedAccounts.',
  misses: 'Policies of your own that read everything.',
  needs: ['authorization'],
  messages: {
    FAIL: {
      foreign: 'The role {role} has ReadOnlyAccess and may be taken on by the account(s) {accounts}.',
      everyone: 'The role {role} has ReadOnlyAccess and may be taken on by every AWS account.',
    },
    PASS: {
      known:
        'The role {role} has ReadOnlyAccess and may be taken on by accounts that the settings know or a condition names.',
      own: 'The role {role} has ReadOnlyAccess and may be taken on in this account only.',
      'other-policies': 'The role {role} has no ReadOnlyAccess.',
    },
    NOT_APPLICABLE: { 'no-roles': 'The account has no role of its own.' },
    NOT_EVALUATED: { unreadable: 'The trust policy of the role {role} cannot be read ({cause}).' },
  },

  judge({ sources, account, criteria }) {
    const roles = sources.authorization.roles.filter((found) => !isServiceLinked(found));
    return judgeEach(roles, account, 'no-roles', (found) => {
      const about = { resource: found.arn, resourceId: found.name };
      const data = { role: found.name };
      if (!hasAwsPolicy(found.attachedPolicies, 'ReadOnlyAccess'))
        return { message: 'other-policies', ...about, data };
      const reading = readPolicy(found.trustPolicy);
      if (reading.status === 'unreadable')
        return { message: 'unreadable', ...about, data: { ...data, cause: reading.cause } };
      if (opennessOf(reading.policy) === 'everyone')
        return { message: 'everyone', ...about, data, severity: 'high' };
      const trusts = foreignTrusts(reading.policy, account, criteria.account);
      const strangers = trusts.filter(({ isKnown, isLimited }) => !isKnown && !isLimited);
      const accounts = [...new Set(strangers.map((trust) => trust.account))];
      if (accounts.length > 0) return { message: 'foreign', ...about, data: { ...data, accounts } };
      const isLimited = reading.policy.statements.some(({ conditions }) => conditions.some(limitsCaller));
      return { message: trusts.length > 0 || isLimited ? 'known' : 'own', ...about, data };
    });
  },
});

const state = (trustPolicy: unknown, policy = 'ReadOnlyAccess') =>
  reads(authorization({ roles: [role('audit', { trustPolicy, attachedPolicies: [awsPolicy(policy)] })] }));
const vendor = () => ({ AWS: 'arn:aws:iam::999988887777:root' });

export const examples = (): CheckExample[] => [
  { name: 'another account', expect: ['foreign'], severity: 'medium', state: state(trustOf(vendor())) },
  {
    name: 'another account with an external id',
    expect: ['foreign'],
    state: state(trustOf(vendor(), { Condition: { StringEquals: { 'sts:ExternalId': 'x' } } })),
  },
  { name: 'every account', expect: ['everyone'], severity: 'high', state: state(trustOf('*')) },
  {
    name: 'every account of the organisation',
    expect: ['known'],
    state: state(trustOf('*', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-example' } } })),
  },
  {
    name: 'an account of the organisation',
    expect: ['known'],
    account: { organizationAccounts: ['999988887777'] },
    state: state(trustOf(vendor())),
  },
  {
    name: 'the own account, whose number stands in a name of another role',
    expect: ['own'],
    state: state(trustOf({ AWS: 'arn:aws:iam::111122223333:role/from-999988887777' })),
  },
  { name: 'another policy', expect: ['other-policies'], state: state(trustOf(vendor()), 'SecurityAudit') },
  { name: 'a trust policy that cannot be read', expect: ['unreadable'], state: state('{') },
];
