import type { JsonObject } from '../events/json.ts';

/** Whether a record is meant. */
export type RecordTest = (record: JsonObject) => boolean;

/** What a test says of one field, for the trigger: it holds at most for records whose field has one of these values. */
export interface OnlyValues {
  readonly field: string;
  /** As written; upper and lower case do not differ. */
  readonly values: readonly string[];
}

/** A condition as a tree. */
export type Expression =
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'test'; readonly test: RecordTest; readonly only?: OnlyValues };

/** All of several. */
export const allOf = (of: readonly Expression[]): Expression =>
  of.length === 1 && of[0] ? of[0] : { kind: 'and', of };

/** One of several. */
export const anyOf = (of: readonly Expression[]): Expression =>
  of.length === 1 && of[0] ? of[0] : { kind: 'or', of };

/** The tree as one function. */
export const compileExpression = (expression: Expression): RecordTest => {
  if (expression.kind === 'test') return expression.test;
  if (expression.kind === 'not') {
    const test = compileExpression(expression.of);
    return (record) => !test(record);
  }
  const tests = expression.of.map(compileExpression);
  return expression.kind === 'and'
    ? (record) => tests.every((test) => test(record))
    : (record) => tests.some((test) => test(record));
};
