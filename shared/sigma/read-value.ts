import { isNetwork } from '../custom-rules/network.ts';
import type { Comparison, Relation, ValueTest } from '../custom-rules/value-test.ts';
import type { FieldKey, MatchKind } from './field-key.ts';
import { re2 } from './re2.ts';
import { textPatterns, ValueError } from './text-patterns.ts';
import type { YamlScalar } from './yaml-tree.ts';

const comparisons: readonly Comparison[] = ['lt', 'lte', 'gt', 'gte'];
const relations: readonly Relation[] = ['equals', 'contains', 'startswith', 'endswith'];

const comparisonOf = (match: MatchKind) => comparisons.find((one) => one === match);

const readComparison = ({ value }: YamlScalar, is: Comparison): ValueTest => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new ValueError(`"${is}" needs a number`);
  return { is, than: value };
};

const readNetwork = ({ text }: YamlScalar): ValueTest => {
  if (!isNetwork(text)) throw new ValueError(`"${text}" is no network such as 10.0.0.0/8 or 2001:db8::/32`);
  return { is: 'network', cidr: text };
};

const readExists = ({ value }: YamlScalar): ValueTest => {
  if (typeof value !== 'boolean') throw new ValueError('"exists" needs true or false');
  return { is: 'exists', wanted: value };
};

const readRegex = ({ text }: YamlScalar, { flags }: FieldKey): ValueTest => {
  try {
    re2(text, flags);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new ValueError(`"${text}" is no regular expression that is supported (RE2 syntax): ${cause}`);
  }
  return { is: 'regex', source: text, flags };
};

const readReference = ({ value }: YamlScalar, { match, cased }: FieldKey): ValueTest => {
  const relation = relations.find((one) => one === match);
  if (typeof value !== 'string' || value === '' || relation === undefined)
    throw new ValueError('"fieldref" needs the name of a field');
  return { is: 'like-field', field: value, relation, ...(cased ? { cased } : {}) };
};

const readPlain = (scalar: YamlScalar, key: FieldKey): ValueTest => {
  const { value, text } = scalar;
  if (value === null) {
    if (key.match === 'equals' && key.encodings.length === 0) return { is: 'absent' };
    throw new ValueError('null can be compared only as it is, without modifiers');
  }
  if (typeof value !== 'string' && key.encodings.length > 0)
    throw new ValueError(`"${text}" is no text that could be encoded; put it in quotes`);
  if (typeof value === 'number' && key.match === 'equals')
    return { is: 'number', equals: value, written: text };
  return { is: 'text', patterns: textPatterns(text, key), ...(key.cased ? { cased: true } : {}) };
};

/**
 * Reads one value of a rule.
 *
 * @throws ValueError when the value does not go with the modifiers
 */
export const readValue = (scalar: YamlScalar, key: FieldKey): ValueTest => {
  const comparison = comparisonOf(key.match);
  if (scalar.value !== null || key.match === 'equals') {
    if (key.fieldref) return readReference(scalar, key);
    if (key.match === 'exists') return readExists(scalar);
    if (key.match === 'cidr') return readNetwork(scalar);
    if (key.match === 're') return readRegex(scalar, key);
    if (comparison) return readComparison(scalar, comparison);
  }
  return readPlain(scalar, key);
};
