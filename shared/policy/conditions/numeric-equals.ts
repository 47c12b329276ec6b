import { numberOperator } from './number-operator.ts';

export const numericEquals = numberOperator('NumericEquals', (expected, actual) => actual === expected);
