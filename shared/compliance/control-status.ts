import type { MappedControl, MappedFramework } from './mapped-control.ts';

/**
 * What became of a control:
 *
 * - `FAIL`: a check found something wrong.
 * - `NOT_EVALUATED`: nothing known is wrong, and a check could not be made; never counted as right.
 * - `PASS`: all that was looked at is right.
 * - `NOT_APPLICABLE`: there was nothing to judge.
 * - `WATCHED`: event rules watch for it as it happens; a state has nothing to say of it.
 * - `OUTSIDE`: neither answers it.
 */
export const controlStatuses = [
  'FAIL',
  'NOT_EVALUATED',
  'PASS',
  'NOT_APPLICABLE',
  'WATCHED',
  'OUTSIDE',
] as const;

export type ControlStatus = (typeof controlStatuses)[number];

/** How many verdicts of a check were of each kind. A check that was not run has none. */
export interface CheckResult {
  readonly FAIL: number;
  readonly NOT_EVALUATED: number;
  readonly PASS: number;
  readonly NOT_APPLICABLE: number;
}

/** A control and what its checks found. */
export interface JudgedControl {
  readonly control: MappedControl;
  readonly status: ControlStatus;
  /** Checks with at least one `FAIL`. */
  readonly failed: readonly string[];
  /** Checks with a verdict that could not be made, or that were not run. */
  readonly open: readonly string[];
}

const none: CheckResult = { FAIL: 0, NOT_EVALUATED: 1, PASS: 0, NOT_APPLICABLE: 0 };

const statusOf = (control: MappedControl, results: readonly CheckResult[]): ControlStatus => {
  if (results.length === 0) return control.rules.length > 0 ? 'WATCHED' : 'OUTSIDE';
  if (results.some(({ FAIL }) => FAIL > 0)) return 'FAIL';
  if (results.some(({ NOT_EVALUATED }) => NOT_EVALUATED > 0)) return 'NOT_EVALUATED';
  return results.some(({ PASS }) => PASS > 0) ? 'PASS' : 'NOT_APPLICABLE';
};

/**
 * Judges a control by the verdicts of its checks. A check without a result was not run, which is not the same as right.
 *
 * @param resultOf by check id
 */
export const judgeControl = (
  control: MappedControl,
  resultOf: (checkId: string) => CheckResult | undefined,
): JudgedControl => {
  const results = control.checks.map((id) => ({ id, result: resultOf(id) ?? none }));
  return {
    control,
    status: statusOf(
      control,
      results.map(({ result }) => result),
    ),
    failed: results.filter(({ result }) => result.FAIL > 0).map(({ id }) => id),
    open: results.filter(({ result }) => result.NOT_EVALUATED > 0).map(({ id }) => id),
  };
};

/** Controls by status, and the score. */
export interface Score {
  readonly counts: Readonly<Record<ControlStatus, number>>;
  /** Whole percent of those judged right among those judged right or wrong; undefined where nothing was. All controls weigh the same. */
  readonly percent?: number;
}

/** Counts controls. What was not evaluated, does not apply or is only watched is no part of the score. */
export const scoreOf = (controls: readonly JudgedControl[]): Score => {
  const counts = Object.fromEntries(
    controlStatuses.map((status) => [status, controls.filter((one) => one.status === status).length]),
  ) as Record<ControlStatus, number>;
  const judged = counts.PASS + counts.FAIL;
  // Rounded down: 99.6 % is not everything.
  return judged === 0 ? { counts } : { counts, percent: Math.floor((counts.PASS / judged) * 100) };
};

/** A framework and what became of each control, in its order. */
export interface JudgedFramework {
  readonly framework: MappedFramework;
  readonly controls: readonly JudgedControl[];
  readonly score: Score;
}

/** Judges every control of a framework. */
export const judgeFramework = (
  framework: MappedFramework,
  resultOf: (checkId: string) => CheckResult | undefined,
): JudgedFramework => {
  const controls = framework.controls.map((control) => judgeControl(control, resultOf));
  return { framework, controls, score: scoreOf(controls) };
};
