import { isObject, type JsonObject } from '../events/json.ts';
import type { DetailPattern, PatternLeaf } from './trigger.ts';

/** Whether a record may be what a trigger asks for. */
export type DetailFilter = (record: JsonObject) => boolean;

type LeafTest = (value: unknown) => boolean;

const anything: LeafTest = () => true;

/** Linear in the text: each piece between stars is looked for behind the one before. */
const matchesWildcard = (pieces: readonly string[], text: string): boolean => {
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  if (pieces.length === 1) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
};

const onText =
  (test: (text: string) => boolean): LeafTest =>
  (value) =>
    typeof value === 'string' && test(value);

const operators: Readonly<Record<string, (operand: string) => LeafTest>> = {
  prefix: (operand) => onText((text) => text.startsWith(operand)),
  suffix: (operand) => onText((text) => text.endsWith(operand)),
  'equals-ignore-case': (operand) => onText((text) => text.toLowerCase() === operand.toLowerCase()),
  wildcard: (operand) => {
    const pieces = operand.split('*');
    return operand.includes('\\') ? anything : onText((text) => matchesWildcard(pieces, text));
  },
};

/** A filter that is not known here lets the value pass: the rule itself still decides. */
const contentTest = (filter: Readonly<Record<string, unknown>>): LeafTest => {
  const [[name, operand] = ['', undefined]] = Object.entries(filter);
  const operator = operators[name];
  const texts = Array.isArray(operand) ? operand : [operand];
  if (!operator || !texts.every((text) => typeof text === 'string')) return anything;
  const tests = texts.map(operator);
  return (value) => tests.some((test) => test(value));
};

const isExists = (leaf: PatternLeaf): leaf is { readonly exists: boolean } =>
  isObject(leaf) && 'exists' in leaf;

const leafTest = (leaf: PatternLeaf): LeafTest => {
  if (isExists(leaf)) return leaf.exists ? (value) => value !== undefined : (value) => value === undefined;
  return isObject(leaf) ? contentTest(leaf) : (value) => value === leaf;
};

const fieldTest = (leaves: readonly PatternLeaf[]): LeafTest => {
  const tests = leaves.map(leafTest);
  const test: LeafTest = (value) => tests.some((one) => one(value));
  return (value) => (Array.isArray(value) ? value.some(test) : test(value));
};

const isLeaves = (value: DetailPattern[string]): value is readonly PatternLeaf[] => Array.isArray(value);

/** What a filter asks of one field. */
export interface FieldCondition {
  /** Keys from the record down to the field. */
  readonly path: readonly string[];
  readonly test: LeafTest;
}

/** Stands for the value of a field inside a list, which is not looked into: every test lets it pass. */
const unknownValue = Symbol('inside a list');

/** The value at a path, undefined when something on the way is absent. */
export const valueAt = (record: JsonObject, path: readonly string[]): unknown => {
  let value: unknown = record;
  for (const key of path) {
    if (Array.isArray(value)) return unknownValue;
    if (!isObject(value)) return undefined;
    value = value[key];
  }
  return value;
};

/**
 * What an EventBridge filter asks of a record, all of which must hold. It may let more pass than EventBridge would, never less:
 * `test/rules/detail-filter.test.ts` compares the two.
 */
export const conditionsOf = (pattern: DetailPattern, at: readonly string[] = []): readonly FieldCondition[] =>
  Object.entries(pattern).flatMap(([key, value]): readonly FieldCondition[] => {
    if (key === '$or') return [];
    const path = [...at, key];
    if (!isLeaves(value)) return conditionsOf(value, path);
    const test = fieldTest(value);
    return [{ path, test: (found) => found === unknownValue || test(found) }];
  });

/** Compiles a filter. To ask many of them at once, see `filterTree`. */
export const compileDetail = (pattern: DetailPattern): DetailFilter => {
  const conditions = conditionsOf(pattern);
  return (record) => conditions.every(({ path, test }) => test(valueAt(record, path)));
};
