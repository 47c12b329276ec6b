import { isDeepStrictEqual } from 'node:util';
import type { Example } from '../../../shared/rules/define-rule.ts';
import type { DescribedRule } from '../../../shared/rules/docs/described-rule.ts';
import { indexRules } from '../../../shared/rules/rule-index.ts';
import { type Inconclusive, runRules } from '../../../shared/rules/run-rules.ts';
import { messageOf } from '../errors.ts';
import { eventOfExample, factsOfExample } from './example-facts.ts';

/** One example with what is wrong with it; no faults when the rule did as it says. */
export interface ExampleResult {
  readonly ruleId: string;
  readonly name: string;
  readonly faults: readonly string[];
}

const said = (messages: readonly string[]): string =>
  messages.length === 0 ? 'nothing' : messages.join(', ');

const undecidedFaults = (
  { undecided }: Example,
  inconclusive: readonly Inconclusive[],
): readonly string[] => {
  if (undecided !== undefined && inconclusive.length === 0)
    return [`it should be undecided (${undecided}) and was decided`];
  return inconclusive
    .filter(({ because }) => because !== undecided)
    .map(({ because, causes }) => `it could not be decided (${because}): ${causes.join('; ')}`);
};

const faultsOf = async ({ rule }: DescribedRule, example: Example): Promise<readonly string[]> => {
  const index = indexRules([rule]);
  const facts = await factsOfExample(index, example);
  const { matches, crashes, inconclusive } = runRules(index, eventOfExample(example.record), facts);
  const messages = matches.map(({ match }) => match.message);
  const severities = matches.map(({ severity }) => severity);
  const wrongSeverity = example.severity !== undefined && severities.some((it) => it !== example.severity);
  return [
    ...crashes.map(({ error }) => `it crashed: ${messageOf(error)}`),
    ...undecidedFaults(example, inconclusive),
    ...(isDeepStrictEqual(messages, [...example.expect])
      ? []
      : [`it should say ${said(example.expect)} and said ${said(messages)}`]),
    ...(wrongSeverity
      ? [`it should be of severity ${example.severity} and was ${severities.join(', ')}`]
      : []),
  ];
};

/** Runs a rule's examples through the parser, the rule's own trigger and the rule. */
export const runExamples = (described: DescribedRule): Promise<readonly ExampleResult[]> =>
  Promise.all(
    described.examples.map(async (example) => ({
      ruleId: described.rule.id,
      name: example.name,
      faults: await faultsOf(described, example),
    })),
  );
