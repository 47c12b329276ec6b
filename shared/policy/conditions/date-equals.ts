import { dateOperator } from './date-operator.ts';

export const dateEquals = dateOperator('DateEquals', (expected, actual) => actual === expected);
