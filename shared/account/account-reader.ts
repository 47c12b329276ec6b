import type { Lookup, LookupAnswer } from './lookup.ts';

/**
 * Answers questions about the account. Never throws: what could not be read is `unavailable` with its cause (denied, throttled, off).
 */
export interface AccountReader {
  read(accountId: string, lookup: Lookup): Promise<LookupAnswer>;
}

/** For a caller that has no account to ask: the rules that ask are off. */
export const noAccount: AccountReader = {
  read: async () => ({ status: 'unavailable', off: true, cause: 'no account to look it up in' }),
};
