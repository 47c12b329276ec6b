import { numberOperator } from './number-operator.ts';

export const numericLessThanEquals = numberOperator(
  'NumericLessThanEquals',
  (expected, actual) => actual <= expected,
);
