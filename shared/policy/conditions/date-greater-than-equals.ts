import { dateOperator } from './date-operator.ts';

export const dateGreaterThanEquals = dateOperator(
  'DateGreaterThanEquals',
  (expected, actual) => actual >= expected,
);
