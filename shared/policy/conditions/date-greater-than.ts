import { dateOperator } from './date-operator.ts';

export const dateGreaterThan = dateOperator('DateGreaterThan', (expected, actual) => actual > expected);
