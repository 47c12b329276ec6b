import { describe, expect, it } from 'vitest';
import { eventOfExample, factsOfExample } from '../../functions/cli/rules/example-facts.ts';
import { loadRules } from '../../functions/cli/rules/rule-files.ts';
import { buildAlert } from '../../shared/alerts/build-alert.ts';
import { renderPlainText } from '../../shared/alerts/render/plain-text.ts';
import { renderSlackMessage } from '../../shared/alerts/render/slack-blocks.ts';
import { effectsOf } from '../../shared/findings/from-evaluation.ts';
import { applyOccurrence } from '../../shared/findings/lifecycle.ts';
import { indexRules } from '../../shared/rules/rule-index.ts';
import { runRules } from '../../shared/rules/run-rules.ts';

const described = await loadRules();
const rules = new Map(described.map(({ rule }) => [rule.id, rule]));
const options = { ruleOf: (id: string) => rules.get(id) };

/** The alert of every finding that a rule's examples make. */
const alertsOf = async ({ rule, examples }: (typeof described)[number]) => {
  const index = indexRules([rule]);
  const alerts = examples.map(async (example) => {
    const event = eventOfExample(example.record);
    const facts = await factsOfExample(index, example);
    return effectsOf(event, runRules(index, event, facts)).occurrences.map((occurrence) => {
      const { finding } = applyOccurrence(undefined, occurrence, '2026-03-04T05:06:48Z');
      return { name: example.name, alert: buildAlert([finding], options.ruleOf) };
    });
  });
  return (await Promise.all(alerts)).flat();
};

/** A value that a rule writes in its sentence and its record does not have. */
const gap = '(not recorded)';

describe.each(described.map((rule) => [rule.rule.id, rule] as const))('%s', (_, rule) => {
  it('makes cards and mails that fit and have no gap', async () => {
    for (const { name, alert } of await alertsOf(rule)) {
      const message = renderSlackMessage(alert, options);
      const { subject } = renderPlainText(alert, options);
      expect(JSON.stringify(message).length, name).toBeLessThan(10_000);
      expect(subject, name).toMatch(/^[\x20-\x7e]{1,99}$/);
      expect([alert.sentence.includes(gap), message.text.includes(gap)], name).toEqual([false, false]);
      // Why and what to do are never cut.
      expect(JSON.stringify(message.blocks), name).not.toMatch(/…"/);
    }
  });
});
