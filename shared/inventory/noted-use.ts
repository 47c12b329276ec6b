import type { IamEvent } from '../events/iam-event.ts';
import type { Evaluation } from '../rules/run-rules.ts';
import type { NotedUse } from './daily-use.ts';

/** What is recorded of an event; undefined when no rule of kind inventory met it. */
export const notedUseOf = (
  { id, time, accountId, actor }: IamEvent,
  { matches }: Pick<Evaluation, 'matches'>,
): NotedUse | undefined => {
  const ruleIds = matches.filter(({ kind }) => kind === 'inventory').map(({ rule }) => rule.id);
  if (ruleIds.length === 0) return undefined;
  return {
    eventId: id,
    time,
    accountId,
    actor: { key: actor.key, label: actor.label, type: actor.type },
    ruleIds: [...new Set(ruleIds)],
  };
};
