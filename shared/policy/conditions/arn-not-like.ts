import { arnLike } from './arn-like.ts';
import { negationOf } from './operator.ts';

export const arnNotLike = negationOf('ArnNotLike', arnLike);
