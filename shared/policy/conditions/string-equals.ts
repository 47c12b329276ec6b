import { defineOperator } from './operator.ts';

/** The same text, in the same case. */
export const stringEquals = defineOperator<string, string>({
  name: 'StringEquals',
  family: 'string',
  negated: false,
  takesVariables: true,
  takesWildcards: false,
  readExpected: ({ text }) => text,
  readActual: (value) => value,
  agrees: (expected, actual) => expected === actual,
});
