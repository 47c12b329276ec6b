import { negationOf } from './operator.ts';
import { stringEquals } from './string-equals.ts';

export const stringNotEquals = negationOf('StringNotEquals', stringEquals);
