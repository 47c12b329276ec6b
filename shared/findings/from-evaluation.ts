import type { IamEvent } from '../events/iam-event.ts';
import type { AccessChange } from '../rules/change/access-change.ts';
import type { RuleKind } from '../rules/define-rule.ts';
import type { Evaluation, RuleMatch } from '../rules/run-rules.ts';
import {
  type FindingKind,
  type Occurrence,
  summariseActor,
  summariseEvent,
  type Undoing,
} from './finding.ts';
import { findingIdOf } from './finding-id.ts';

/** What an event means for findings: those it hits and those it puts right. */
export interface EventEffects {
  readonly occurrences: readonly Occurrence[];
  readonly undoings: readonly Undoing[];
}

const noEffects: EventEffects = { occurrences: [], undoings: [] };

const isFindingKind = (kind: RuleKind): kind is FindingKind => kind !== 'inventory';

const seenIn = (event: IamEvent) => ({
  event: summariseEvent(event),
  actor: summariseActor(event),
  accountId: event.accountId,
});

type Seen = ReturnType<typeof seenIn>;

const toOccurrence = (
  { rule, match, severity, kind }: RuleMatch,
  seen: Seen & { readonly change?: AccessChange },
): readonly Occurrence[] =>
  isFindingKind(kind) ? [{ ...seen, ...match, ruleId: rule.id, severity, kind }] : [];

/**
 * Turns what the rules said of an event into occurrences and undoings. An undoing names a resource and ends every message
 * that its rule can say of it. Inventory matches become neither.
 *
 * @param change what the event changed about access
 */
export const effectsOf = (
  event: IamEvent,
  { matches, resolutions }: Evaluation,
  change?: AccessChange,
): EventEffects => {
  if (matches.length === 0 && resolutions.length === 0) return noEffects;
  const seen = seenIn(event);
  const identity = {
    kind: 'condition',
    accountId: seen.accountId,
    actorKey: seen.actor.key,
    outcome: 'succeeded',
  } as const;
  return {
    occurrences: matches.flatMap((match) =>
      toOccurrence(match, change === undefined ? seen : { ...seen, change }),
    ),
    undoings: resolutions.flatMap(({ rule, ...undone }) =>
      Object.keys(rule.messages).map((message) => ({
        ...seen,
        findingId: findingIdOf({ ...identity, ...undone, ruleId: rule.id, message }),
      })),
    ),
  };
};
