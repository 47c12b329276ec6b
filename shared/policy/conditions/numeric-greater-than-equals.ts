import { numberOperator } from './number-operator.ts';

export const numericGreaterThanEquals = numberOperator(
  'NumericGreaterThanEquals',
  (expected, actual) => actual >= expected,
);
