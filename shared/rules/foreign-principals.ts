import type { AccountSettings } from '../account/account-settings.ts';
import { isKnownAccount } from '../account/known-accounts.ts';
import type { IamEvent } from '../events/iam-event.ts';
import type { Policy } from '../policy/policy.ts';

/** The account of a principal as policies write it: 12 digits, or an ARN. Undefined for services, ids of deleted principals and stars. */
export const accountOfPrincipal = (principal: string): string | undefined => {
  if (/^\d{12}$/.test(principal)) return principal;
  const account = principal.startsWith('arn:') ? principal.split(':')[4] : undefined;
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
};

/** Whether a principal belongs to an account that is neither the event's own nor one that the settings know. */
export const isForeignPrincipal = (
  event: IamEvent,
  settings: AccountSettings,
  principal: string,
): boolean => {
  const account = accountOfPrincipal(principal);
  return account !== undefined && account !== event.accountId && !isKnownAccount(settings, account);
};

/** The principals of accounts that nobody knows, in the Allow statements of a resource policy. Conditions are not weighed. */
export const foreignPrincipals = (
  event: IamEvent,
  settings: AccountSettings,
  { statements }: Policy,
): readonly string[] => {
  const allowed = statements.filter(({ effect, principals }) => effect === 'Allow' && !principals.except);
  const named = allowed.flatMap(({ principals }) => principals.list.map(({ id }) => id));
  return [...new Set(named)].filter((principal) => isForeignPrincipal(event, settings, principal));
};
