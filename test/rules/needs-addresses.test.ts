import { expect, it } from 'vitest';
import { eventOfExample, factsOfExample } from '../../functions/cli/rules/example-facts.ts';
import { loadRules } from '../../functions/cli/rules/rule-files.ts';
import { indexRules } from '../../shared/rules/rule-index.ts';
import { runRules } from '../../shared/rules/run-rules.ts';

const described = await loadRules();
const asking = described.filter(({ rule }) => rule.lookups);

/** Why the rule says nothing of its firing examples where no address file is configured; `said` when it says something. */
const withoutAddresses = async ({ rule, examples }: (typeof described)[number]) => {
  const index = indexRules([rule]);
  const firing = examples.filter(({ expect: messages }) => messages.length > 0);
  return Promise.all(
    firing.map(async (example) => {
      const { address: _, ...lookups } = example.lookups ?? {};
      const facts = await factsOfExample(index, { ...example, lookups });
      const { inconclusive } = runRules(index, eventOfExample(example.record), facts);
      return inconclusive[0]?.isPartial ? 'said' : (inconclusive[0]?.because ?? 'said');
    }),
  );
};

it.each(asking)('$rule.id says whether it needs addresses', async (entry) => {
  const reasons = await withoutAddresses(entry);
  const alwaysOff = reasons.every((reason) => reason === 'off');
  expect(entry.rule.needsAddresses ?? false, 'needsAddresses: true in the rule, or not').toBe(alwaysOff);
});
