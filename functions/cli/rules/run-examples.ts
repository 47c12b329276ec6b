import { isDeepStrictEqual } from 'node:util';
import { parseRecord } from '../../../shared/events/parse-event.ts';
import type { Example } from '../../../shared/rules/define-rule.ts';
import type { DescribedRule } from '../../../shared/rules/docs/described-rule.ts';
import { indexRules } from '../../../shared/rules/rule-index.ts';
import { runRules } from '../../../shared/rules/run-rules.ts';
import { messageOf } from '../errors.ts';

/** One example with what is wrong with it; no faults when the rule did as it says. */
export interface ExampleResult {
  readonly ruleId: string;
  readonly name: string;
  readonly faults: readonly string[];
}

// Examples carry their own time; this one is for a record without any.
const receivedAt = '2026-03-04T05:06:08Z';

const said = (messages: readonly string[]): string =>
  messages.length === 0 ? 'nothing' : messages.join(', ');

const faultsOf = ({ rule }: DescribedRule, example: Example): readonly string[] => {
  const event = parseRecord(example.record, { receivedAt });
  const { matches, crashes, inconclusive } = runRules(indexRules([rule]), event);
  const messages = matches.map(({ match }) => match.message);
  const severities = matches.map(({ severity }) => severity);
  const wrongSeverity = example.severity !== undefined && severities.some((it) => it !== example.severity);
  return [
    ...crashes.map(({ error }) => `it crashed: ${messageOf(error)}`),
    ...inconclusive.map(({ causes }) => `it could not be decided: ${causes.join('; ')}`),
    ...(isDeepStrictEqual(messages, [...example.expect])
      ? []
      : [`it should say ${said(example.expect)} and said ${said(messages)}`]),
    ...(wrongSeverity
      ? [`it should be of severity ${example.severity} and was ${severities.join(', ')}`]
      : []),
  ];
};

/** Runs a rule's examples through the parser, the rule's own trigger and the rule. */
export const runExamples = (described: DescribedRule): readonly ExampleResult[] =>
  described.examples.map((example) => ({
    ruleId: described.rule.id,
    name: example.name,
    faults: faultsOf(described, example),
  }));
