import { hourOf } from '../../reconcile/hours.ts';
import type { EventHour, ProcessedEvents } from '../../reconcile/processed-events.ts';

const keyOf = ({ accountId, region, hour }: EventHour): string => `${accountId} ${region} ${hour}`;

/** Processed events in the memory of this process. */
export const memoryProcessedEvents = (): ProcessedEvents => {
  const hours = new Map<string, Set<string>>();
  return {
    async note(events) {
      for (const { id, time, accountId, region } of events) {
        const key = keyOf({ accountId, region, hour: hourOf(time) });
        hours.set(key, (hours.get(key) ?? new Set()).add(id));
      }
    },
    async in(hour) {
      const ids = new Set(hours.get(keyOf(hour)));
      return { count: ids.size, has: (id) => ids.has(id) };
    },
  };
};
