import { addUses, dayOfUse, type KeptUse } from '../../inventory/daily-use.ts';
import type { Inventory } from '../../inventory/inventory.ts';

/** Keeps the inventory in this process, for the demo and the tests. */
export const memoryInventory = (): Inventory => {
  const kept = new Map<string, KeptUse>();
  return {
    async add(uses) {
      const [first] = uses;
      const key = JSON.stringify([first.accountId, dayOfUse(first), first.actor.key]);
      kept.set(key, addUses(kept.get(key), uses));
    },
    async on(accountId, day) {
      return [...kept.values()]
        .filter((use) => use.accountId === accountId && use.day === day)
        .sort((a, b) => (a.actor.key < b.actor.key ? -1 : 1))
        .map(({ recent: _, ...use }) => use);
    },
  };
};
