import type { JsonObject } from '../events/json.ts';
import { allOf, anyOf, type Expression, type OnlyValues } from './expression.ts';
import { type FieldKey, readFieldKey } from './field-key.ts';
import { compileField } from './field-values.ts';
import type { Report } from './sigma-file.ts';
import { ValueError } from './text-test.ts';
import { compileValuesTest, type ValuesTest } from './value-test.ts';
import { literalOf, parseWildcards } from './wildcard.ts';
import type { YamlEntry, YamlMap, YamlScalar, YamlValue } from './yaml-tree.ts';

/** A record that no condition is about: stands where a faulty part was reported, and the file is refused. */
const nothing: Expression = { kind: 'or', of: [] };

/** The values of a field, as scalars; what is none is reported. */
const scalarsOf = (key: string, value: YamlValue, report: Report): readonly YamlScalar[] => {
  const items = value.kind === 'list' ? value.items : [value];
  if (items.length === 0)
    report(value.line, `${key}: an empty list matches nothing; remove the field or name values`);
  return items.flatMap((item) => {
    if (item.kind === 'scalar') return [item];
    report(item.line, `${key}: a ${item.kind} inside a field's values is not supported`);
    return [];
  });
};

const compileAll = (
  scalars: readonly YamlScalar[],
  key: FieldKey,
  name: string,
  report: Report,
): readonly ValuesTest[] =>
  scalars.flatMap((scalar) => {
    try {
      return [compileValuesTest(scalar, key)];
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      report(scalar.line, `${name}: ${error.message}`);
      return [];
    }
  });

/** What the values say of the field for sure: plain texts that it must be equal to. */
const onlyOf = (scalars: readonly YamlScalar[], key: FieldKey): OnlyValues | undefined => {
  const { field, match, encodings, fieldref, all, negated } = key;
  if (match !== 'equals' || encodings.length > 0 || fieldref || all || negated || field === '')
    return undefined;
  const values = scalars.map(({ value }) =>
    typeof value === 'string' ? literalOf(parseWildcards(value)) : undefined,
  );
  return values.every((value) => value !== undefined) ? { field, values } : undefined;
};

const combined = (tests: readonly ValuesTest[], { all }: FieldKey): ValuesTest =>
  all
    ? (values, record) => tests.every((test) => test(values, record))
    : (values, record) => tests.some((test) => test(values, record));

const compileTest = (
  scalars: readonly YamlScalar[],
  key: FieldKey,
  name: string,
  report: Report,
): Expression => {
  const tests = compileAll(scalars, key, name, report);
  const only = onlyOf(scalars, key);
  const test = combined(tests, key);
  const read: (record: JsonObject) => readonly unknown[] =
    key.field === '' ? (record) => [record] : compileField(key.field);
  const expression: Expression = {
    kind: 'test',
    test: (record) => test(read(record), record),
    ...(only === undefined ? {} : { only }),
  };
  return key.negated ? { kind: 'not', of: expression } : expression;
};

const readField = ({ key: name, line, value }: YamlEntry, report: Report): Expression => {
  const key = readFieldKey(name, line, report);
  const scalars = scalarsOf(name, value, report);
  return key ? compileTest(scalars, key, name, report) : nothing;
};

const readFields = ({ entries, line }: YamlMap, report: Report): Expression => {
  if (entries.length === 0) report(line, 'an empty map matches everything; name a field');
  return allOf(entries.map((entry) => readField(entry, report)));
};

const keywordKey: FieldKey = {
  field: '',
  match: 'contains',
  encodings: [],
  fieldref: false,
  all: false,
  cased: false,
  negated: false,
  flags: '',
};

const readItem = (item: YamlValue, name: string, report: Report): Expression => {
  if (item.kind === 'map') return readFields(item, report);
  if (item.kind === 'scalar') return compileTest([item], keywordKey, name, report);
  report(item.line, `${name}: a list inside a list is not supported`);
  return nothing;
};

/**
 * Reads a search: a map (all fields must fit), a list of maps (one must fit), keywords, or a mixture of the two last. What is not supported is
 * reported.
 */
export const readSearch = ({ key, value, line }: YamlEntry, report: Report): Expression => {
  if (value.kind !== 'list') return readItem(value, key, report);
  if (value.items.length === 0) report(line, `${key}: an empty list matches nothing`);
  return anyOf(value.items.map((item) => readItem(item, key, report)));
};
