import type { PasswordPolicyFact } from '../account/lookup.ts';
import type { AccountRef } from './account-ref.ts';
import type { CheckData } from './define-check.ts';

/**
 * What AWS asks of passwords in an account without a policy of its own: eight characters, old passwords may come back, no end ("Default
 * password policy", IAM User Guide; that three kinds of characters are asked for is no setting, so no flag is on).
 */
const defaultPolicy: PasswordPolicyFact = {
  minimumLength: 8,
  requiresSymbols: false,
  requiresNumbers: false,
  requiresUppercase: false,
  requiresLowercase: false,
};

/** The policy that holds, and whether it is AWS's default. */
export const policyInForce = (
  policy: PasswordPolicyFact | 'none',
): { readonly policy: PasswordPolicyFact; readonly isDefault: boolean } =>
  policy === 'none' ? { policy: defaultPolicy, isDefault: true } : { policy, isDefault: false };

/** The password policy has no ARN: its verdicts are about the account. */
export const aboutPolicy = ({ arn, id }: AccountRef) => ({ resource: arn, resourceId: id });

type Flag = 'requiresSymbols' | 'requiresNumbers' | 'requiresUppercase' | 'requiresLowercase';

/** The verdict on one kind of characters that passwords must have. */
export const judgeFlag = (
  source: PasswordPolicyFact | 'none',
  flag: Flag,
  account: AccountRef,
): readonly {
  readonly message: 'off' | 'default' | 'on';
  readonly resource: string;
  readonly resourceId: string;
  readonly data: CheckData;
}[] => {
  const { policy, isDefault } = policyInForce(source);
  if (policy[flag]) return [{ message: 'on', ...aboutPolicy(account), data: {} }];
  return [{ message: isDefault ? 'default' : 'off', ...aboutPolicy(account), data: {} }];
};
