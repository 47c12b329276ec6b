import type { Correlation } from '../custom-rules/custom-rule.ts';
import { nearest } from '../text/nearest.ts';
import { type CountCondition, readCountCondition, readRuleCondition } from './correlation-condition.ts';
import { readTimespan } from './read-timespan.ts';
import type { Report, Reports } from './sigma-file.ts';
import { lineOf, type Reading, textOf, textsOf } from './yaml-fields.ts';
import { entryOf, type YamlMap } from './yaml-tree.ts';

/** A field's name in the events of one rule: `aliases: { caller: { sign_in: userIdentity.arn } }`. */
export interface Alias {
  readonly name: string;
  readonly line: number;
  /** Rules as the correlation refers to them, and their fields. */
  readonly fields: ReadonlyMap<string, string>;
}

/** A correlation as its document says it, before its rules have been looked up. */
export interface CorrelationDraft extends CountCondition {
  readonly kind: Correlation['kind'];
  readonly rules: readonly { readonly ref: string; readonly line: number }[];
  readonly groupBy: readonly string[];
  readonly groupByLine: number;
  readonly aliases: readonly Alias[];
  readonly withinSeconds: number;
  /** Whether the rules it refers to also run by themselves. */
  readonly generate: boolean;
}

const kinds = ['event_count', 'value_count', 'temporal', 'temporal_ordered'] as const;
const attributes = ['type', 'rules', 'group-by', 'timespan', 'condition', 'aliases', 'generate'];

/** Of the specification, but more than a history of events can answer. */
const metrics = ['value_sum', 'value_avg', 'value_percentile', 'value_median'];

const readKind = (reading: Reading): Correlation['kind'] => {
  const text = textOf(reading, 'type') ?? '';
  const kind = kinds.find((one) => one === text);
  if (kind) return kind;
  const why = metrics.includes(text)
    ? `correlation type "${text}" is not supported: amounts are not kept, only that and when something happened`
    : `correlation type "${text}" is none; use one of ${kinds.join(', ')}`;
  reading.reports.fault(lineOf(reading, 'type'), why);
  return 'event_count';
};

const checkAttributes = (map: YamlMap, fault: Report): void => {
  for (const { key, line } of map.entries) {
    if (attributes.includes(key)) continue;
    const meant = nearest(key, attributes)[0];
    fault(
      line,
      `correlation attribute "${key}" is not supported${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
    );
  }
};

const readRules = (reading: Reading): CorrelationDraft['rules'] => {
  const value = entryOf(reading.map, 'rules')?.value;
  const items = value?.kind === 'list' ? value.items : value ? [value] : [];
  const rules = items.flatMap((item) =>
    item.kind === 'scalar' && item.value !== null ? [{ ref: item.text, line: item.line }] : [],
  );
  const { fault } = reading.reports;
  if (rules.length === 0 || rules.length < items.length)
    fault(lineOf(reading, 'rules'), 'rules: must be a list of the ids or names of Sigma rules');
  for (const [i, { ref, line }] of rules.entries())
    if (rules.findIndex((other) => other.ref === ref) < i) fault(line, `rules: "${ref}" is listed twice`);
  return rules;
};

const readSeconds = (reading: Reading): number => {
  const text = textOf(reading, 'timespan');
  const read = text === undefined ? 'the correlation has no timespan' : readTimespan(text);
  if (typeof read === 'number') return read;
  reading.reports.fault(lineOf(reading, 'timespan'), read);
  return 1;
};

const readAlias = (name: string, line: number, map: YamlMap, fault: Report): Alias => {
  const fields = map.entries.flatMap((entry): [string, string][] => {
    const { value } = entry;
    if (value.kind === 'scalar' && typeof value.value === 'string') return [[entry.key, value.value]];
    fault(entry.line, `alias "${name}": "${entry.key}" must name a field`);
    return [];
  });
  return { name, line, fields: new Map(fields) };
};

const readAliases = ({ map, reports: { fault } }: Reading): readonly Alias[] => {
  const entry = entryOf(map, 'aliases');
  if (!entry) return [];
  if (entry.value.kind !== 'map') {
    fault(entry.line, 'aliases: must be a map of names, each with the fields by rule');
    return [];
  }
  return entry.value.entries.flatMap(({ key, line, value }) => {
    if (value.kind === 'map') return [readAlias(key, line, value, fault)];
    fault(line, `alias "${key}": must be a map of rules and fields`);
    return [];
  });
};

/** `generate` stands in the correlation (pySigma) or beside it (JSON schema of the specification). */
const readGenerate = (document: YamlMap, correlation: YamlMap, { fault }: Reports): boolean => {
  const entries = [entryOf(document, 'generate'), entryOf(correlation, 'generate')].filter(
    (entry) => entry !== undefined,
  );
  for (const { line, value } of entries)
    if (value.kind !== 'scalar' || typeof value.value !== 'boolean')
      fault(line, 'generate: must be true or false');
  return entries.some(({ value }) => value.kind === 'scalar' && value.value === true);
};

/**
 * Reads the `correlation` of a document. What it refers to is not looked up yet.
 *
 * @param document the whole document
 */
export const readCorrelation = (
  document: YamlMap,
  correlation: YamlMap,
  reports: Reports,
): CorrelationDraft => {
  const reading: Reading = { map: correlation, reports };
  checkAttributes(correlation, reports.fault);
  const kind = readKind(reading);
  const rules = readRules(reading);
  const isOfRules = kind === 'temporal' || kind === 'temporal_ordered';
  return {
    kind,
    rules,
    groupBy: textsOf(reading, 'group-by'),
    groupByLine: lineOf(reading, 'group-by'),
    aliases: readAliases(reading),
    withinSeconds: readSeconds(reading),
    generate: readGenerate(document, correlation, reports),
    ...(isOfRules ? readRuleCondition(reading, kind, rules.length) : readCountCondition(reading, kind)),
  };
};
