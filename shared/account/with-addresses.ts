import type { AccountReader } from './account-reader.ts';

/** An address is where it is whatever account asks: such questions go to the reader of addresses, all others to the account's. */
export const withAddresses = (account: AccountReader, addresses: AccountReader): AccountReader => ({
  read: (accountId, lookup) => (lookup.kind === 'address' ? addresses : account).read(accountId, lookup),
});

/** For an installation without a file of addresses: the rules that ask are off. */
export const noAddresses: AccountReader = {
  read: async () => ({
    status: 'unavailable',
    off: true,
    cause: 'no address file configured: name one in the setting addressFiles',
  }),
};
