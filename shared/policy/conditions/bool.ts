import { defineOperator } from './operator.ts';

const readBoolean = (text: string): boolean | undefined => {
  const lower = text.toLowerCase();
  return lower === 'true' ? true : lower === 'false' ? false : undefined;
};

/**
 * `true` or `false`, in any case. The IAM User Guide contradicts itself on variables here: "Boolean condition operators" allows them,
 * "Policy variables" does not. They are replaced: without that such a value would be no boolean and match nothing.
 */
export const bool = defineOperator<boolean, boolean>({
  name: 'Bool',
  family: 'boolean',
  negated: false,
  takesVariables: true,
  takesWildcards: false,
  readExpected: ({ text }) => readBoolean(text),
  readActual: readBoolean,
  agrees: (expected, actual) => expected === actual,
});
