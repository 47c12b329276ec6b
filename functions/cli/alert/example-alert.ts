import { noAccount } from '../../../shared/account/account-reader.ts';
import type { Alert } from '../../../shared/alerts/alert.ts';
import { buildAlert } from '../../../shared/alerts/build-alert.ts';
import type { RuleOf } from '../../../shared/alerts/rule-of.ts';
import { changeToTell } from '../../../shared/app/event-change.ts';
import { effectsOf } from '../../../shared/findings/from-evaluation.ts';
import { applyOccurrence } from '../../../shared/findings/lifecycle.ts';
import type { Example } from '../../../shared/rules/define-rule.ts';
import type { DescribedRule } from '../../../shared/rules/docs/described-rule.ts';
import { indexRules } from '../../../shared/rules/rule-index.ts';
import { runRules } from '../../../shared/rules/run-rules.ts';
import { nearest } from '../../../shared/text/nearest.ts';
import { UsageError } from '../errors.ts';
import { eventOfExample, factsOfExample } from '../rules/example-facts.ts';

/** An example's event is found this long after the call. */
const delaySeconds = 41;

const fires = ({ expect }: Example): boolean => expect.length > 0;

const exampleNamed = ({ rule, examples }: DescribedRule, name: string | undefined): Example => {
  const firing = examples.filter(fires);
  const chosen = name === undefined ? firing[0] : firing.find((example) => example.name === name);
  if (chosen) return chosen;
  const names = firing.map((example) => example.name);
  if (names.length === 0)
    throw new UsageError(
      `${rule.id} makes no alerts.`,
      'Rules of kind inventory and rules without an example that fires have none.',
    );
  const near = nearest(name ?? '', names);
  throw new UsageError(
    `${rule.id} has no firing example "${name}".`,
    near === undefined ? `There are: ${names.join('; ')}` : `Did you mean "${near}"?`,
  );
};

/**
 * The alert that an example of a rule makes.
 *
 * @param name of the example; the first that fires when left out
 * @throws UsageError when there is no such example, or the rule makes no findings
 */
export const alertOfExample = async (
  described: DescribedRule,
  ruleOf: RuleOf,
  name?: string,
): Promise<Alert> => {
  const example = exampleNamed(described, name);
  const index = indexRules([described.rule]);
  const event = eventOfExample(example.record);
  const facts = await factsOfExample(index, example);
  const evaluation = runRules(index, event, facts);
  const change = await changeToTell(event, evaluation, noAccount, facts);
  const recordedAt = new Date(Date.parse(event.time) + delaySeconds * 1000).toISOString();
  const findings = effectsOf(event, evaluation, change).occurrences.map(
    (occurrence) => applyOccurrence(undefined, occurrence, recordedAt).finding,
  );
  if (findings.length === 0)
    throw new UsageError(`${described.rule.id} makes no alerts.`, 'Rules of kind inventory only count.');
  return buildAlert(findings, ruleOf);
};
