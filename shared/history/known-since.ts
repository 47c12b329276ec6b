import type { HistoryState } from './history-state.ts';
import { areJoined, joinSpans, type LogSpans } from './log-spans.ts';

/**
 * When the history of a rule in an account begins: with the earlier log if this one goes on where it ended and the rule was asked then, else with
 * this log. Undefined for an account of which nothing has been read.
 */
export const knownSince =
  ({ spans, ruleIds }: Pick<HistoryState, 'spans' | 'ruleIds'>, log: LogSpans) =>
  (accountId: string, ruleId: string): string | undefined => {
    const [before, now] = [spans.get(accountId), log.get(accountId)];
    if (!before || !now || !ruleIds.has(ruleId) || !areJoined(before, now)) return now?.from;
    return joinSpans(before, now).from;
  };

/** Spans of two logs, one of them learnt before; of two that do not join, the later counts. */
export const joinedSpans = (before: LogSpans, log: LogSpans): LogSpans => {
  const joined = new Map(before);
  for (const [accountId, span] of log) {
    const known = before.get(accountId);
    if (!known) joined.set(accountId, span);
    else if (areJoined(known, span)) joined.set(accountId, joinSpans(known, span));
    else if (span.from > known.from) joined.set(accountId, span);
  }
  return joined;
};
