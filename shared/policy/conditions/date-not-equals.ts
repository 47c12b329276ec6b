import { dateEquals } from './date-equals.ts';
import { negationOf } from './operator.ts';

export const dateNotEquals = negationOf('DateNotEquals', dateEquals);
