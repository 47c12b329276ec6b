import { matches, type Pattern } from '../pattern.ts';
import { defineOperator } from './operator.ts';

/** A text that matches a pattern, in the same case. `*` runs across everything. */
export const stringLike = defineOperator<Pattern, string>({
  name: 'StringLike',
  family: 'string',
  negated: false,
  takesVariables: true,
  takesWildcards: true,
  readExpected: (value) => value,
  readActual: (value) => value,
  agrees: matches,
});
