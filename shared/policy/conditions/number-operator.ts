import { type ConditionOperator, defineOperator } from './operator.ts';

/** An integer or decimal value, as IAM writes them. */
const readNumber = (text: string): number | undefined =>
  /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text) ? Number(text) : undefined;

/** The numeric operator of a comparison: `agrees(policy's value, request's value)`. */
export const numberOperator = (
  name: string,
  agrees: (expected: number, actual: number) => boolean,
): ConditionOperator<number, number> =>
  defineOperator<number, number>({
    name,
    family: 'number',
    negated: false,
    takesVariables: false,
    takesWildcards: false,
    readExpected: ({ text }) => readNumber(text),
    readActual: readNumber,
    agrees,
  });
