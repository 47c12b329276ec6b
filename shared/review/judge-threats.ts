import type { RecordedCall } from '../account/snapshot-logging.ts';
import type { AccountRef } from './account-ref.ts';
import { isHoursOld } from './age.ts';
import type { Judgement } from './define-check.ts';
import { ofAccount } from './judge-each.ts';

/** What every threat check says where it cannot judge. */
export const threatMessages = {
  'no-calls':
    'No recorded call lies in the {hours} hours before the review: an account without any is not to be expected.',
} as const;

/** What to look for. */
export interface Threat {
  readonly actions: readonly string[];
  /** So much of the list, and more, is a threat. */
  readonly percent: number;
  readonly hours: number;
}

const nameOf = ({ action }: RecordedCall): string => action.slice(action.indexOf(':') + 1);

/** One verdict on each identity that called so much of the list, or one on the account where nobody did. */
export const judgeThreats = (
  calls: readonly RecordedCall[],
  { actions, percent, hours }: Threat,
  account: AccountRef,
  at: number,
): readonly Judgement<'threat' | 'quiet' | 'no-calls'>[] => {
  const recent = calls.filter(({ time }) => Date.parse(time) <= at && !isHoursOld(at, time, hours));
  if (recent.length === 0) return [ofAccount(account, 'no-calls', { hours })];
  const listed = new Set(actions);
  const byActor = [...Map.groupBy(recent, ({ actorKey }) => actorKey)];
  const threats = byActor.flatMap(([key, those]): readonly Judgement<'threat'>[] => {
    const called = [...new Set(those.map(nameOf).filter((name) => listed.has(name)))].toSorted();
    if ((called.length / actions.length) * 100 < percent) return [];
    const actor = those[0]?.actor ?? key;
    return [
      {
        message: 'threat',
        resource: actor.startsWith('arn:') ? actor : account.arn,
        resourceId: key,
        data: { actor, count: called.length, total: actions.length, called, hours },
      },
    ];
  });
  return threats.length > 0 ? threats : [ofAccount(account, 'quiet', { calls: recent.length, hours })];
};
