import type { HistoryNeed } from './window.ts';

/**
 * One note for all events of a kind in so many minutes, at the end of them, so that it follows whatever came before any of these events.
 *
 * @param kind tells what must be noted apart: whatever of the note or value differs
 * @param time of the event, ISO 8601
 */
export const sampled = (kind: string, time: string, minutes: number): NonNullable<HistoryNeed['as']> => {
  const length = minutes * 60_000;
  const end = new Date(Math.ceil(Date.parse(time) / length) * length).toISOString();
  return { id: `${kind}@${end}`, time: end };
};
