import type { NotedEvent } from './window.ts';

/** Oldest first by event time; events of one time by id, so that every arrival gives the same order. */
export const byTime = (a: NotedEvent, b: NotedEvent): number =>
  a.time < b.time ? -1 : a.time > b.time ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** Milliseconds since 1970. */
export const millisOf = ({ time }: Pick<NotedEvent, 'time'>): number => Date.parse(time);

/** The length of a window in milliseconds. Seconds written as minutes are no whole number of them: 65 s would lose its last moment. */
export const reachMillis = (withinMinutes: number): number => Math.round(withinMinutes * 60_000);

/** The times that can share a window with an event: ISO 8601, both ends included. */
export const reachOf = (
  time: string,
  withinMinutes: number,
): { readonly from: string; readonly to: string } => {
  const at = Date.parse(time);
  const reach = reachMillis(withinMinutes);
  return { from: new Date(at - reach).toISOString(), to: new Date(at + reach).toISOString() };
};

/** Whether two noted events are one and the same. An event may be noted with several values. */
export const isSame = (a: NotedEvent, b: NotedEvent): boolean =>
  a.id === b.id && a.time === b.time && a.value === b.value;
