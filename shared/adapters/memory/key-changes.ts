import { type KeyChange, type KeyChanges, orderOfChange } from '../../account/key-changes.ts';

const keyOf = (accountId: string, keyId: string): string => `${accountId} ${keyId}`;

/** Remembers changes of access keys in the memory of the process: for tests and the demo. */
export const memoryKeyChanges = (): KeyChanges => {
  const latest = new Map<string, KeyChange>();
  return {
    async note(change) {
      const key = keyOf(change.accountId, change.keyId);
      const known = latest.get(key);
      if (!known || orderOfChange(known) < orderOfChange(change)) latest.set(key, change);
    },
    latest: async (accountId, keyIds) =>
      new Map(
        keyIds.flatMap((keyId) => {
          const change = latest.get(keyOf(accountId, keyId));
          return change ? [[keyId, change] as const] : [];
        }),
      ),
  };
};
