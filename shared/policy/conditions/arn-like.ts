import { type ArnPattern, matchesArn, readArnPattern } from '../arn-pattern.ts';
import { defineOperator } from './operator.ts';

/** An ARN that matches a pattern field by field: `*` stays inside of its field, unlike in StringLike. */
export const arnLike = defineOperator<ArnPattern, string>({
  name: 'ArnLike',
  family: 'arn',
  negated: false,
  takesVariables: true,
  takesWildcards: true,
  readExpected: readArnPattern,
  readActual: (value) => (value.startsWith('arn:') && value.split(':').length > 5 ? value : undefined),
  agrees: matchesArn,
});
