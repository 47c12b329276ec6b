import { defineOperator } from './operator.ts';

const base64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}(?:==)?|[A-Za-z\d+/]{3}=?)?$/;

/** Base64 without its padding: two spellings of the same bytes are the same text. */
const readBytes = (text: string): string | undefined =>
  base64.test(text) ? text.replace(/=+$/, '') : undefined;

/** The same bytes. Both sides are base64: JSON holds no bytes. */
export const binaryEquals = defineOperator<string, string>({
  name: 'BinaryEquals',
  family: 'binary',
  negated: false,
  takesVariables: false,
  takesWildcards: false,
  readExpected: ({ text }) => readBytes(text),
  readActual: readBytes,
  agrees: (expected, actual) => expected === actual,
});
