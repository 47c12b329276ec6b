import { defineOperator } from './operator.ts';

/** The same text in any case. */
export const stringEqualsIgnoreCase = defineOperator<string, string>({
  name: 'StringEqualsIgnoreCase',
  family: 'string',
  negated: false,
  takesVariables: true,
  takesWildcards: false,
  readExpected: ({ text }) => text.toLowerCase(),
  readActual: (value) => value.toLowerCase(),
  agrees: (expected, actual) => expected === actual,
});
