import { dateOperator } from './date-operator.ts';

export const dateLessThanEquals = dateOperator(
  'DateLessThanEquals',
  (expected, actual) => actual <= expected,
);
