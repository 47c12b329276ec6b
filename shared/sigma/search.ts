import { allOf, anyOf, type Expression } from '../custom-rules/expression.ts';
import type { ValueTest } from '../custom-rules/value-test.ts';
import { type FieldKey, keywordKey, readFieldKey } from './field-key.ts';
import { readValue } from './read-value.ts';
import type { Report } from './sigma-file.ts';
import { ValueError } from './text-patterns.ts';
import type { YamlEntry, YamlMap, YamlScalar, YamlValue } from './yaml-tree.ts';

/** A record that no condition is about: stands where a faulty part was reported, and the rule is refused. */
const nothing: Expression = { kind: 'or', of: [] };

/** The values of a field, as scalars; what is none is reported. */
const scalarsOf = (key: string, value: YamlValue, report: Report): readonly YamlScalar[] => {
  const items = value.kind === 'list' ? value.items : [value];
  if (items.length === 0)
    report(value.line, `${key}: an empty list matches nothing; remove the field or name values`);
  return items.flatMap((item) => {
    if (item.kind !== 'scalar')
      report(item.line, `${key}: a ${item.kind} inside a field's values is not supported`);
    // Sigma Rules Specification, "Special Field Values".
    else if (item.value === null && items.length > 1)
      report(item.line, `${key}: null cannot be one of several values; make it a search of its own`);
    else return [item];
    return [];
  });
};

const readValues = (
  scalars: readonly YamlScalar[],
  key: FieldKey,
  name: string,
  report: Report,
): readonly ValueTest[] =>
  scalars.flatMap((scalar) => {
    try {
      return [readValue(scalar, key)];
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      report(scalar.line, `${name}: ${error.message}`);
      return [];
    }
  });

const readTest = (
  scalars: readonly YamlScalar[],
  key: FieldKey,
  name: string,
  report: Report,
): Expression => {
  const tests = readValues(scalars, key, name, report);
  const expression: Expression = {
    kind: 'field',
    field: key.field,
    tests,
    ...(key.all ? { every: true } : {}),
  };
  return key.negated ? { kind: 'not', of: expression } : expression;
};

const readField = ({ key: name, line, value }: YamlEntry, report: Report): Expression => {
  const key = readFieldKey(name, line, report);
  const scalars = scalarsOf(name, value, report);
  return key ? readTest(scalars, key, name, report) : nothing;
};

const readFields = ({ entries, line }: YamlMap, report: Report): Expression => {
  if (entries.length === 0) report(line, 'an empty map matches everything; name a field');
  return allOf(entries.map((entry) => readField(entry, report)));
};

const readKeyword = (item: YamlScalar, name: string, report: Report): Expression => {
  // Everything contains it.
  if (item.text === '') report(item.line, `${name}: an empty keyword matches everything`);
  return readTest([item], keywordKey, name, report);
};

const readItem = (item: YamlValue, name: string, report: Report): Expression => {
  if (item.kind === 'map') return readFields(item, report);
  if (item.kind === 'scalar') return readKeyword(item, name, report);
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
