import { dateOperator } from './date-operator.ts';

export const dateLessThan = dateOperator('DateLessThan', (expected, actual) => actual < expected);
