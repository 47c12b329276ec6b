import type { Context } from '../context.ts';
import { allOf, anyOf, type Truth, truthOf } from '../truth.ts';
import type { CompiledTest, ExpectedValue } from './compile-test.ts';
import type { ConditionOperator } from './operator.ts';

/** Whether one value of the request agrees with one of the policy; the negation of an operator is in it already. */
const compares = (operator: ConditionOperator, expected: ExpectedValue, actual: unknown): Truth => {
  if (expected.status === 'invalid') return 'no';
  if (expected.status === 'open') return 'unknown';
  const agrees = expected.status === 'read' && operator.agrees(expected.value, actual);
  return truthOf(agrees !== operator.negated);
};

/** Values of the policy are joined by "or", in a negated operator by "nor". */
const holdsFor = (
  { expected }: CompiledTest,
  operator: ConditionOperator,
  value: string,
  context: Context,
) => {
  const actual = operator.readActual(value);
  if (actual === undefined) return 'no';
  const ask = (each: (context: Context) => ExpectedValue): Truth => compares(operator, each(context), actual);
  return operator.negated ? allOf(expected, ask) : anyOf(expected, ask);
};

const isAbsent = (test: CompiledTest, operator: ConditionOperator, context: Context): Truth => {
  const state = context.get(test.key);
  if (state === 'unknown') return 'unknown';
  const actual = operator.readActual(String(state === 'absent'));
  return anyOf(test.expected, (each) => compares(operator, each(context), actual));
};

/** When the key is absent ("Condition operators", "ForAllValues", "IfExists", IAM User Guide). */
const whenAbsent = ({ use }: CompiledTest): Truth => {
  if (use?.ifExists || use?.set === 'all') return 'yes';
  return truthOf(use?.set === undefined && use?.operator.negated === true);
};

/** Whether a test of a Condition block holds in a request. */
export const evaluateTest = (test: CompiledTest, context: Context): Truth => {
  const { use } = test;
  if (use === undefined) return 'unknown';
  const { operator, set } = use;
  if (operator.family === 'null') return isAbsent(test, operator, context);
  const state = context.get(test.key);
  if (state === 'unknown') return 'unknown';
  if (state === 'absent') return whenAbsent(test);
  const each = (value: string) => holdsFor(test, operator, value, context);
  if (set === 'any') return anyOf(state, each);
  if (set === 'all') return allOf(state, each);
  // AWS leaves open what an operator without set prefix makes of several values; policies must not rest on it.
  const [value] = state;
  return state.length === 1 && value !== undefined ? each(value) : 'no';
};
