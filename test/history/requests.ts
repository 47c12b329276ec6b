import type { HistoryRequest } from '../../shared/history/event-history.ts';
import type { HistoryNeed } from '../../shared/history/window.ts';

/** ISO 8601 time on 4 March 2026, from `hh:mm` or `hh:mm:ss`; another day of the month as `DD hh:mm`. */
export const at = (clock: string): string => {
  const [time = '', day = '04'] = clock.split(' ').reverse();
  return `2026-03-${day}T${time.length === 5 ? `${time}:00` : time}.000Z`;
};

/** A request of the rule `some-rule` in the account 111122223333. */
export const request = (
  need: HistoryNeed,
  id: string,
  clock: string,
  over: Partial<HistoryRequest> = {},
): HistoryRequest => ({
  ruleId: 'some-rule',
  accountId: '111122223333',
  need,
  event: { id, time: at(clock) },
  ...over,
});

export const count = (over: Partial<Extract<HistoryNeed, { kind: 'count' }>> = {}) =>
  ({ kind: 'count', key: 'bob', withinMinutes: 15, threshold: 3, ...over }) as const satisfies HistoryNeed;

export const sequence = (step: string, over: Partial<Extract<HistoryNeed, { kind: 'sequence' }>> = {}) =>
  ({
    kind: 'sequence',
    key: 'bob',
    steps: ['created', 'used'],
    step,
    withinMinutes: 60,
    ...over,
  }) as const satisfies HistoryNeed;

export const firstSeen = (over: Partial<Extract<HistoryNeed, { kind: 'first-seen' }>> = {}) =>
  ({ kind: 'first-seen', key: 'bob', days: 10, ...over }) as const satisfies HistoryNeed;
