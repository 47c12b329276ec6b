import type { Pattern } from '../pattern.ts';

/** What the values of an operator are; a condition key has a type that fits one of them. */
export type OperatorFamily = 'string' | 'number' | 'date' | 'boolean' | 'binary' | 'ip' | 'arn' | 'null';

/**
 * One condition operator: how it reads both sides, and when they agree. Which side is missing, lists of values, negation, set
 * prefixes and `IfExists` are not its business (evaluate-test.ts).
 *
 * `Expected` and `Actual` are what the policy's and the request's values are read into. Reading answers undefined for what is no
 * value of the family, e.g. `abc` as a number; such a value never matches, in a negated operator neither.
 */
export interface ConditionOperator<Expected = unknown, Actual = unknown> {
  /** In the spelling of the IAM User Guide. */
  readonly name: string;
  readonly family: OperatorFamily;
  /** Whether it holds when the comparison does not. */
  readonly negated: boolean;
  /** Whether `${…}` in policy values is replaced. */
  readonly takesVariables: boolean;
  /** Whether `*` and `?` in policy values are wildcards. */
  readonly takesWildcards: boolean;
  readExpected(value: Pattern): Expected | undefined;
  readActual(value: string): Actual | undefined;
  agrees(expected: Expected, actual: Actual): boolean;
}

/** Identity at run time; keeps the types of both sides together until the operator goes into the list of all. */
export const defineOperator = <Expected, Actual>(
  operator: ConditionOperator<Expected, Actual>,
): ConditionOperator<Expected, Actual> => operator;

/** The operator that holds exactly when another does not. */
export const negationOf = <Expected, Actual>(
  name: string,
  operator: ConditionOperator<Expected, Actual>,
): ConditionOperator<Expected, Actual> => ({ ...operator, name, negated: true });
