import { expect, it } from 'vitest';
import { buildAlert } from '../../shared/alerts/build-alert.ts';
import { fitAlert } from '../../shared/alerts/fit-alert.ts';
import { findingLike, ruleOf } from './example-findings.ts';

const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
const alertOf = (own: number, others: number, each: number) =>
  buildAlert(
    [
      findingLike({ data: { role: 'x'.repeat(own) } }),
      ...Array.from({ length: others }, () =>
        findingLike({ severity: 'low', data: { role: '한'.repeat(each) } }),
      ),
    ],
    ruleOf,
  );

it.each([
  ['nothing from a small one', alertOf(100, 3, 10), undefined],
  ['data of others first', alertOf(100, 3, 10_000), [{ what: 'data-of-others', count: 3 }]],
  [
    'then others',
    alertOf(100, 60, 1000),
    [
      { what: 'data-of-others', count: 60 },
      { what: 'others', count: 40 },
    ],
  ],
  [
    'then the ends of its own texts',
    alertOf(90_000, 1, 10),
    [
      { what: 'data-of-others', count: 1 },
      { what: 'ends-of-texts', count: 2 },
    ],
  ],
])('cuts %s', (_, alert, cut) => {
  const fitted = fitAlert(alert, 40_000);
  expect(bytes(fitted)).toBeLessThanOrEqual(40_000);
  expect(fitted.cut).toEqual(cut);
  expect(fitted.lead.id).toBe(alert.lead.id);
  expect(fitted.id).toBe(alert.id);
});

it('says so when even the barest form is too large', () => {
  expect(() => fitAlert(alertOf(100, 0, 0), 300)).toThrow(/the limit is 300/);
});
