import type { NotedEvent } from '../history/window.ts';

/** Whole minutes from one event to the other, begun ones counted and at least one: for sentences with "within". */
export const minutesBetween = (earlier: NotedEvent | undefined, later: NotedEvent | undefined): number => {
  const millis = Date.parse(later?.time ?? '') - Date.parse(earlier?.time ?? '');
  return Number.isNaN(millis) ? 1 : Math.max(1, Math.ceil(millis / 60_000));
};
