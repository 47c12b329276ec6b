import { arnLike } from './arn-like.ts';
import { negationOf } from './operator.ts';

/** The same as ArnNotLike, as ArnEquals is the same as ArnLike. */
export const arnNotEquals = negationOf('ArnNotEquals', arnLike);
