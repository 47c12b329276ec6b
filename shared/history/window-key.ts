import type { HistoryRequest } from './event-history.ts';
import type { NotedEvent } from './window.ts';

/**
 * What belongs together: rule, account, the rule's key, and the terms of the window, so that two needs of one rule never mix. The days of a
 * first-seen need are not part of it: what was seen stays seen when they are changed.
 */
export const windowKeyOf = ({ ruleId, accountId, need }: HistoryRequest): string => {
  const of = [ruleId, accountId, need.kind, need.key];
  if (need.kind === 'first-seen') return JSON.stringify(of);
  const { withinMinutes } = need;
  return need.kind === 'count'
    ? JSON.stringify([...of, withinMinutes, need.threshold, need.distinct !== undefined])
    : JSON.stringify([...of, withinMinutes, ...need.steps]);
};

/** The event of a request, as a window keeps it. */
export const notedEventOf = ({ event, need }: HistoryRequest): NotedEvent => {
  if (need.kind === 'first-seen') return event;
  const value = need.kind === 'count' ? need.distinct : need.step;
  return {
    ...(need.as ?? event),
    ...(value === undefined ? {} : { value }),
    ...(need.note === undefined ? {} : { note: need.note }),
  };
};

/** Rule, account and need behind the window key of a first-seen need, but for its days; undefined for other keys. */
export const readFirstSeenKey = (windowKey: string) => {
  const parts: unknown = JSON.parse(windowKey);
  if (!Array.isArray(parts) || parts.length !== 4 || parts[2] !== 'first-seen') return undefined;
  const [ruleId, accountId, kind, key] = parts.map(String);
  if (ruleId === undefined || accountId === undefined || key === undefined || kind !== 'first-seen')
    return undefined;
  return { ruleId, accountId, need: { kind, key } } as const;
};
