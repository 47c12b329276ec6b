import type { Context } from '../context.ts';
import { patternOf, plainPattern } from '../pattern.ts';
import type { Condition } from '../policy.ts';
import { fixedPattern, resolve, type Template, templateOf } from '../template.ts';
import type { ConditionOperator } from './operator.ts';
import { type OperatorUse, operatorUse } from './operators.ts';

/**
 * What a policy value means in a request: read for the operator, `invalid` when it is no value of it, `void` when a variable in it has
 * no value (matches nothing), `open` when a variable's key is unknown.
 */
export type ExpectedValue =
  | { readonly status: 'read'; readonly value: unknown }
  | { readonly status: 'open' | 'void' | 'invalid' };

/** One test of a Condition block, read once. */
export interface CompiledTest {
  /** As written. */
  readonly condition: Condition;
  /** In lower case. */
  readonly key: string;
  /** Undefined for an operator that IAM does not know: whether such a test holds cannot be told. */
  readonly use: OperatorUse | undefined;
  readonly expected: readonly ((context: Context) => ExpectedValue)[];
}

const read = (operator: ConditionOperator, template: Template, context: Context): ExpectedValue => {
  const resolved = resolve(template, context);
  if (resolved.status !== 'exact') return { status: resolved.status };
  const value = operator.readExpected(resolved.pattern);
  return value === undefined ? { status: 'invalid' } : { status: 'read', value };
};

const compileValue = (
  operator: ConditionOperator,
  text: string,
  version: string | undefined,
): ((context: Context) => ExpectedValue) => {
  const template = operator.takesVariables
    ? templateOf(text, version)
    : { parts: [operator.takesWildcards ? patternOf(text) : plainPattern(text)] };
  const fixed = fixedPattern(template);
  if (fixed === undefined) return (context) => read(operator, template, context);
  const value = operator.readExpected(fixed);
  const answer: ExpectedValue = value === undefined ? { status: 'invalid' } : { status: 'read', value };
  return () => answer;
};

/** @param version of the document, which decides on policy variables */
export const compileTest = (condition: Condition, version: string | undefined): CompiledTest => {
  const use = operatorUse(condition.operator);
  return {
    condition,
    key: condition.key.toLowerCase(),
    use,
    expected:
      use === undefined ? [] : condition.values.map((value) => compileValue(use.operator, value, version)),
  };
};
