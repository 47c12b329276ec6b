import type { JsonObject } from '../events/json.ts';
import { compileField, scalarText, textsOf } from './field-values.ts';
import { compileNetwork } from './network.ts';
import type { CompileRegex } from './regex.ts';
import { compileWildcards, type WildcardPattern } from './wildcard.ts';

/** How two texts relate. */
export type Relation = 'equals' | 'contains' | 'startswith' | 'endswith';
export type Comparison = 'lt' | 'lte' | 'gt' | 'gte';

/** What one value of a rule asks of the values of a field. Plain data. */
export type ValueTest =
  /** One of the patterns fits a text; more than one where a value was encoded in several ways. */
  | { readonly is: 'text'; readonly patterns: readonly WildcardPattern[]; readonly cased?: true }
  /** A number equal to this one, or the text of it as the rule wrote it. */
  | { readonly is: 'number'; readonly equals: number; readonly written: string }
  /** Null, an empty list, or not there. */
  | { readonly is: 'absent' }
  | { readonly is: 'exists'; readonly wanted: boolean }
  | { readonly is: Comparison; readonly than: number }
  | { readonly is: 'network'; readonly cidr: string }
  | { readonly is: 'regex'; readonly source: string; readonly flags: string }
  /** Related to a value of another field of the record. */
  | {
      readonly is: 'like-field';
      readonly field: string;
      readonly relation: Relation;
      readonly cased?: true;
    };

/** Whether the values of a field are what a rule asks for. */
export type ValuesTest = (values: readonly unknown[], record: JsonObject) => boolean;

const onTexts =
  (test: (text: string) => boolean): ValuesTest =>
  (values) =>
    values.some((value) => textsOf(value).some(test));

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

const isAbsent: ValuesTest = (values) => values.every((value) => value === null || isEmptyList(value));

/** Numbers are compared as numbers with numbers, and as they are written with texts. */
const onNumber = (wanted: number, written: string): ValuesTest => {
  const asText = onTexts(compileWildcards([{ text: written }], false));
  return (values, record) => values.includes(wanted) || asText(values, record);
};

const numeral = /^-?\d+(\.\d+)?$/;

const numberOf = (value: unknown): number | undefined => {
  const text = scalarText(value);
  return text !== undefined && numeral.test(text) ? Number(text) : undefined;
};

const comparisons: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  lt: (a, b) => a < b,
  lte: (a, b) => a <= b,
  gt: (a, b) => a > b,
  gte: (a, b) => a >= b,
};

const onComparison = (comparison: Comparison, than: number): ValuesTest => {
  const compare = comparisons[comparison];
  return (values) =>
    values.some((value) => {
      const number = numberOf(value);
      return number !== undefined && compare(number, than);
    });
};

const onPatterns = (patterns: readonly WildcardPattern[], cased: boolean): ValuesTest => {
  const fits = patterns.map((pattern) => compileWildcards(pattern, cased));
  const [only] = fits;
  return onTexts(fits.length === 1 && only ? only : (text) => fits.some((one) => one(text)));
};

const relations: Readonly<Record<Relation, (text: string, other: string) => boolean>> = {
  equals: (text, other) => text === other,
  contains: (text, other) => text.includes(other),
  startswith: (text, other) => text.startsWith(other),
  endswith: (text, other) => text.endsWith(other),
};

const onOtherField = ({ field, relation, cased }: Extract<ValueTest, { is: 'like-field' }>): ValuesTest => {
  const read = compileField(field);
  const relates = relations[relation];
  const textsIn = (values: readonly unknown[]) =>
    values.flatMap((one) => scalarText(one) ?? []).map((text) => (cased ? text : text.toLowerCase()));
  return (values, record) => {
    const others = textsIn(read(record));
    return others.length > 0 && textsIn(values).some((text) => others.some((other) => relates(text, other)));
  };
};

/**
 * Compiles what one value of a rule asks for.
 *
 * @throws Error for a regular expression that the engine does not take
 */
export const compileValueTest = (test: ValueTest, regex: CompileRegex): ValuesTest => {
  switch (test.is) {
    case 'text':
      return onPatterns(test.patterns, test.cased ?? false);
    case 'number':
      return onNumber(test.equals, test.written);
    case 'absent':
      return isAbsent;
    case 'exists':
      return (values) => values.length > 0 === test.wanted;
    case 'network':
      return onTexts(compileNetwork(test.cidr));
    case 'regex':
      return onTexts(regex(test.source, test.flags));
    case 'like-field':
      return onOtherField(test);
    default:
      return onComparison(test.is, test.than);
  }
};
