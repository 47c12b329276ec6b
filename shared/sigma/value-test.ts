import ipaddr from 'ipaddr.js';
import type { JsonObject } from '../events/json.ts';
import type { FieldKey, MatchKind } from './field-key.ts';
import { compileField, scalarText, textsOf } from './field-values.ts';
import { compileRegex, compileText, type TextTest, ValueError } from './text-test.ts';
import type { YamlScalar } from './yaml-tree.ts';

/** Whether the values of a field are what one value of the rule asks for. The record is there for references to other fields. */
export type ValuesTest = (values: readonly unknown[], record: JsonObject) => boolean;

const onTexts =
  (test: TextTest): ValuesTest =>
  (values) =>
    values.some((value) => textsOf(value).some(test));

const isAbsent: ValuesTest = (values) => values.every((value) => value === null || isEmptyList(value));

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** Numbers are compared as numbers with numbers, and as they are written with texts. */
const onNumber = (wanted: number, text: TextTest): ValuesTest => {
  const asText = onTexts(text);
  return (values, record) => values.includes(wanted) || asText(values, record);
};

const numeral = /^-?\d+(\.\d+)?$/;

const numberOf = (value: unknown): number | undefined => {
  const text = scalarText(value);
  return text !== undefined && numeral.test(text) ? Number(text) : undefined;
};

const comparisons: Readonly<Partial<Record<MatchKind, (a: number, b: number) => boolean>>> = {
  lt: (a, b) => a < b,
  lte: (a, b) => a <= b,
  gt: (a, b) => a > b,
  gte: (a, b) => a >= b,
};

const compileComparison = ({ value }: YamlScalar, match: MatchKind): ValuesTest => {
  const compare = comparisons[match];
  if (typeof value !== 'number' || !compare) throw new ValueError(`"${match}" needs a number`);
  return (values) =>
    values.some((found) => {
      const number = numberOf(found);
      return number !== undefined && compare(number, value);
    });
};

const parseAddress = (text: string) =>
  ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text) ? ipaddr.process(text) : undefined;

const compileCidr = (text: string): ValuesTest => {
  if (!ipaddr.isValidCIDR(text))
    throw new ValueError(`"${text}" is no network such as 10.0.0.0/8 or 2001:db8::/32`);
  const [network, bits] = ipaddr.parseCIDR(text);
  return onTexts((found) => {
    const address = parseAddress(found);
    return address !== undefined && address.kind() === network.kind() && address.match(network, bits);
  });
};

const compileExists = ({ value }: YamlScalar): ValuesTest => {
  if (typeof value !== 'boolean') throw new ValueError('"exists" needs true or false');
  return (values) => values.length > 0 === value;
};

const textRelations: Readonly<Partial<Record<MatchKind, (text: string, other: string) => boolean>>> = {
  equals: (text, other) => text === other,
  contains: (text, other) => text.includes(other),
  startswith: (text, other) => text.startsWith(other),
  endswith: (text, other) => text.endsWith(other),
};

const compileReference = ({ value }: YamlScalar, { match, cased }: FieldKey): ValuesTest => {
  const relates = textRelations[match];
  if (typeof value !== 'string' || value === '' || !relates)
    throw new ValueError('"fieldref" needs the name of a field');
  const read = compileField(value);
  const textsIn = (values: readonly unknown[]) =>
    values.flatMap((one) => scalarText(one) ?? []).map((text) => (cased ? text : text.toLowerCase()));
  return (values, record) => {
    const others = textsIn(read(record));
    return others.length > 0 && textsIn(values).some((text) => others.some((other) => relates(text, other)));
  };
};

const compileValue = (scalar: YamlScalar, key: FieldKey): ValuesTest => {
  if (scalar.value === null) {
    if (key.match === 'equals' && key.encodings.length === 0 && key.field !== '') return isAbsent;
    throw new ValueError('null can be compared only as it is, without modifiers');
  }
  const text = compileText(scalar.text, key);
  if (typeof scalar.value !== 'string' && key.encodings.length > 0)
    throw new ValueError(`"${scalar.text}" is no text that could be encoded; put it in quotes`);
  return typeof scalar.value === 'number' && key.match === 'equals'
    ? onNumber(scalar.value, text)
    : onTexts(text);
};

/**
 * Compiles one value of a rule.
 *
 * @throws ValueError when the value does not go with the modifiers
 */
export const compileValuesTest = (scalar: YamlScalar, key: FieldKey): ValuesTest => {
  if (key.fieldref) return compileReference(scalar, key);
  if (key.match === 'exists') return compileExists(scalar);
  if (key.match === 'cidr') return compileCidr(scalar.text);
  if (key.match === 're') return onTexts(compileRegex(scalar.text, key.flags));
  if (comparisons[key.match]) return compileComparison(scalar, key.match);
  return compileValue(scalar, key);
};
