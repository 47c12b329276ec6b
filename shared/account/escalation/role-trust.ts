import { type CompiledPolicy, compilePolicy } from '../../policy/compile-policy.ts';
import { could } from '../../policy/escalation/could.ts';
import type { CompiledHolder } from '../../policy/escalation/holder.ts';
import type { Policy, Principal } from '../../policy/policy.ts';
import { isAboutAssuming } from '../../policy/trust.ts';
import type { AccountHolder } from './account-holders.ts';

/** Whom a role of the account lets in. */
export interface RoleTrust {
  readonly trust: CompiledPolicy;
  /** ARNs of users and roles of the account that are named. */
  readonly named: ReadonlySet<string>;
  /** Names the account as a whole, or everybody: whoever may assume it by its own policies gets in. */
  readonly wholeAccount: boolean;
  /** Its conditions may tell callers apart: what holds for one need not hold for another. */
  readonly isConditional: boolean;
  /** Service principals. */
  readonly services: ReadonlySet<string>;
}

const principalsOf = ({ statements }: Policy): readonly Principal[] =>
  statements
    .filter((statement) => statement.effect === 'Allow' && isAboutAssuming(statement))
    .flatMap(({ principals }) => principals.list);

/** What of a trust policy decides who gets in. `account`: 12 digits. */
export const roleTrustOf = (policy: Policy, account: string): RoleTrust => {
  const principals = principalsOf(policy);
  const aws = principals
    .filter(({ type }) => type === '*' || type.toLowerCase() === 'aws')
    .map(({ id }) => id);
  const isWhole = (id: string): boolean =>
    id === '*' || id === account || new RegExp(`^arn:[^:]+:iam::${account}:root$`).test(id);
  return {
    trust: compilePolicy(policy, 'resource'),
    named: new Set(
      aws.filter((id) => id.includes(`::${account}:user/`) || id.includes(`::${account}:role/`)),
    ),
    wholeAccount:
      aws.some(isWhole) ||
      policy.statements.some(({ effect, principals: { except } }) => effect === 'Allow' && except),
    isConditional: policy.statements.some(({ conditions }) => conditions.length > 0),
    services: new Set(principals.filter(({ type }) => type.toLowerCase() === 'service').map(({ id }) => id)),
  };
};

/** Whether a principal of the account can take on a role, by the role's trust policy and its own policies together. */
export const canAssume = (holder: CompiledHolder, role: AccountHolder, { trust }: RoleTrust, at: string) =>
  could(holder, { action: 'sts:AssumeRole', resource: role.compiled.holder.arn, trust }, at);
