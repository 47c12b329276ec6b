import type { AccountReader } from '../../shared/account/account-reader.ts';
import type { Lookup, LookupAnswer } from '../../shared/account/lookup.ts';

/** A reader that remembers what it was asked, and what it is to answer. */
export const recordingReader = (
  answerTo: (accountId: string, lookup: Lookup) => LookupAnswer | Promise<LookupAnswer>,
) => {
  const asked: string[] = [];
  const reader: AccountReader = {
    read: async (accountId, lookup) => {
      asked.push(`${accountId} ${lookup.kind} ${lookup.id}`);
      return answerTo(accountId, lookup);
    },
  };
  return { asked, reader };
};

/** A clock that stands until it is moved. */
export const standingClock = (start = 1_000_000) => {
  let time = start;
  return {
    now: () => time,
    move: (millis: number) => {
      time += millis;
    },
  };
};
