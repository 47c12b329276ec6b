import { defineRule } from '../define-rule.ts';

/**
 * Not in the catalogue: no event triggers it. Checking an event reports it in the place of a rule that could not be decided
 * (shared/app/undecided.ts).
 */
export const ruleUndecided = defineRule({
  id: 'rule-undecided',
  kind: 'condition',
  severity: 'high',
  on: { actions: [], tier: 'core' },
  title: 'A detection rule could not be decided',
  why: 'A rule that cannot read what it needs is blind, and blindness must not look like calm: an attack that only this rule would tell goes unnoticed.',
  fix: 'Do what the cause says; docs/permissions.md lists what the function may do. The finding is resolved when the rule is decided again. Then check the events that it missed: its occurrences name them.',
  misses:
    'A rule that is off for lack of a setting, or that is still learning, is no fault and is not reported.',
  falsePositives:
    'AWS throttled a burst of look-ups for longer than the event was tried again. Look at the event, then let it be.',
  attack: [],
  messages: {
    denied: 'Rule {rule} could not be decided, and no later try will help: {cause}',
    unanswered:
      'Rule {rule} was not decided for {eventName} by {actor}, which was tried {tries} times: {cause}',
    partial: 'Rule {rule} decided without a part of what it asks for: {cause}',
  },
  evaluate: () => [],
});
