import { numberOperator } from './number-operator.ts';

export const numericLessThan = numberOperator('NumericLessThan', (expected, actual) => actual < expected);
