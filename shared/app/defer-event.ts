import type { AccountSettings } from '../account/account-settings.ts';
import type { Lookup } from '../account/lookup.ts';
import type { IamEvent } from '../events/iam-event.ts';
import { isObject, type JsonObject, textAt, textsAt } from '../events/json.ts';
import type { Unwrapped } from '../events/unwrap.ts';
import type { Rule } from '../rules/define-rule.ts';
import { type FactSource, noFacts } from '../rules/facts.ts';
import type { FirstOfDay } from './first-of-day.ts';
import type { DeferredEvent, ScanCounts } from './scan-result.ts';

/** Which facts the second pass of a scan will have, so that the first one defers no event in vain. */
export interface LaterFacts {
  /** Answers about accounts. */
  readonly account: boolean;
  /** Where addresses are. */
  readonly addresses: boolean;
  /** A history that names events as the ones that were new: they are called new again, whatever came before them that day. */
  readonly calledNew?: boolean;
}

/** Why a question about an account is not answered in a scan that has no facts. */
export const noFactsCause = 'no facts of the account';

/**
 * The answers of the first pass. Look-ups: what no later pass can answer either; `off`: it is not a fault of anything. History: rules that ask it are
 * postponed unless their event repeats an earlier one of its day.
 */
export const firstPassFacts = (settings: AccountSettings): FactSource => ({
  ...noFacts,
  settings,
  history: () => ({ status: 'not-met', count: 1, events: [] }),
  lookup: ({ kind }) => ({
    status: 'unavailable',
    off: true,
    cause: kind === 'address' ? 'no address file configured' : noFactsCause,
  }),
});

const isAnswered = ({ kind }: Lookup, has: LaterFacts): boolean =>
  kind === 'address' ? has.addresses : has.account;

/** What the first pass knows to tell which rules it can decide. */
export interface FirstPass {
  readonly settings: AccountSettings;
  readonly later: LaterFacts;
  readonly firstOfDay: FirstOfDay;
}

const asksLookupsLater = (
  lookups: readonly Lookup[],
  has: LaterFacts,
): 'asks' | 'cannot be answered' | 'asks none' => {
  const isOpen = (one: Lookup): boolean => !isAnswered(one, has);
  if (lookups.some((one) => isOpen(one) && !one.optional)) return 'cannot be answered';
  return lookups.every(isOpen) ? 'asks none' : 'asks';
};

const asksHistoryLater = (
  { id, history }: Rule,
  event: IamEvent,
  { settings, later, firstOfDay }: FirstPass,
): boolean => {
  const needs = history?.(event, settings, []) ?? [];
  // Each is asked about: all of them go to the second pass with the event, or none.
  const open = needs.filter((need) => !firstOfDay.isRepeated(id, event, need));
  return open.length > 0 || (later.calledNew === true && needs.length > 0);
};

const asksLater = (rule: Rule, event: IamEvent, first: FirstPass): boolean => {
  const { settings, later } = first;
  if ((rule.needs ?? []).some((name) => settings[name] === undefined)) return false;
  const asks = asksLookupsLater(rule.lookups?.(event, settings, () => undefined) ?? [], later);
  if (asks !== 'asks none') return asks === 'asks';
  return asksHistoryLater(rule, event, first);
};

/** Whether a rule is left to the second pass: it asks for something that will be answered there. */
export const isPostponed = (rule: Rule, event: IamEvent, first: FirstPass): boolean => {
  if (!rule.lookups && !rule.history) return false;
  try {
    return asksLater(rule, event, first);
  } catch {
    // It throws again when it is run, which is reported.
    return false;
  }
};

/** A deferred event with all that the second pass needs of it. */
export interface DeferredRecord {
  readonly record: JsonObject;
  readonly wrapperTime?: string;
  readonly from: string;
  readonly position: string;
  /** Rules that are not decided yet. */
  readonly ruleIds: readonly string[];
  /** What the record counts as until then. `tooOld`: it is only remembered. */
  readonly countedAs: Extract<keyof ScanCounts, 'noMatch' | 'matched' | 'tooOld'>;
}

export const deferredEvent = (
  { id, time }: Pick<DeferredEvent, 'id' | 'time'>,
  { value, position, wrapperTime }: Extract<Unwrapped, { kind: 'record' }>,
  rest: Pick<DeferredRecord, 'from' | 'ruleIds' | 'countedAs'>,
): DeferredEvent => ({
  id,
  time,
  text: JSON.stringify({ ...rest, position, wrapperTime, record: value }),
});

/** @throws Error for a text that `deferredEvent` did not write */
export const readDeferred = ({ text }: DeferredEvent): DeferredRecord => {
  const value: unknown = JSON.parse(text);
  if (!isObject(value) || !isObject(value['record'])) throw new Error('not a deferred event');
  const wrapperTime = textAt(value, 'wrapperTime');
  const countedAs = textAt(value, 'countedAs');
  return {
    record: value['record'],
    ...(wrapperTime === undefined ? {} : { wrapperTime }),
    from: textAt(value, 'from') ?? '',
    position: textAt(value, 'position') ?? '',
    ruleIds: textsAt(value, 'ruleIds'),
    countedAs: countedAs === 'matched' || countedAs === 'tooOld' ? countedAs : 'noMatch',
  };
};
