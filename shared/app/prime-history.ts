import type { AccountSettings } from '../account/account-settings.ts';
import { parseRecord } from '../events/parse-event.ts';
import type { HistoryRequest } from '../history/event-history.ts';
import type { HistoryNeed } from '../history/window.ts';
import type { Rule } from '../rules/define-rule.ts';
import { readDeferred } from './defer-event.ts';
import type { DeferredEvent } from './scan-result.ts';

/** What priming needs to know. */
export interface PrimeOptions {
  readonly ruleOf: (id: string) => Rule | undefined;
  readonly settings: AccountSettings;
  /** As in the scan that deferred the event. */
  readonly receivedAt: string;
}

/** Without answers about the account: what depends on them is asked as if there were none. */
const needsOf = (
  rule: Rule,
  event: Parameters<NonNullable<Rule['history']>>[0],
  settings: AccountSettings,
): readonly HistoryNeed[] => {
  try {
    return rule.history?.(event, settings, []) ?? [];
  } catch {
    // It throws again when a scan runs it, which is reported.
    return [];
  }
};

/** What the rules want remembered of an event that is taken for ordinary. */
export const primingRequests = (
  deferred: DeferredEvent,
  { ruleOf, settings, receivedAt }: PrimeOptions,
): readonly HistoryRequest[] => {
  const { record, wrapperTime, ruleIds } = readDeferred(deferred);
  const event = parseRecord(record, { wrapperTime, receivedAt });
  const about = { accountId: event.accountId, event: { id: event.id, time: event.time } };
  return ruleIds.flatMap((ruleId) => {
    const rule = ruleOf(ruleId);
    return rule ? needsOf(rule, event, settings).map((need) => ({ ruleId, need, ...about })) : [];
  });
};
