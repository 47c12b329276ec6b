import { negationOf } from './operator.ts';
import { stringLike } from './string-like.ts';

export const stringNotLike = negationOf('StringNotLike', stringLike);
