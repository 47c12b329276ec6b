import { describe, expect, it } from 'vitest';
import { groupUses, type NotedUse, recentCount } from '../../shared/inventory/daily-use.ts';
import type { Inventory } from '../../shared/inventory/inventory.ts';
import { used } from '../inventory/uses.ts';

const account = '111122223333';
const day = '2026-03-04';

const addAll = async (inventory: Inventory, ...uses: readonly NotedUse[]): Promise<void> => {
  for (const group of groupUses(uses)) await inventory.add(group);
};

/**
 * What every inventory does.
 *
 * @param open two processes that work on one inventory, which is empty
 */
export const describeInventory = (
  name: string,
  open: () => Promise<readonly [Inventory, Inventory]>,
): void => {
  describe(`the inventory in ${name}`, () => {
    it('sums what an actor did on a day, by rule, with times and examples', async () => {
      const [one, other] = await open();
      const both = ['long-term-key-used', 'iam-policy-changed'];
      await addAll(one, used('e1'), used('e2', { ruleIds: both, time: '2026-03-04T09:00:00.000Z' }));
      await addAll(other, used('e3', { time: '2026-03-04T01:00:00.000Z' }), used('e4'));
      const [bob, ...others] = await one.on(account, day);
      expect(others).toEqual([]);
      expect(bob).toEqual({
        accountId: account,
        day,
        actor: { key: 'user/bob', label: 'bob', type: 'IAMUser' },
        uses: {
          'long-term-key-used': {
            count: 4,
            firstAt: '2026-03-04T01:00:00.000Z',
            lastAt: '2026-03-04T09:00:00.000Z',
            examples: ['e1', 'e2', 'e3'],
          },
          'iam-policy-changed': {
            count: 1,
            firstAt: '2026-03-04T09:00:00.000Z',
            lastAt: '2026-03-04T09:00:00.000Z',
            examples: ['e2'],
          },
        },
      });
    });

    it('keeps actors, days and accounts apart', async () => {
      const [inventory] = await open();
      const tomorrow = { time: '2026-03-05T00:00:00.000Z' };
      const elsewhere = { accountId: '444455556666' };
      await addAll(
        inventory,
        used('e1', { by: 'zoe' }),
        used('e2', { by: 'amy' }),
        used('e3', tomorrow),
        used('e4', elsewhere),
      );
      const actorsOn = async (accountId: string, on: string) =>
        (await inventory.on(accountId, on)).map(({ actor }) => actor.label);
      expect(await actorsOn(account, day)).toEqual(['amy', 'zoe']);
      expect(await actorsOn(account, '2026-03-05')).toEqual(['bob']);
      expect(await actorsOn('444455556666', day)).toEqual(['bob']);
      expect(await actorsOn(account, '2026-03-06')).toEqual([]);
    });

    it('counts an event that is delivered again once, whatever batch it comes in', async () => {
      const [one, other] = await open();
      await addAll(one, used('e1'), used('e2'));
      await addAll(other, used('e2'), used('e3'), used('e3'));
      await addAll(one, used('e1'));
      const [bob] = await one.on(account, day);
      expect(bob?.uses['long-term-key-used']?.count).toBe(3);
    });

    it('counts twice only what comes again after a given number of others', async () => {
      const [inventory] = await open();
      const others = Array.from({ length: recentCount }, (_, i) => used(`other-${i}`));
      await addAll(inventory, used('e1'));
      await addAll(inventory, ...others.slice(1), used('e1'));
      const countNow = async () => (await inventory.on(account, day))[0]?.uses['long-term-key-used']?.count;
      expect(await countNow()).toBe(recentCount);
      await addAll(inventory, ...others.slice(0, 1), used('e1'));
      expect(await countNow()).toBe(recentCount + 2);
    });

    it('counts what several processes record at once', async () => {
      const [one, other] = await open();
      const writers = Array.from({ length: 8 }, (_, i) => (i % 2 === 0 ? one : other));
      await Promise.all(writers.map((inventory, i) => addAll(inventory, used(`a${i}`), used(`b${i}`))));
      const [bob] = await one.on(account, day);
      expect(bob?.uses['long-term-key-used']?.count).toBe(16);
    });

    it('keeps names that an attacker chose as they are, within a length', async () => {
      const [inventory] = await open();
      const nasty = '<script>"\u0000\'#| ünïcode';
      await addAll(
        inventory,
        used('e1', { actor: { key: nasty, label: `${nasty}${'x'.repeat(5000)}`, type: '' } }),
      );
      const [one] = await inventory.on(account, day);
      expect(one?.actor.key).toBe(nasty);
      expect(one?.actor.label).toHaveLength(256);
    });
  });
};
