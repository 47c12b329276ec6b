import type { IamEvent } from '../../../shared/events/iam-event.ts';
import { defineRule, type Rule } from '../../../shared/rules/define-rule.ts';
import type { Trigger } from '../../../shared/rules/trigger.ts';

const seen = [{ message: 'seen', resource: 'arn:aws:iam::111122223333:root', data: {} }] as const;

/** A rule of which only the trigger matters; it fires on whatever it is shown. */
export const ruleOn = (id: string, on: Trigger, more: Partial<Rule<'seen'>> = {}): Rule =>
  defineRule({
    id,
    kind: 'incident',
    severity: 'high',
    on,
    outcome: 'any',
    title: 'Something was seen',
    why: 'For a test.',
    fix: 'Nothing.',
    misses: 'Everything else.',
    falsePositives: 'All.',
    attack: [],
    messages: { seen: 'Something was seen' },
    evaluate: () => seen,
    ...more,
  });

/** For a trigger with a filter: a trigger is never narrower than its rule. */
export const onlyIf = (condition: (event: IamEvent) => boolean): Partial<Rule<'seen'>> => ({
  evaluate: (event) => (condition(event) ? seen : []),
});
