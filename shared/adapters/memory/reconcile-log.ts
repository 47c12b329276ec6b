import type { Gap, HourResult, ReconcileLog, StoredCheckpoint } from '../../reconcile/reconcile-log.ts';

const byText =
  <T>(textOf: (value: T) => string) =>
  (a: T, b: T): number =>
    textOf(a) < textOf(b) ? -1 : Number(textOf(a) > textOf(b));

/** What reconciliation has done, in the memory of this process. */
export const memoryReconcileLog = (): ReconcileLog => {
  const checkpoints = new Map<string, StoredCheckpoint>();
  const gaps = new Map<string, Gap>();
  const hours = new Map<string, HourResult>();
  return {
    checkpoint: async (region) => checkpoints.get(region),
    async save(region, checkpoint, before) {
      if (checkpoints.get(region)?.revision !== before?.revision) return undefined;
      const saved = { ...checkpoint, revision: (before?.revision ?? 0) + 1 };
      checkpoints.set(region, saved);
      return saved;
    },
    async noteGap(gap) {
      const key = `${gap.region} ${gap.eventId}`;
      if (!gaps.has(key)) gaps.set(key, gap);
    },
    async noteHour(result) {
      hours.set(`${result.region} ${result.hour}`, result);
    },
    gaps: async (region, month) =>
      [...gaps.values()]
        .filter((gap) => gap.region === region && gap.time.startsWith(month))
        .sort(byText(({ time, eventId }) => `${time} ${eventId}`)),
    hours: async (region, month) =>
      [...hours.values()]
        .filter((result) => result.region === region && result.hour.startsWith(month))
        .sort(byText(({ hour }) => hour)),
  };
};
