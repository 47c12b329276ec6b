import type { AccountSettings } from './account-settings.ts';

/**
 * Whether an account is one that may be let in: of the organisation, or a partner's. Where neither setting is there, no account but the
 * own one is known.
 */
export const isKnownAccount = (
  { organizationAccounts = [], trustedAccounts = [] }: AccountSettings,
  accountId: string,
): boolean =>
  organizationAccounts.includes(accountId) || trustedAccounts.some(({ account }) => account === accountId);
