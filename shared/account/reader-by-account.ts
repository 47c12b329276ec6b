import type { AccountReader } from './account-reader.ts';

const accountsAtMost = 1_000;

/**
 * Asks each account through a reader of its own, which is made when the account is first asked about and kept.
 *
 * @param own answers for the account Trailwarden runs in
 * @param readerOf makes the reader of another account
 */
export const readerByAccount = (
  own: { readonly accountId: string; readonly reader: AccountReader },
  readerOf: (accountId: string) => AccountReader,
): AccountReader => {
  const others = new Map<string, AccountReader>();
  const otherReader = (accountId: string): AccountReader => {
    const known = others.get(accountId);
    if (known) return known;
    const made = readerOf(accountId);
    others.set(accountId, made);
    if (others.size > accountsAtMost) others.delete(others.keys().next().value ?? accountId);
    return made;
  };
  return {
    read: (accountId, lookup) =>
      (accountId === own.accountId ? own.reader : otherReader(accountId)).read(accountId, lookup),
  };
};
