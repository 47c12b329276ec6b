import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allActions } from '../../shared/policy/actions/all-actions.ts';
import { coveredActions } from '../../shared/policy/actions/covered-actions.ts';
import { coversPattern } from '../../shared/policy/compare-patterns.ts';
import { compileAction } from '../../shared/policy/match-action.ts';
import { matches, patternOf } from '../../shared/policy/pattern.ts';
import { PatternSet } from '../../shared/policy/pattern-set.ts';
import { StepBudget } from '../../shared/policy/step-budget.ts';

const all = await allActions();

const text = fc.string({ unit: fc.constantFrom('a', 'b', ':'), maxLength: 6 });
const pattern = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '?'), maxLength: 6 }).map(patternOf);
const patterns = fc.array(pattern, { maxLength: 6 });

describe('a set of patterns', () => {
  it('matches what one of them matches', () => {
    fc.assert(
      fc.property(patterns, text, (some, given) => {
        expect(new PatternSet(some, new StepBudget()).matches(given)).toBe(
          some.some((one) => matches(one, given)),
        );
      }),
    );
  });

  it('covers what one of them covers, and names the first', () => {
    fc.assert(
      fc.property(patterns, pattern, (some, inner) => {
        const at = some.findIndex((one) => coversPattern(one, inner));
        expect(new PatternSet(some, new StepBudget()).covering(inner)).toBe(at < 0 ? undefined : at);
      }),
    );
  });

  it('ends when its budget is spent, and names the limit', () => {
    const set = new PatternSet([patternOf('*a*a*a*b')], new StepBudget(20));
    expect(() => set.matches('a'.repeat(100))).toThrow('more than 20 steps');
  });
});

describe('the actions that an element covers', () => {
  const everything = [...all.everything];
  const service = fc.constantFrom('s3', 'iam', 's*', '*', 'ec?', 'no-such');
  const name = fc.string({
    unit: fc.constantFrom('*', '?', 'Get', 'Object', 'e', 'User', 'Put'),
    maxLength: 4,
  });
  const entry = fc.oneof(
    fc.tuple(service, name).map(([prefix, rest]) => `${prefix}:${rest}`),
    fc.constantFrom('*', 'iam:PassRole', 'no action', 's3:GetObject,s3:PutObject'),
  );

  it('are those that it matches one by one', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 4 }), fc.boolean(), (written, except) => {
        const scope = { except, patterns: written };
        const covers = compileAction(scope);
        const expected = everything.filter(({ action }) => covers(action.toLowerCase())).length;
        const found = coveredActions(scope, all);
        expect(found.size).toBe(expected);
        expect([...found].every(({ action }) => covers(action.toLowerCase()))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
