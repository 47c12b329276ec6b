import { describe, expect, it } from 'vitest';
import { memoryInventory } from '../../shared/adapters/memory/inventory.ts';
import { listUsage } from '../../shared/app/list-usage.ts';
import { gatherUses } from '../../shared/app/record-uses.ts';
import { after, call, user } from '../../shared/events/example.ts';
import type { IamEvent } from '../../shared/events/iam-event.ts';
import { parseRecord } from '../../shared/events/parse-event.ts';
import type { Inventory } from '../../shared/inventory/inventory.ts';
import type { RuleKind } from '../../shared/rules/define-rule.ts';
import type { RuleMatch } from '../../shared/rules/run-rules.ts';
import { anyRule } from '../rules/any-rule.ts';

const received = { receivedAt: '2026-03-04T05:07:00Z' };
const event = (by: string, seconds = 0): IamEvent =>
  parseRecord(call('iam:CreateRole', { by: user(by), time: after(seconds) }), received);

const match = (id: string, kind: RuleKind): RuleMatch => ({
  rule: anyRule({ id, kind }),
  kind,
  severity: 'info',
  match: { message: 'm', resource: 'arn:aws:iam::111122223333:role/x', data: {} },
});
const recorded = {
  matches: [match('stock', 'inventory'), match('stock', 'inventory'), match('loud', 'incident')],
};

const span = { accountIds: ['111122223333'], from: '2026-03-03', to: '2026-03-05' };

describe('the uses of a batch', () => {
  it('are written once for each actor, however many events there are; findings are none of them', async () => {
    const inventory = memoryInventory();
    const written: number[] = [];
    const counting: Inventory = {
      ...inventory,
      add: (uses) => {
        written.push(uses.length);
        return inventory.add(uses);
      },
    };
    const batch = gatherUses();
    batch.take('m1', event('bob'), recorded);
    batch.take('m2', event('bob', 10), recorded);
    batch.take('m3', event('amy'), recorded);
    batch.take('m4', event('zoe'), { matches: [match('loud', 'incident')] });
    expect(await batch.record(counting)).toEqual({ messageIds: [], errors: [] });
    expect(written.sort()).toEqual([1, 2]);
    const [stock, ...others] = await listUsage(inventory, span);
    expect(others).toEqual([]);
    expect([stock?.ruleId, stock?.count]).toEqual(['stock', 3]);
    expect(stock?.actors.map(({ actor, count, days }) => [actor.label, count, days])).toEqual([
      ['bob', 2, 1],
      ['amy', 1, 1],
    ]);
  });

  it('that could not be written are delivered again, and only they', async () => {
    const inventory = memoryInventory();
    const broken: Inventory = {
      ...inventory,
      add: (uses) =>
        uses[0].actor.label === 'bob' ? Promise.reject(new Error('throttled')) : inventory.add(uses),
    };
    const batch = gatherUses();
    batch.take('m1', event('bob'), recorded);
    batch.take('m1', event('bob', 10), recorded);
    batch.take('m2', event('amy'), recorded);
    const { messageIds, errors } = await batch.record(broken);
    expect(messageIds).toEqual(['m1']);
    expect(errors.map(String)).toEqual(['Error: throttled']);
    const again = gatherUses();
    again.take('m1', event('bob'), recorded);
    again.take('m1', event('bob', 10), recorded);
    again.take('m2', event('amy'), recorded);
    await again.record(inventory);
    const [stock] = await listUsage(inventory, span);
    expect(stock?.actors.map(({ actor, count }) => [actor.label, count])).toEqual([
      ['bob', 2],
      ['amy', 1],
    ]);
  });
});

describe('a span of days', () => {
  it('sums days, both ends included, and no other', async () => {
    const inventory = memoryInventory();
    const day = 86_400;
    for (const [i, days] of [-3, -1, 0, 1, 3].entries()) {
      const batch = gatherUses();
      batch.take(`m${i}`, event('bob', days * day), recorded);
      await batch.record(inventory);
    }
    const [stock] = await listUsage(inventory, span);
    expect(stock?.actors).toMatchObject([
      { count: 3, days: 3, firstAt: '2026-03-03T05:06:07.000Z', lastAt: '2026-03-05T05:06:07.000Z' },
    ]);
    expect(await listUsage(inventory, { ...span, from: '2026-03-06', to: '2026-03-01' })).toEqual([]);
  });
});
