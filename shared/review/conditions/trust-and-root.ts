import { wideOidcTrustsOf } from '../../policy/oidc-trust.ts';
import type { Policy } from '../../policy/policy.ts';
import { readPolicy } from '../../policy/read-policy.ts';
import { opennessOf } from '../../policy/trust.ts';
import { hasPassword, rootIn } from '../report-rows.ts';
import { foreignTrusts } from '../role-trust.ts';
import { type ConditionContext, defineCondition, nameIn } from './condition.ts';
import { notFound, roleBy } from './holders.ts';

type Context = ConditionContext<'authorization'>;

/** A trust policy that cannot be read may trust anybody: it holds. */
const trust = (ruleId: string, isWrong: (policy: Policy, context: Context) => boolean) =>
  defineCondition({
    ruleId,
    needs: ['authorization'],
    judge({ resource }, context: Context) {
      const role = roleBy(context.sources.authorization, resource);
      if (!role) return notFound(resource);
      const reading = readPolicy(role.trustPolicy);
      if (reading.status === 'unreadable') return 'holds';
      return isWrong(reading.policy, context) ? 'holds' : 'ended';
    },
    sameAs: ({ resource }) => [{ checkId: 'role-external-trust', resource, resourceId: nameIn(resource) }],
  });

export const trustConditions = [
  trust('role-trust-policy-public', (policy) => opennessOf(policy) !== 'closed'),
  trust('oidc-trust-too-wide', (policy) => wideOidcTrustsOf(policy).length > 0),
  // The rule does not ask for an external id, so neither is one asked for here.
  trust('role-trust-policy-external-account', (policy, { account, settings }) =>
    foreignTrusts(policy, account, settings).some(({ isKnown, isLimited }) => !isKnown && !isLimited),
  ),
];

export const rootConditions = [
  defineCondition({
    ruleId: 'root-access-key-created',
    needs: ['accountSummary'],
    judge: (_, { sources }) =>
      (sources.accountSummary['AccountAccessKeysPresent'] ?? 1) > 0 ? 'holds' : 'ended',
    // Of the root user's keys neither says which: one of them is enough.
    sameAs: ({ resource }) => [{ checkId: 'root-access-key-present', resource, resourceId: 'root' }],
  }),
  defineCondition({
    ruleId: 'root-login-profile-created',
    needs: ['credentialReport'],
    judge(_, { sources }) {
      const row = rootIn(sources.credentialReport);
      return row && hasPassword(row) === false ? 'ended' : 'holds';
    },
  }),
];
