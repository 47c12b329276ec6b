import { arnOf, authorization, reads, role, trustOf } from '../../account/example.ts';
import { wideOidcTrustsOf } from '../../policy/oidc-trust.ts';
import type { Policy } from '../../policy/policy.ts';
import { readPolicy } from '../../policy/read-policy.ts';
import { opennessOf } from '../../policy/trust.ts';
import { type CheckExample, defineCheck } from '../define-check.ts';
import { judgeEach } from '../judge-each.ts';
import { isServiceLinked } from '../role-kinds.ts';
import { type ForeignTrust, foreignTrusts } from '../role-trust.ts';

const isStranger = ({ isKnown, isLimited, asksExternalId }: ForeignTrust): boolean =>
  !isKnown && !isLimited && !asksExternalId;

const verdictOn = (policy: Policy, trusts: readonly ForeignTrust[]) => {
  if (opennessOf(policy) === 'everyone') return { message: 'everyone', severity: 'critical' } as const;
  const [wide] = wideOidcTrustsOf(policy);
  if (wide) return { message: 'any-token', data: { provider: wide.provider, gap: wide.gap } } as const;
  const accounts = [...new Set(trusts.filter(isStranger).map((trust) => trust.account))];
  if (accounts.length > 0) return { message: 'stranger', data: { accounts } } as const;
  return { message: trusts.length > 0 ? 'known' : 'own' } as const;
};

export const check = defineCheck({
  id: 'role-external-trust',
  topic: 'roles',
  severity: 'high',
  title: 'Role trusts strangers',
  why: 'Whoever owns that account, or gets a token of that provider, comes in as this role, without a trace of it in your own accounts before.',
  fix: 'Find out whose account it is: name it in trustedAccounts, ask for an external id, or take it out. Limit a provider to a subject.',
  misses: 'Strangers whom a known account lets in; SAML providers.',
  needs: ['authorization'],
  messages: {
    FAIL: {
      everyone: 'Every AWS account may take on the role {role}.',
      stranger:
        'The role {role} may be taken on by {accounts}, which no setting knows, without an external id.',
      'any-token': 'The role {role} takes tokens of {provider} without saying whose ({gap}).',
    },
    PASS: {
      known:
        'The role {role} trusts accounts that the settings know, or that must bring an external id or be named by a condition.',
      own: 'The role {role} trusts this account, services or providers whose identities it names.',
    },
    NOT_APPLICABLE: { 'no-roles': 'The account has no role of its own.' },
    NOT_EVALUATED: { unreadable: 'The trust policy of the role {role} cannot be read ({cause}).' },
  },

  judge({ sources, account, criteria }) {
    const roles = sources.authorization.roles.filter((found) => !isServiceLinked(found));
    return judgeEach(roles, account, 'no-roles', ({ name, arn, trustPolicy }) => {
      const about = { resource: arn, resourceId: name };
      const reading = readPolicy(trustPolicy);
      if (reading.status === 'unreadable')
        return { message: 'unreadable', ...about, data: { role: name, cause: reading.cause } };
      const { data, ...verdict } = {
        data: {},
        ...verdictOn(reading.policy, foreignTrusts(reading.policy, account, criteria.account)),
      };
      return { ...verdict, ...about, data: { role: name, ...data } };
    });
  },
});

const state = (trustPolicy: unknown) => reads(authorization({ roles: [role('r', { trustPolicy })] }));
const vendor = () => ({ AWS: '999988887777' });
const github = (condition: object) =>
  trustOf(
    { Federated: arnOf('oidc-provider/token.actions.githubusercontent.com') },
    { Action: 'sts:AssumeRoleWithWebIdentity', Condition: condition },
  );
const audience = () => ({
  StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
});

export const examples = (): CheckExample[] => [
  { name: 'everybody', expect: ['everyone'], severity: 'critical', state: state(trustOf({ AWS: '*' })) },
  { name: 'an unknown account', expect: ['stranger'], severity: 'high', state: state(trustOf(vendor())) },
  {
    name: 'an unknown account with an external id',
    expect: ['known'],
    state: state(trustOf(vendor(), { Condition: { StringEquals: { 'sts:ExternalId': 'x' } } })),
  },
  {
    name: 'an unknown account with an external id that may be absent',
    expect: ['stranger'],
    state: state(trustOf(vendor(), { Condition: { StringEqualsIfExists: { 'sts:ExternalId': 'x' } } })),
  },
  {
    name: 'an unknown account of the organisation',
    expect: ['known'],
    state: state(trustOf(vendor(), { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-example' } } })),
  },
  {
    name: 'a partner',
    expect: ['known'],
    account: { trustedAccounts: [{ account: '999988887777' }] },
    state: state(trustOf(vendor())),
  },
  { name: 'any repository of GitHub', expect: ['any-token'], state: state(github(audience())) },
  {
    name: 'one repository of GitHub',
    expect: ['own'],
    state: state(
      github({
        StringEquals: {
          'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
          'token.actions.githubusercontent.com:sub': 'repo:example/app:ref:refs/heads/main',
        },
      }),
    ),
  },
  { name: 'a service', expect: ['own'], state: state(trustOf({ Service: 'ec2.amazonaws.com' })) },
  {
    name: 'a trust policy that cannot be read',
    expect: ['unreadable'],
    state: state({ Version: '2012-10-17' }),
  },
];
