import type { IamEvent } from '../events/iam-event.ts';
import { dayOf } from '../history/first-sighting.ts';
import type { HistoryNeed } from '../history/window.ts';
import { windowKeyOf } from '../history/window-key.ts';

/** The earliest event of each first-seen key and day, of those that were taken in. */
export interface FirstOfDay {
  /**
   * Whether an earlier event of the day has the same key. Then this one is seen already, whatever else is in the log: the second pass of a scan need
   * not be asked. Else it is the earliest from now on.
   */
  isRepeated(ruleId: string, event: IamEvent, need: HistoryNeed): boolean;
}

// Keys are the attacker's choice. What is forgotten is only put off in vain.
const keysAtMost = 50_000;

export const keepFirstOfDay = (): FirstOfDay => {
  const earliest = new Map<string, Pick<IamEvent, 'time' | 'id'>>();
  return {
    isRepeated(ruleId, event, need) {
      if (need.kind !== 'first-seen') return false;
      const { accountId, time, id } = event;
      const key = `${dayOf(time)} ${windowKeyOf({ ruleId, accountId, need, event })}`;
      const known = earliest.get(key);
      if (known && (known.time < time || (known.time === time && known.id < id))) return true;
      if (earliest.size >= keysAtMost) earliest.clear();
      earliest.set(key, { time, id });
      return false;
    },
  };
};
