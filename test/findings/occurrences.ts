import type { EventSummary, FindingActor, Occurrence, Undoing } from '../../shared/findings/finding.ts';
import { findingIdOfOccurrence } from '../../shared/findings/finding-id.ts';

/** The account that occurrences happen in unless they say else. */
export const account = '111122223333';

/** ISO 8601 time on 4 March 2026, from `hh:mm` or `hh:mm:ss`; another day as `DD hh:mm`, another month as `MM-DD hh:mm`. */
export const at = (clock: string): string => {
  const [time = '', day = '04'] = clock.split(' ').reverse();
  const date = day.includes('-') ? `2026-${day}` : `2026-03-${day}`;
  return `${date}T${time.length === 5 ? `${time}:00` : time}.000Z`;
};

export const actor = (label = 'bob'): FindingActor => ({
  key: `arn:aws:iam::${account}:user/${label}`,
  label,
  type: 'IAMUser',
  mfa: 'no',
});

export const event = (id: string, time: string): EventSummary => ({
  id,
  action: 'iam:CreateAccessKey',
  source: 'iam.amazonaws.com',
  name: 'CreateAccessKey',
  time,
  region: 'us-east-1',
  outcome: 'succeeded',
  via: 'direct',
  sessionKey: 'session',
});

/** An event that hits the condition on user alice, unless `over` says else. */
export const occurrence = (id: string, time: string, over: Partial<Occurrence> = {}): Occurrence => ({
  ruleId: 'access-key-created-for-other-user',
  kind: 'condition',
  severity: 'high',
  accountId: account,
  message: 'issued',
  resource: `arn:aws:iam::${account}:user/alice`,
  data: { owner: 'alice', keys: 2, tags: ['a', 'b'] },
  actor: actor(),
  event: event(id, time),
  ...over,
});

/** An event that puts right what `of` did. */
export const undoing = (id: string, time: string, of: Occurrence = occurrence('any', time)): Undoing => ({
  findingId: findingIdOfOccurrence(of),
  accountId: of.accountId,
  actor: actor('carol'),
  event: event(id, time),
});

/** The id of the finding that `occurrence()` makes. */
export const findingId = findingIdOfOccurrence(occurrence('any', at('00:00')));
