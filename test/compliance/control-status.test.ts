import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CheckResult,
  controlStatuses,
  judgeControl,
  judgeFramework,
  scoreOf,
} from '../../shared/compliance/control-status.ts';
import { type FrameworkId, frameworkIds } from '../../shared/compliance/framework.ts';
import { frameworkOf, type MappedControl } from '../../shared/compliance/mapped-control.ts';

const control = (checks: readonly string[], rules: readonly string[] = []): MappedControl => ({
  id: '1',
  section: '1',
  title: { en: 'title', ko: '제목' },
  checks,
  rules,
  ours: [],
});

const result = (change: Partial<CheckResult>): CheckResult => ({
  FAIL: 0,
  NOT_EVALUATED: 0,
  PASS: 0,
  NOT_APPLICABLE: 0,
  ...change,
});

describe('a control', () => {
  it.each<[string, readonly (CheckResult | undefined)[], string]>([
    ['all right', [result({ PASS: 3 }), result({ NOT_APPLICABLE: 1 })], 'PASS'],
    ['one wrong among many', [result({ PASS: 99, FAIL: 1 })], 'FAIL'],
    ['wrong and open', [result({ FAIL: 1 }), result({ NOT_EVALUATED: 1 })], 'FAIL'],
    ['right and open', [result({ PASS: 1 }), result({ NOT_EVALUATED: 1 })], 'NOT_EVALUATED'],
    ['a check that was not run', [result({ PASS: 1 }), undefined], 'NOT_EVALUATED'],
    ['nothing to judge', [result({ NOT_APPLICABLE: 2 })], 'NOT_APPLICABLE'],
  ])('with %s', (_, results, status) => {
    const ids = results.map((_one, index) => `check-${index}`);
    const judged = judgeControl(control(ids), (id) => results[ids.indexOf(id)]);
    expect(judged.status).toBe(status);
  });

  it('without checks is watched by its rules, or outside', () => {
    const judge = (rules: readonly string[]) => judgeControl(control([], rules), () => undefined).status;
    expect([judge(['a-rule']), judge([])]).toEqual(['WATCHED', 'OUTSIDE']);
  });

  it('names the checks that failed and those that are open', () => {
    const results = new Map([
      ['a', result({ FAIL: 1 })],
      ['b', result({ PASS: 1, NOT_EVALUATED: 1 })],
    ]);
    const { failed, open } = judgeControl(control(['a', 'b', 'c']), (id) => results.get(id));
    expect({ failed, open }).toEqual({ failed: ['a'], open: ['b', 'c'] });
  });
});

describe('the score', () => {
  it.each<[number, number, number, number | undefined]>([
    [1, 0, 5, 100],
    [0, 1, 0, 0],
    [0, 0, 3, undefined],
    // Rounded down: one that fails is never a hundred.
    [999, 1, 0, 99],
  ])('of %d right, %d wrong and %d open is %s', (pass, fail, open, percent) => {
    const of = (count: number, one: CheckResult) =>
      Array.from({ length: count }, () => judgeControl(control(['a']), () => one));
    const controls = [
      ...of(pass, result({ PASS: 1 })),
      ...of(fail, result({ FAIL: 1 })),
      ...of(open, result({ NOT_EVALUATED: 1 })),
    ];
    expect(scoreOf(controls).percent).toBe(percent);
  });

  const anyResult = fc.record({
    FAIL: fc.nat(2),
    NOT_EVALUATED: fc.nat(2),
    PASS: fc.nat(2),
    NOT_APPLICABLE: fc.nat(2),
  });

  it('never rises because a check could not be made', () => {
    const framework = frameworkOf('cis-aws-7.0');
    const checks = [...new Set(framework.controls.flatMap((one) => one.checks))];
    fc.assert(
      fc.property(
        fc.array(anyResult, { minLength: checks.length, maxLength: checks.length }),
        fc.nat(checks.length - 1),
        (results, lost) => {
          const resultOf = (id: string) => results[checks.indexOf(id)];
          const before = judgeFramework(framework, resultOf).score.counts;
          const after = judgeFramework(framework, (id) =>
            checks.indexOf(id) === lost ? undefined : resultOf(id),
          ).score.counts;
          expect(after.PASS).toBeLessThanOrEqual(before.PASS);
        },
      ),
    );
  });

  it.each<FrameworkId>([...frameworkIds])('of %s counts every control once', (id) => {
    const framework = frameworkOf(id);
    const { counts } = judgeFramework(framework, () => undefined).score;
    const sum = controlStatuses.reduce((total, status) => total + counts[status], 0);
    expect(sum).toBe(framework.controls.length);
    expect(counts.PASS).toBe(0);
  });
});
