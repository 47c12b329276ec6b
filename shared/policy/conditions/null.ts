import { defineOperator } from './operator.ts';

/** Whether the key is absent: `true` asks that it is, `false` that it is not. What is compared is the absence itself. */
export const nullOperator = defineOperator<boolean, boolean>({
  name: 'Null',
  family: 'null',
  negated: false,
  takesVariables: false,
  takesWildcards: false,
  readExpected: ({ text }) => {
    const lower = text.toLowerCase();
    return lower === 'true' ? true : lower === 'false' ? false : undefined;
  },
  readActual: (value) => value === 'true',
  agrees: (expected, actual) => expected === actual,
});
