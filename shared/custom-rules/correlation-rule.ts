import type { IamEvent } from '../events/iam-event.ts';
import type { HistoryNeed, KnownHistory } from '../history/window.ts';
import { actorArn } from '../rules/actor-arn.ts';
import type { Match, Rule } from '../rules/define-rule.ts';
import { isNewlyMet } from '../rules/newly-met.ts';
import { truncate } from '../text/truncate.ts';
import type { CorrelatedRule, Correlation, CustomRule } from './custom-rule.ts';
import { describedBy } from './described.ts';
import { compileExpression, type RecordTest } from './expression.ts';
import { asKey, type Combinations, compileCounted, compileGroups } from './group-keys.ts';
import type { CompileRegex } from './regex.ts';
import { spanText } from './span-text.ts';

const messages = {
  counted: '{actor} called {eventName}: {count} such events within {span} for {group} (custom rule: {rule}).',
  different:
    '{actor} called {eventName}: {count} different values of {fields} within {span} for {group} (custom rule: {rule}).',
  together:
    '{actor} called {eventName}: within {span} these came together for {group}: {steps} (custom rule: {rule}).',
} as const;

const shownValue = 200;

type Message = keyof typeof messages;

const messageOf: Readonly<Record<Correlation['kind'], Message>> = {
  event_count: 'counted',
  value_count: 'different',
  temporal: 'together',
  temporal_ordered: 'together',
};

interface Part extends CorrelatedRule {
  readonly isMeant: RecordTest;
  readonly groupsOf: Combinations;
  readonly valuesOf: Combinations;
}

const compilePart = (rule: CorrelatedRule, atLeast: number, regex: CompileRegex): Part => ({
  ...rule,
  isMeant: compileExpression(rule.expression, regex),
  groupsOf: compileGroups(rule.groupBy),
  // More values than it takes would be written down for nothing.
  valuesOf: compileCounted(rule.counted, atLeast),
});

type Window = { readonly key: string; readonly withinMinutes: number };

/** What an event is counted as, in one group: itself, each value of a field, or the rule it matched. */
type NeedsOf = (part: Part, event: IamEvent, window: Window) => readonly HistoryNeed[];

const needsByKind = ({ rules, atLeast }: Correlation): Readonly<Record<Correlation['kind'], NeedsOf>> => {
  const steps = rules.map(({ id }) => id);
  const count = (window: Window, distinct?: string): HistoryNeed => ({
    kind: 'count',
    threshold: atLeast,
    ...window,
    ...(distinct === undefined ? {} : { distinct }),
  });
  return {
    event_count: (_, __, window) => [count(window)],
    value_count: ({ valuesOf }, { record }, window) =>
      valuesOf(record).map((values) => count(window, asKey(JSON.stringify(values)))),
    temporal: ({ id }, _, window) => [count(window, id)],
    temporal_ordered: ({ id }, _, window) => [{ kind: 'sequence', steps, step: id, ...window }],
  };
};

/** A need and the group it is of. */
interface GroupNeed {
  readonly group: readonly string[];
  readonly need: HistoryNeed;
}

const compileNeeds = (correlation: Correlation, regex: CompileRegex) => {
  const parts = correlation.rules.map((rule) => compilePart(rule, correlation.atLeast, regex));
  const needsOf = needsByKind(correlation)[correlation.kind];
  const withinMinutes = correlation.withinSeconds / 60;
  return (event: IamEvent): readonly GroupNeed[] => {
    const needs = parts
      .filter((part) => part.isMeant(event.record))
      .flatMap((part) =>
        part.groupsOf(event.record).flatMap((group) =>
          needsOf(part, event, { key: asKey(JSON.stringify(group)), withinMinutes }).map((need) => ({
            group,
            need,
          })),
        ),
      );
    // An event that two of the rules mean is one event.
    return [...new Map(needs.map((one) => [JSON.stringify(one), one])).values()];
  };
};

const matchOf = (
  rule: CustomRule,
  correlation: Correlation,
  event: IamEvent,
  group: readonly string[],
  count: number,
) =>
  ({
    message: messageOf[correlation.kind],
    resource: actorArn(event),
    // Each group is a case of its own.
    aspect: asKey(JSON.stringify(group)),
    data: {
      rule: rule.title,
      count,
      span: spanText(correlation.withinSeconds),
      fields: correlation.rules[0]?.counted ?? [],
      steps: correlation.rules.map(({ title }) => title),
      group: group.length === 0 ? 'the whole account' : group.map((value) => truncate(value, shownValue)),
    },
  }) satisfies Match<Message>;

/** The groups for which the window is full now and was not before, with the largest count of each. */
const metGroups = (needs: readonly GroupNeed[], answers: readonly KnownHistory[]) => {
  const met = new Map<string, { readonly group: readonly string[]; readonly count: number }>();
  for (const [i, { group, need }] of needs.entries()) {
    const answer = answers[i];
    if (!isNewlyMet(answer)) continue;
    const count = Math.max(answer.count, met.get(need.key)?.count ?? 0);
    met.set(need.key, { group, count });
  }
  return [...met.values()];
};

/** A rule that looks at several events. Which of them there were is told by the history (docs/adr/0012-sigma.md). */
export const correlationRule = (rule: CustomRule, correlation: Correlation, regex: CompileRegex): Rule => {
  const needsOf = compileNeeds(correlation, regex);
  const message = messageOf[correlation.kind];
  return {
    ...describedBy(rule),
    messages: { [message]: messages[message] },
    history: (event) => needsOf(event).map(({ need }) => need),
    evaluate: (event, { history }) =>
      metGroups(needsOf(event), history).map(({ group, count }) =>
        matchOf(rule, correlation, event, group, count),
      ),
  };
};
