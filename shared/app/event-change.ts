import type { AccountReader } from '../account/account-reader.ts';
import type { Lookup, LookupAnswer } from '../account/lookup.ts';
import type { IamEvent } from '../events/iam-event.ts';
import type { AccessChange } from '../rules/change/access-change.ts';
import { changeOf, lookupsOfChange } from '../rules/change/change-of.ts';
import type { Evaluation } from '../rules/run-rules.ts';
import { isAtLeast } from '../rules/severity.ts';

/** Of a boundary: the snapshot, the policy that it names, what that says. */
const rounds = 3;

const keyOf = ({ kind, id }: Lookup): string => JSON.stringify([kind, id]);

/** Questions that rules have asked of the event already. */
export interface AskedBefore {
  answered(need: Lookup): LookupAnswer | undefined;
}

/**
 * What an event changed about access, for the findings that it gave. What cannot be asked is said in the change, and keeps no finding back.
 *
 * @param account asked for what the rules have not asked
 */
export const changeOfEvent = async (
  event: IamEvent,
  account: AccountReader,
  { answered }: AskedBefore,
): Promise<AccessChange | undefined> => {
  const answers = new Map<string, LookupAnswer>();
  const answerTo = (need: Lookup): LookupAnswer | undefined => answers.get(keyOf(need)) ?? answered(need);
  for (let round = 0; round < rounds; round += 1) {
    const open = lookupsOfChange(event, answerTo).filter((need) => answerTo(need) === undefined);
    if (open.length === 0) break;
    const came = await Promise.all(open.map((need) => account.read(event.accountId, need)));
    for (const [index, need] of open.entries()) {
      const answer = came[index];
      if (answer) answers.set(keyOf(need), answer);
    }
  }
  return changeOf(event, answerTo);
};

/** Whether it may be told at once what the rules said: the others are many, and each look-up is one that the account's owner cannot make. */
export const isToldOf = ({ matches }: Evaluation): boolean =>
  matches.some(({ kind, severity }) => kind !== 'inventory' && isAtLeast(severity, 'medium'));

/** The same for an event of which something is to be told. */
export const changeToTell = async (
  event: IamEvent,
  evaluation: Evaluation,
  account: AccountReader,
  asked: AskedBefore,
): Promise<AccessChange | undefined> =>
  isToldOf(evaluation) ? changeOfEvent(event, account, asked) : undefined;
