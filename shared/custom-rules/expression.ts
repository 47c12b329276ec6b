import type { JsonObject } from '../events/json.ts';
import { compileField } from './field-values.ts';
import type { CompileRegex } from './regex.ts';
import { compileValueTest, type ValueTest } from './value-test.ts';

/** A field of a record and what its values must be. */
export interface FieldTest {
  readonly kind: 'field';
  /** Path in the record; empty for the whole of it, in which keywords are looked for. */
  readonly field: string;
  /** One must fit, or with `every` all of them. */
  readonly tests: readonly ValueTest[];
  readonly every?: true;
}

/** A condition as a tree of plain data: made when rules are read, interpreted where events are checked. */
export type Expression =
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | FieldTest;

/** Whether a record is meant. */
export type RecordTest = (record: JsonObject) => boolean;

/** All of several. */
export const allOf = (of: readonly Expression[]): Expression =>
  of.length === 1 && of[0] ? of[0] : { kind: 'and', of };

/** One of several. */
export const anyOf = (of: readonly Expression[]): Expression =>
  of.length === 1 && of[0] ? of[0] : { kind: 'or', of };

const compileFieldTest = ({ field, tests, every }: FieldTest, regex: CompileRegex): RecordTest => {
  const read: (record: JsonObject) => readonly unknown[] =
    field === '' ? (record) => [record] : compileField(field);
  const compiled = tests.map((test) => compileValueTest(test, regex));
  const [only] = compiled;
  if (compiled.length === 1 && only) return (record) => only(read(record), record);
  return every
    ? (record) => {
        const values = read(record);
        return compiled.every((test) => test(values, record));
      }
    : (record) => {
        const values = read(record);
        return compiled.some((test) => test(values, record));
      };
};

/** The tree as one function. */
export const compileExpression = (expression: Expression, regex: CompileRegex): RecordTest => {
  if (expression.kind === 'field') return compileFieldTest(expression, regex);
  if (expression.kind === 'not') {
    const test = compileExpression(expression.of, regex);
    return (record) => !test(record);
  }
  const tests = expression.of.map((one) => compileExpression(one, regex));
  return expression.kind === 'and'
    ? (record) => tests.every((test) => test(record))
    : (record) => tests.some((test) => test(record));
};

/** Whether a regular expression is in it. */
export const hasRegex = (expression: Expression): boolean => {
  if (expression.kind === 'field') return expression.tests.some(({ is }) => is === 'regex');
  return expression.kind === 'not' ? hasRegex(expression.of) : expression.of.some(hasRegex);
};
