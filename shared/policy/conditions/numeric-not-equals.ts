import { numericEquals } from './numeric-equals.ts';
import { negationOf } from './operator.ts';

export const numericNotEquals = negationOf('NumericNotEquals', numericEquals);
