import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JsonObject } from '../../shared/events/json.ts';
import { compileDetail, conditionsOf } from '../../shared/rules/detail-filter.ts';
import { filterTree, itemsFor, stepsOver } from '../../shared/rules/filter-tree.ts';
import type { DetailPattern } from '../../shared/rules/trigger.ts';

const words = fc.constantFrom('a', 'b', 'ab', '');
const leaves = fc.array(
  fc.oneof(
    words,
    fc.boolean(),
    fc.record({ prefix: words }),
    fc.boolean().map((exists) => ({ exists })),
  ),
  { minLength: 1, maxLength: 2 },
);
const patterns: fc.Arbitrary<DetailPattern> = fc.record(
  { name: leaves, code: leaves, by: fc.record({ type: leaves, of: leaves }, { requiredKeys: [] }) },
  { requiredKeys: [] },
) as fc.Arbitrary<DetailPattern>;

const values = fc.oneof(words, fc.boolean(), fc.constant(null), fc.array(words, { maxLength: 2 }));
const records = fc.record(
  {
    name: values,
    code: values,
    by: fc.oneof(values, fc.record({ type: values, of: values }, { requiredKeys: [] })),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<JsonObject>;

it('a tree of filters lets pass what each of them does, whatever it has seen before', () => {
  fc.assert(
    fc.property(
      fc.array(patterns, { maxLength: 6 }),
      fc.array(records, { minLength: 1, maxLength: 8 }),
      (all, seen) => {
        const tree = filterTree(
          all.map((pattern, item) => ({ item, conditions: conditionsOf(pattern) })),
          ['name'],
        );
        const root = tree.rootFor(all.map((_, place) => place));
        for (const record of seen) {
          const expected = all.flatMap((pattern, item) => (compileDetail(pattern)(record) ? [item] : []));
          expect(itemsFor(root, record)).toEqual(expected);
          expect(itemsFor(stepsOver(root, record, ['name']), record)).toEqual(expected);
        }
      },
    ),
  );
});
