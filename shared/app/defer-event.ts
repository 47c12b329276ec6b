import type { AccountSettings } from '../account/account-settings.ts';
import { isObject, type JsonObject, textAt, textsAt } from '../events/json.ts';
import type { Unwrapped } from '../events/unwrap.ts';
import type { FactSource } from '../rules/facts.ts';
import type { Inconclusive } from '../rules/run-rules.ts';
import type { DeferredEvent, ScanCounts } from './scan-result.ts';

/** Which facts the second pass of a scan will have, so that the first one defers no event in vain. */
export interface LaterFacts {
  /** Answers about accounts. */
  readonly account: boolean;
  /** Where addresses are. */
  readonly addresses: boolean;
}

const later = 'decided in order of time';

/** Facts of the first pass: the settings; all else comes later, or never. */
export const firstPassFacts = (settings: AccountSettings, has: LaterFacts): FactSource => {
  // `off` makes a rule that lacks a setting as well count as off, and not as a fault.
  const postponed = { status: 'unavailable', cause: later, off: true } as const;
  return {
    settings,
    lookup: ({ kind }) => {
      if (kind === 'address')
        return has.addresses
          ? postponed
          : { status: 'unavailable', cause: 'no address file configured', off: true };
      return has.account ? postponed : { status: 'unavailable', cause: 'no facts of the account' };
    },
    history: () => postponed,
  };
};

/** Whether the rule can be decided later. */
export const isPostponed = ({ causes }: Inconclusive): boolean => causes.every((cause) => cause === later);

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
