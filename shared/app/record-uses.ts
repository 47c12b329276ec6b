import type { IamEvent } from '../events/iam-event.ts';
import { groupUses, type NotedUse } from '../inventory/daily-use.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { notedUseOf } from '../inventory/noted-use.ts';
import type { Evaluation } from '../rules/run-rules.ts';

/** What could not be recorded. */
export interface UnrecordedUses {
  /** Ids of the messages to deliver again. */
  readonly messageIds: readonly string[];
  readonly errors: readonly unknown[];
}

/**
 * Gathers what the events of a batch add to the inventory, and records it when the batch is done: one write for each account, day and actor of
 * the batch. Messages whose part could not be written must be delivered again; what was written of them is not counted again.
 */
export const gatherUses = () => {
  const noted: { readonly messageId: string; readonly use: NotedUse }[] = [];
  return {
    /** To be called once a message is done otherwise: one that fails is delivered again, and counted then. */
    take(messageId: string, event: IamEvent, evaluation: Pick<Evaluation, 'matches'>): void {
      const use = notedUseOf(event, evaluation);
      if (use) noted.push({ messageId, use });
    },
    async record(inventory: Inventory): Promise<UnrecordedUses> {
      const messageOf = new Map(noted.map(({ messageId, use }) => [use, messageId]));
      const groups = groupUses(noted.map(({ use }) => use));
      const results = await Promise.allSettled(groups.map((group) => inventory.add(group)));
      const failed = results.flatMap((result, i) =>
        result.status === 'rejected' ? [{ error: result.reason as unknown, group: groups[i] ?? [] }] : [],
      );
      const messageIds = failed.flatMap(({ group }) => group.flatMap((use) => messageOf.get(use) ?? []));
      return { messageIds: [...new Set(messageIds)], errors: failed.map(({ error }) => error) };
    },
  };
};
