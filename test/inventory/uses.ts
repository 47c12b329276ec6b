import type { NotedUse } from '../../shared/inventory/daily-use.ts';

/** An event of the inventory. */
export const used = (eventId: string, over: Partial<NotedUse> & { readonly by?: string } = {}): NotedUse => {
  const { by = 'bob', ...rest } = over;
  return {
    eventId,
    time: '2026-03-04T05:06:07.000Z',
    accountId: '111122223333',
    actor: { key: `user/${by}`, label: by, type: 'IAMUser' },
    ruleIds: ['long-term-key-used'],
    ...rest,
  };
};
