import { negationOf } from './operator.ts';
import { stringEqualsIgnoreCase } from './string-equals-ignore-case.ts';

export const stringNotEqualsIgnoreCase = negationOf('StringNotEqualsIgnoreCase', stringEqualsIgnoreCase);
