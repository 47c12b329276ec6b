import { describe, expect, it } from 'vitest';
import { eventOfExample, playExample } from '../../functions/cli/rules/example-facts.ts';
import { loadRules } from '../../functions/cli/rules/rule-files.ts';
import type { JsonObject } from '../../shared/events/json.ts';
import type { Example, Rule } from '../../shared/rules/define-rule.ts';
import { indexRules } from '../../shared/rules/rule-index.ts';

/** What is new depends on what was seen before, so that order matters there by design. */
const dependsOnOrder = (rule: Rule, { record, settings = {} }: Example): boolean =>
  (rule.history?.(eventOfExample(record), settings, []) ?? []).some(({ kind }) => kind === 'first-seen');

/** A rule that compares with what is usual needs to have seen what is usual. */
const comparesWithUsual = new Set(['rare-asn-for-actor']);

const cases = (await loadRules()).flatMap(({ rule, examples }) =>
  examples
    .filter(({ expect, before = [] }) => expect.length > 0 && before.length > 0)
    .filter((example) => !comparesWithUsual.has(rule.id) && !dependsOnOrder(rule, example))
    .map((example) => ({ title: `${rule.id}: ${example.name}`, rule, example })),
);

/** The orders in which the records of an example may arrive: as they came, the other way round, the last one first. */
const ordersOf = ({ before = [], record }: Example): readonly (readonly JsonObject[])[] => {
  const records = [...before, record];
  return [records, records.toReversed(), [record, ...before]];
};

describe('events that make a finding together make it in whatever order they arrive', () => {
  it.each(cases)('$title', async ({ rule, example }) => {
    for (const order of ordersOf(example)) {
      const evaluations = await playExample(indexRules([rule]), {
        ...example,
        before: order.slice(0, -1),
        record: order.at(-1) ?? {},
      });
      expect(evaluations.flatMap(({ matches }) => matches).length).toBeGreaterThan(0);
    }
  });

  it('also those of rules that ask for look-ups and settings', () => {
    expect(cases.length).toBeGreaterThan(40);
  });
});
