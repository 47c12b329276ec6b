import { numberOperator } from './number-operator.ts';

export const numericGreaterThan = numberOperator(
  'NumericGreaterThan',
  (expected, actual) => actual > expected,
);
